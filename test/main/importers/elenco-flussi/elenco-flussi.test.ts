import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tell, tellAll } from '../reading.ts';
import { base64, gz, soap, type Bytes } from '../wrap.ts';

const sample = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const answer = sample('answer.xml');
const page = sample('page.json');
const attesi = (content: Bytes) =>
  tell(content).readings.map((reading) => (reading.type === 'flusso-atteso' ? reading.atteso : reading));

const first = {
  iuf: '2026-03-11BINVIT9X-0000000001',
  createdAt: '2026-03-11T22:14:05',
  revision: null,
  pspCode: null,
};

describe('samples, with what is expected of them', () => {
  it('the answer of the node, of which an entry said twice counts once', () => {
    expect(attesi(answer)).toEqual([
      first,
      { ...first, iuf: '2026-03-11BINVIT9X-0000000002', createdAt: '2026-03-11T22:15:00.000+01:00' },
    ]);
    expect(tell(answer)).toMatchObject({ problem: null, warnings: [], refusedRows: [] });
  });

  it('a page of the new service, which tells revision and PSP', () => {
    expect(attesi(page)).toEqual([
      {
        iuf: '2026-03-11BINVIT9X-0000000001',
        createdAt: '2026-03-11T21:14:06.123Z',
        revision: 1,
        pspCode: 'BINVIT9X',
      },
      {
        iuf: '2026-03-1188888888885-183534458123',
        createdAt: '2026-03-12T08:00:00Z',
        revision: 2,
        pspCode: '88888888885',
      },
    ]);
    expect(tell(page).warnings).toEqual([{ code: 'list-page', page: 1, pages: 2 }]);
  });
});

describe('the answer of the node', () => {
  const bare = answer.slice(answer.indexOf('<ppt:'), answer.indexOf('</soapenv:Body>'));
  it.each<[string, Bytes]>([
    ['without its envelope', bare],
    ['with another prefix', answer.replaceAll('ppt:', 'ns2:').replace('xmlns:ppt', 'xmlns:ns2')],
    ['without a namespace', bare.replaceAll('ppt:', '').replace(/ xmlns:ppt="[^"]*"/, '')],
    ['on one line', answer.replaceAll(/>\s+</g, '><')],
    ['after a comment before the declaration', `<!-- elenco -->\n${answer}`],
    ['in base64 of gzip', base64(gz(answer))],
    ['under a root of somebody', `<risposta>${bare}</risposta>`],
  ])('%s says the same', (_, content) => {
    expect(tell(content).canonical).toBe(tell(answer).canonical);
    expect(tell(content).problem).toBeNull();
  });

  it.each([
    ['2', 2],
    ['4', 3],
  ])('that declares %s is told when it holds neither so many entries nor so many flussi', (declared) => {
    const told = tell(answer.replace('>3<', `>${declared}<`));
    expect(told.warnings).toEqual(
      declared === '2' ? [] : [{ code: 'list-count-differs', declared: 4, found: 3 }],
    );
  });

  it('may be of nothing: that is a list, too', () => {
    const empty = soap('<nodoChiediElencoFlussiRendicontazioneRisposta/>');
    for (const content of [empty, base64(empty), answer.replace(/<totR[^]*(?=<\/elenco)/, '')])
      expect(tell(content)).toMatchObject({ problem: null, readings: [], warnings: [] });
  });

  it('loses an entry of which the IUF or the moment cannot be read, not the others', () => {
    const told = tell(
      answer.replace('T22:15:00.000+01:00', 'T25:00').replace('-0000000001<', '-0000000009<'),
    );
    expect(told.refusedRows).toEqual([
      { row: 2, code: 'invalid-day', field: 'dataOraFlusso', value: '2026-03-11T25:00' },
    ]);
    expect(attesi(answer.replace('<dataOraFlusso>2026-03-11T22:14:05</dataOraFlusso>', '')).at(0)).toEqual({
      ...first,
      createdAt: null,
    });
    const nameless = answer.replaceAll(/<identificativoFlusso>[^<]*/g, '<identificativoFlusso> ');
    expect(tell(nameless).problem).toEqual({ code: 'no-usable-rows', refused: 3 });
  });
});

describe('a page of the new service', () => {
  it('may come with its list before the rest, as the only one, or with others in a list', () => {
    const { data, ...rest } = JSON.parse(page) as { data: unknown; metadata: object };
    expect(attesi(JSON.stringify({ data, ...rest }))).toEqual(attesi(page));
    expect(tell(JSON.stringify({ data })).warnings).toEqual([]);
    expect(tellAll(`[${page}, ${page}]`, 'p.json').map(({ name, problem }) => [name, problem])).toEqual([
      ['p.json#1', null],
      ['p.json#2', null],
    ]);
  });

  it('loses what is no entry', () => {
    const told = tell(page.replace('"data": [', '"data": [ 7,'));
    expect(told.refusedRows).toEqual([{ row: 1, code: 'missing-value', field: 'fdr', value: '' }]);
    expect(told.readings).toHaveLength(2);
  });
});
