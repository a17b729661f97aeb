import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prefixed } from '../opi.ts';
import { tell, tellAll } from '../reading.ts';
import { zip } from '../zip.ts';
import { ownTime } from '../../../helpers/own-time.ts';

const rt = readFileSync(new URL('rt.xml', import.meta.url), 'utf8');
const v2 = readFileSync(new URL('pa-send-rt-v2.xml', import.meta.url), 'utf8');
const receipt = /<receipt>[\s\S]*<\/receipt>/.exec(v2)?.[0] ?? '';
const request = /<p:paSendRTV2Request>[\s\S]*<\/p:paSendRTV2Request>/.exec(v2)?.[0] ?? '';

const rtWith = (...changes: readonly (readonly [string, string])[]) =>
  tell(changes.reduce((text, [from, to]) => text.replace(from, to), rt));

const outcomeOf = (code: number) => ['EsitoPagamento>0<', `EsitoPagamento>${code}<`] as const;

const lines = (told: ReturnType<typeof tell>) => told.ricevute[0]?.transfers.map(({ paid }) => paid);

const receiptWith = (from: string | RegExp, to: string) => tell(receipt.replace(from, to));

const list = (...items: readonly string[]) => `<ricevute>${items.join('')}</ricevute>`;

describe('samples, with what is expected of them', () => {
  it.each(['rt', 'pa-send-rt-v2'])('%s', (name) => {
    const told = tell(readFileSync(new URL(`${name}.xml`, import.meta.url)));
    expect(told.problem).toBeNull();
    const { readings, warnings, refusedRows } = told;
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
    expect({ readings, warnings, refusedRows }).toEqual(expected);
  });
});

