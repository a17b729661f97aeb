import { describe, expect, it } from 'vitest';
import { aDesk, settle } from './command-line.ts';
import { dayGiornale, wholeFlusso } from './day-of-papers.ts';
import { giornale } from './giornale.ts';
import { ricevuta } from './papers.ts';
import { ask, importShape, verificaShape } from './shapes.ts';
import { zip } from '../importers/zip.ts';

const utf16 = Buffer.concat([
  Buffer.from([0xff, 0xfe]),
  Buffer.from(wholeFlusso.replace('UTF-8', 'UTF-16'), 'utf16le'),
]);

const prefixed = (xml: string, prefix: string): string =>
  xml
    .replaceAll(/<(\/?)(?![?/]|ds:)/g, `<$1${prefix}:`)
    .replace(
      `<${prefix}:flusso_giornale_di_cassa>`,
      `<${prefix}:flusso_giornale_di_cassa xmlns:${prefix}="urn:banca">`,
    );

describe('the same content under another wrapping', () => {
  const desk = aDesk(async (it_) => {
    await settle(it_);
    await it_.run([
      'importa',
      it_.write('f.xml', wholeFlusso),
      it_.write('g.xml', dayGiornale),
      it_.write('r.xml', ricevuta(1, 2_200)),
    ]);
  });
  const again = {
    'altro-nome.dat': wholeFlusso,
    'rientrato.xml': wholeFlusso.replaceAll('><', '>\r\n   <'),
    'prefisso.xml': wholeFlusso
      .replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1pay_i:')
      .replace(' xmlns=', ' xmlns:pay_i='),
    'bom.xml': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(wholeFlusso)]),
    'utf16.xml': utf16,
    'latin1.xml': wholeFlusso.replace('UTF-8', 'ISO-8859-1'),
    'commento.xml': `<!-- licenza -->\n\n${wholeFlusso}`,
    'giornale-rientrato.xml': dayGiornale.replaceAll('><', '>\n\t<'),
    'giornale-prefisso.xml': prefixed(dayGiornale, 'ns1'),
    'ricevuta-nuda.xml': /<paf:.*<\/paf:paSendRTV2Request>/
      .exec(ricevuta(1, 2_200))?.[0]
      .replace(
        '<paf:paSendRTV2Request>',
        '<paf:paSendRTV2Request xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd">',
      ),
    'zip.zip': zip([
      { name: 'Flussi/uno.xml', content: wholeFlusso },
      { name: '__MACOSX/._uno.xml', content: 'x' },
      { name: '.DS_Store', content: 'x' },
    ]),
  };

  it('is already imported, and changes nothing', async () => {
    const before = await ask(desk, ['verifica'], verificaShape);
    const paths = Object.entries(again).map(([name, content]) => desk.write(name, content ?? ''));
    const { documents, report } = await ask(desk, ['importa', ...paths], importShape);
    expect(documents.filter(({ outcome }) => outcome !== 'already-imported')).toEqual([]);
    expect(documents.map(({ name }) => name)).toEqual(
      Object.keys(again).map((name) => (name === 'zip.zip' ? 'zip.zip/Flussi/uno.xml' : name)),
    );
    expect(report).toMatchObject({ new: 0, alreadyKnown: 14, flussi: { imported: 0 }, cents: { total: 0 } });
    expect(await ask(desk, ['verifica'], verificaShape)).toEqual(before);
  });

  it('is one document when the same drop brings it twice', async () => {
    const file = desk.write(
      'due.xml',
      giornale([{ numero: '7', cents: 5, causale: 'X' }], { day: '2026-03-06' }),
    );
    const { documents } = await ask(desk, ['importa', file, file], importShape);
    expect(documents.map(({ outcome }) => outcome)).toEqual(['imported', 'already-imported']);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(1);
  });

  it('knows a provvisorio of a 1.4 file again, whatever its zeros', async () => {
    const period = giornale(
      [
        { numero: '7', cents: 5, causale: 'X' },
        {
          numero: '0000104',
          cents: 777,
          causale: '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2026-03-04FNTRGB9X-1h7fues9osh29',
        },
        { numero: '200', cents: 10, causale: 'ALTRO' },
      ],
      { version: '1.4', day: '2026-03-06' },
    );
    const { report } = await ask(desk, ['importa', desk.write('periodo.xml', period)], importShape);
    expect(report).toMatchObject({ movements: 3, new: 1, alreadyKnown: 2, cents: { total: 10 } });
  });
});