describe('71 wrappings that change nothing', () => {
  const plainRt = tell(rt).canonical;
  const bare = rt.replaceAll('pay_i:', '').replace(' xmlns:pay_i', ' xmlns');

  it.each([
    ['a default namespace', bare],
    ['no namespace', bare.replace(/ xmlns="[^"]*"/, '')],
    ['another prefix', rt.replaceAll('pay_i', 'ns2')],
    [
      'an enveloped signature',
      rt.replace(
        '</pay_i:RT>',
        '<ds:Signature xmlns:ds="urn:ds"><ds:Object><RPT/></ds:Object></ds:Signature></pay_i:RT>',
      ),
    ],
    ['a small c', rt.replaceAll('CodiceContesto', 'codiceContesto')],
    ['one line', rt.replaceAll(/>\s+</g, '><')],
  ])('of an RT: %s', (_, other) => {
    expect(tell(other).problem).toBeNull();
    expect(tell(other).canonical).toBe(plainRt);
  });

  it('of an RT: a zip in a zip', () => {
    const [told] = tellAll(zip([{ name: 'b.zip', content: zip([{ name: 'rt', content: rt }]) }]), 'a.zip');
    expect(told?.name).toBe('a.zip/b.zip/rt');
    expect(told?.canonical).toBe(plainRt);
  });

  const plainV2 = tell(v2).canonical;
  const ns = 'xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"';
  it.each([
    ['no envelope', request.replace('<p:paSendRTV2Request>', `<p:paSendRTV2Request ${ns}>`)],
    ['no prefix', request.replaceAll('p:paSendRTV2Request', 'paSendRTV2Request')],
    ['the request of the first version', request.replaceAll('p:paSendRTV2Request', 'paSendRTReq')],
    ['the GAD variant', request.replaceAll('p:paSendRTV2Request', 'paSendRT')],
    [
      'an enveloped signature',
      request.replace(
        '</p:paSendRTV2Request>',
        '<ds:Signature xmlns:ds="urn:ds"><ds:Object><receipt/></ds:Object></ds:Signature>$&',
      ),
    ],
    [
      'children with a prefix',
      prefixed(request.replaceAll('p:', ''), 'q', 'http://pagopa-api.pagopa.gov.it/pa/paForNode'),
    ],
  ])('of a receipt: %s', (_, other) => {
    expect(tell(other).problem).toBeNull();
    expect(tell(other).canonical).toBe(plainV2);
  });

  it('of a receipt: alone, it only loses the station', () => {
    const [told] = tell(receipt).ricevute;
    expect({ ...told, station: '00000000026_07' }).toEqual(tell(v2).ricevute[0]);
    expect(told?.station).toBeNull();
  });
});

describe('RT', () => {
  it.each([
    [0, 'paid', [true, true]],
    [1, 'failed', [false, false]],
    [2, 'paid', [true, true]],
    [3, 'failed', [false, false]],
    [4, 'paid', [true, true]],
  ])('with outcome %i is %s', (code, outcome, paid) => {
    const told = rtWith(outcomeOf(code));
    expect(told.ricevute[0]?.outcome).toBe(outcome);
    expect(told.ricevute[0]?.paidOn).toBe(outcome === 'paid' ? '2021-03-01' : null);
    expect(lines(told)).toEqual(paid);
  });

  it.each([2, 4])('with outcome %i is paid where there is an amount', (code) => {
    const told = rtWith(
      outcomeOf(code),
      ['>0.52<', '>0.00<'],
      ['>2021-03-01</pay_i:dataEsitoSingoloPagamento>', '>2021-02-28</pay_i:dataEsitoSingoloPagamento>'],
    );
    expect(lines(told)).toEqual([false, true]);
    expect(told.ricevute[0]).toMatchObject({ outcome: 'paid', paidOn: '2021-03-01' });
    expect(rtWith(outcomeOf(code), ['>0.52<', '>0.00<'], ['>16.00<', '>0.00<']).ricevute[0]?.outcome).toBe(
      'failed',
    );
  });

  it('72 may have failed without any line', () => {
    const failed = rt
      .replace(/<pay_i:datiSingoloPagamento>[\s\S]*<\/pay_i:datiSingoloPagamento>/, '')
      .replace(...outcomeOf(1));
    expect(tell(failed).ricevute[0]).toMatchObject({
      outcome: 'failed',
      transfers: [],
      paidOn: null,
      receiptId: 'CCP-0001',
    });
  });

  it('73 numbers its lines by position', () => {
    const line = /<pay_i:datiSingoloPagamento>[\s\S]*?<\/pay_i:datiSingoloPagamento>/.exec(rt)?.[0] ?? '';
    const five = rt.replace(
      /<pay_i:datiSingoloPagamento>[\s\S]*<\/pay_i:datiSingoloPagamento>/,
      line.repeat(5),
    );
    expect(tell(five).ricevute[0]?.transfers.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
  });

  it('65 tells the marca da bollo', () => {
    expect(tell(rt).ricevute[0]?.transfers.map(({ bollo, cents }) => [bollo, cents])).toEqual([
      [false, 52],
      [true, 1600],
    ]);
    expect(rtWith(['>BD<', '>ES<']).ricevute[0]?.transfers.map(({ bollo }) => bollo)).toEqual([false, false]);
  });

  it('is dated by its message where its lines are not', () => {
    const undated = rt.replaceAll(
      /<pay_i:dataEsitoSingoloPagamento>.*?<\/pay_i:dataEsitoSingoloPagamento>/g,
      '',
    );
    expect(tell(undated).ricevute[0]?.paidOn).toBe('2021-03-02');
  });

  it.each([
    ['>010000000000158<', '><', { code: 'missing-field', field: 'identificativoUnivocoVersamento' }],
    ['>CCP-0001<', '><', { code: 'missing-field', field: 'CodiceContestoPagamento' }],
    ['>16.52<', '>1.234,56<', { code: 'invalid-field', field: 'importoTotalePagato', value: '1.234,56' }],
    ['>0.52<', '>x<', { code: 'invalid-field', field: 'singoloImportoPagato', value: 'x' }],
    [
      'EsitoPagamento>0<',
      'EsitoPagamento>5<',
      { code: 'invalid-field', field: 'codiceEsitoPagamento', value: '5' },
    ],
  ])('is refused with %s made %s', (from, to, problem) => {
    expect(rtWith([from, to]).problem).toEqual(problem);
  });
});

describe('receipt', () => {
  it('64 keeps who gets what apart', () => {
    expect(
      tell(v2).ricevute[0]?.transfers.map(({ enteCodiceFiscale, cents, bollo }) => [
        enteCodiceFiscale,
        cents,
        bollo,
      ]),
    ).toEqual([
      ['00000000018', 2000, false],
      ['00000000034', 1000, false],
      ['00000000018', 1600, true],
    ]);
  });

  it.each([
    ['2025-03-10T23:30:00Z', '2025-03-11'],
    ['2025-07-10T22:30:00Z', '2025-07-11'],
    ['2025-03-10T23:30:00', '2025-03-10'],
    ['2025-03-10T23:30:00.123+01:00', '2025-03-10'],
    ['2025-03-10', '2025-03-10'],
  ])('was paid, at %s, on %s', (instant, day) => {
    expect(receiptWith('2025-03-10T23:30:00Z', instant).ricevute[0]).toMatchObject({
      paidOn: day,
      issuedAt: instant,
    });
  });

  it('was paid on the application or transfer date when it has no other', () => {
    const first = receipt.replace(/<paymentDateTime>.*<\/paymentDateTime>/, '');
    expect(tell(first).ricevute[0]?.paidOn).toBe('2025-03-10');
    const second = first.replace(/<applicationDate>.*<\/applicationDate>/, '');
    expect(tell(second).ricevute[0]?.paidOn).toBe('2025-03-11');
    const third = second.replace(/<transferDate>.*<\/transferDate>/, '');
    expect(tell(third).ricevute[0]).toMatchObject({ paidOn: null, issuedAt: null, outcome: 'paid' });
  });

  it('75 that was refused is not paid', () => {
    const [told] = receiptWith('>OK<', '>KO<').ricevute;
    expect(told).toMatchObject({ outcome: 'failed', paidOn: null });
    expect(told?.transfers.some(({ paid }) => paid)).toBe(false);
  });

  it.each([
    ['301000000000000158', []],
    [
      '301000000000000159',
      [{ code: 'notice-differs-from-iuv', noticeNumber: '301000000000000159', iuv: '01000000000000158' }],
    ],
    ['1234', [{ code: 'notice-differs-from-iuv', noticeNumber: '1234', iuv: '01000000000000158' }]],
  ])('76 has a notice that contains its IUV: %s', (notice, warnings) => {
    expect(receiptWith('301000000000000158', notice).warnings).toEqual(warnings);
  });

  it('77 may pay another ente only', () => {
    const [told] = tell(receipt.replaceAll('00000000018', '00000000067')).ricevute;
    expect(told?.enteCodiceFiscale).toBe('00000000067');
  });

  it.each([
    [/<receiptId>.*<\/receiptId>/, '', { code: 'missing-field', field: 'receiptId' }],
    [/<transferList>[\s\S]*<\/transferList>/, '', { code: 'missing-field', field: 'transfer' }],
    ['>OK<', '>FORSE<', { code: 'invalid-field', field: 'outcome', value: 'FORSE' }],
    ['>20.00<', '>20,00<', { code: 'invalid-field', field: 'transferAmount', value: '20,00' }],
    ['<idTransfer>1<', '<idTransfer>6<', { code: 'invalid-field', field: 'idTransfer', value: '6' }],
    [
      '2025-03-10T23:30:00Z',
      '2025-03-10T25:30:00Z',
      { code: 'invalid-field', field: 'paymentDateTime', value: '2025-03-10T25:30:00Z' },
    ],
  ])('is refused with %s made %s', (from, to, problem) => {
    expect(receiptWith(from, to).problem).toEqual(problem);
  });

  it('H17 keeps hostile names as text', () => {
    const name = '&lt;img src=x onerror=alert(1)&gt; \u202Eotnif';
    expect(receiptWith('Pippo Finto</fullName>', `${name}</fullName>`).ricevute[0]?.debtor.name).toBe(
      '<img src=x onerror=alert(1)> \u202Eotnif',
    );
  });
});

describe('several receipts in one file', () => {
  const bareRt = rt.slice(rt.indexOf('<pay_i:RT'));

  it('are each a document of its own, with its own station', () => {
    const told = tellAll(list(request.replaceAll('p:', ''), receipt, bareRt, receipt), 'elenco.xml');
    expect(told.map(({ name, ricevute }) => [name, ricevute[0]?.form, ricevute[0]?.station])).toEqual([
      ['elenco.xml#1', 'receipt', '00000000026_07'],
      ['elenco.xml#2', 'receipt', null],
      ['elenco.xml#3', 'rt', '00000000026_01'],
      ['elenco.xml#4', 'receipt', null],
    ]);
    expect(told[1]?.canonical).toBe(tell(receipt).canonical);
    expect(told[2]?.canonical).toBe(tell(rt).canonical);
  });

  it('are refused one by one', () => {
    const bad = receipt.replace('>OK<', '>?<');
    expect(tellAll(list(receipt, bad, receipt), 'e.xml').map(({ name, problem }) => [name, problem])).toEqual(
      [
        ['e.xml#1', null],
        ['e.xml#2', { code: 'invalid-field', field: 'outcome', value: '?' }],
        ['e.xml#3', null],
      ],
    );
  });

  it('keep the name of the file when it is only one', () => {
    expect(tellAll(list(receipt), 'e.xml').map(({ name, problem }) => [name, problem])).toEqual([
      ['e.xml', null],
    ]);
  });

  it('keep their letters, whatever the list is written in', () => {
    const accented = receipt.replace('Pippo Finto</fullName>', 'Nicolò Finto</fullName>');
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${list(accented, accented)}`;
    for (const bytes of [Buffer.from(xml, 'latin1'), Buffer.from(`\uFEFF${xml}`, 'utf16le')]) {
      const told = tellAll(bytes);
      expect(told.map(({ ricevute }) => ricevute[0]?.debtor.name)).toEqual(['Nicolò Finto', 'Nicolò Finto']);
      expect(told.flatMap(({ warnings }) => warnings)).toEqual([]);
    }
  });

  it('may be cut: those before the cut are read', () => {
    const cut = list(receipt, receipt).slice(0, -200);
    expect(tellAll(cut, 'e.xml').map(({ name, problem }) => [name, problem])).toEqual([
      ['e.xml#1', null],
      ['e.xml#2', { code: 'incomplete-file' }],
    ]);
  });
});

it('100,000 receipts of an archive do not each cost a stream', () => {
  const count = 5000;
  const bytes = zip(Array.from({ length: count }, (_, i) => ({ name: `RT/${i}.xml`, content: receipt })));
  const start = ownTime();
  expect(tellAll(bytes).filter(({ problem }) => problem === null)).toHaveLength(count);
  expect(ownTime() - start).toBeLessThan(10_000);
});
