import { expect, it } from 'vitest';
import { sayWarning } from '../../../src/shared/wording/warnings.ts';
import { aFlusso, anIuf, anOffice, aPayment, aRicevuta } from '../../scenarios/papers.ts';
import { found } from '../figures.ts';
import { tryAll, type Case } from './trial.ts';

const payment = aPayment(1, 12_345);
const rt = aRicevuta(payment);
const fdr = aFlusso(anIuf(1), [payment]);
const sized = (count: number): string => 'x'.repeat(count);
/** A receipt whose root has this before its end. */
const within = (tag: string): string => rt.replace('<idPA>', `${tag}<idPA>`);
const amount = (value: string): string => rt.replace(/(paymentAmount>)[^<]*/, `$1${value}`);
const paidOn = (value: string): string => rt.replace(/(paymentDateTime>)[^<]*/, `$1${value}`);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
const accents = aRicevuta(aPayment(2, 500)).replace('Pagamento al Comune', 'Tassa perché così è');

const doctype = (entities: string): string => rt.replace('?>', `?>\n<!DOCTYPE r [${entities}]>`);
const laughs = Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');

const notRead: readonly Case[] = [
  { id: 'H01', what: 'nothing', paper: '', says: /vuoto/ },
  { id: 'H01', what: 'blanks', paper: ' \r\n\t\n', says: /vuoto/ },
  {
    id: 'H02',
    what: 'a login page',
    paper: '<!DOCTYPE html><html><body>Accedi</body></html>',
    says: /pagina web/,
  },
  { id: 'H02', what: 'a PDF', paper: '%PDF-1.7\n%âãÏÓ\n', says: /PDF/ },
  { id: 'H03', what: 'another XML', paper: '<fattura><n>1</n></fattura>', says: /non riconosciuto.*fattura/ },
  { id: 'H04', what: 'a receipt cut at 60 %', paper: rt.slice(0, rt.length * 0.6), says: /manca la fine/ },
  { id: 'H04', what: 'a flusso cut at 60 %', paper: fdr.slice(0, fdr.length * 0.6), says: /manca la fine/ },
  {
    id: 'H05',
    what: 'entities that grow',
    paper: doctype(`<!ENTITY a0 "ah">${laughs}`),
    says: /DTD, non ammessa/,
  },
  {
    id: 'H06',
    what: 'a file of this computer',
    paper: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">').replace('Pagamento', '&x;'),
    says: /DTD, non ammessa/,
  },
  {
    id: 'H06',
    what: 'a share',
    paper: doctype(String.raw`<!ENTITY x SYSTEM "\\server\share\x">`),
    says: /DTD, non ammessa/,
  },
  {
    id: 'H06',
    what: 'a site',
    paper: doctype('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;'),
    says: /DTD, non ammessa/,
  },
  {
    id: 'H07',
    what: 'a million tags one in the other',
    paper: '<a>'.repeat(1_000_000),
    says: /troppo profonda|manca la fine/,
  },
  {
    id: 'H07',
    what: 'the same in a receipt',
    paper: within('<a>'.repeat(1_000_000)),
    says: /troppo profonda/,
  },
  {
    id: 'H08',
    what: 'an attribute of 20 MB',
    paper: within(`<a b="${sized(20_000_000)}"/>`),
    says: /troppo lungo/,
  },
  {
    id: 'H08',
    what: 'an attribute of 70 KB',
    paper: within(`<a b="${sized(70_000)}"/>`),
    says: /troppo lungo/,
  },
  {
    id: 'H09',
    what: '200,000 attributes',
    paper: within(`<a ${Array.from({ length: 200_000 }, (_, n) => `b${n}="1"`).join(' ')}/>`),
    says: /Troppi attributi|troppo lungo/,
  },
  {
    id: 'H09',
    what: '300 attributes',
    paper: within(`<a ${Array.from({ length: 300 }, (_, n) => `b${n}="1"`).join(' ')}/>`),
    says: /Troppi attributi/,
  },
  {
    id: 'H09',
    what: 'a name of 300 letters',
    paper: within(`<a${sized(300)}/>`),
    says: /Nome di un elemento/,
  },
  {
    id: 'H10',
    what: 'two million references to a character',
    paper: within(`<a>${'&#65;'.repeat(2_000_000)}</a>`),
    says: /Testo troppo lungo/,
  },
  {
    id: 'H10',
    what: 'a text of 5 MB',
    paper: within(`<a>${sized(5_000_000)}</a>`),
    says: /Testo troppo lungo/,
  },
  {
    id: 'H11',
    what: 'a character beyond all',
    paper: rt.replace('Pagamento', '&#x110000;'),
    says: /danneggiato alla riga \d+/,
  },
  { id: 'H11', what: 'a NUL', paper: rt.replace('Pagamento', '\0'), says: /danneggiato alla riga \d+/ },
  {
    id: 'H11',
    what: 'a reference to NUL',
    paper: rt.replace('Pagamento', '&#0;'),
    says: /danneggiato alla riga \d+/,
  },
  {
    id: 'H11',
    what: 'half a pair',
    paper: rt.replace('Pagamento', '&#xD800;'),
    says: /danneggiato alla riga \d+/,
  },
  {
    id: 'H13',
    what: 'a namespace of someone else',
    paper: fdr.replace('http://www.digitpa.gov.it', 'http://www.esempio.it'),
    says: /[Nn]amespace non previsto/,
  },
];

const values: readonly Case[] = [
  ...['1e3', '0x10', '1.234,56', 'NaN', '9'.repeat(30), '1O.00', ''].map((value) => ({
    id: 'H14',
    what: `the amount «${value}»`,
    paper: amount(value),
    says: /Dato non valido|Manca un dato/,
  })),
  // Zero with a sign is zero: banks write it.
  { id: 'H14', what: 'the amount «-0.00»', paper: amount('-0.00'), says: null, like: amount('0.00') },
  ...['2026-02-31T10:00:00', '0001-01-01T00:00:00', '9999-99-99T00:00:00', '2026-13-01', 'ieri'].map(
    (value) => ({
      id: 'H16',
      what: `the day «${value}»`,
      paper: paidOn(value),
      says: /Dato non valido/,
    }),
  ),
];

it('H01, H02, H03, H04, H05, H06, H07, H08, H09, H10, H11, H13 a file that is no document', async () => {
  const figures = await tryAll(notRead);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 240_000);

it('H14, H15, H16 a document with values that cannot be', async () => {
  const figures = await tryAll(values);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 120_000);

it('H12 a document in another encoding than it says', async () => {
  const cases: readonly Case[] = [
    { id: 'H12', what: 'Windows-1252', paper: Buffer.from(accents, 'latin1'), says: null, like: accents },
    { id: 'H12', what: 'UTF-16', paper: utf16(accents), says: null, like: accents },
    { id: 'H12', what: 'two marks', paper: `\uFEFF\uFEFF${accents}`, says: null, like: accents },
    {
      id: 'H12',
      what: 'one that nobody knows',
      paper: accents.replace('UTF-8', 'EBCDIC-IT'),
      says: /codifica dei caratteri non è riconosciuta/,
    },
    {
      id: 'H12',
      what: 'bytes of none',
      paper: Buffer.from(accents.replace('perché', '\x81\x8d'), 'latin1'),
      says: /codifica dei caratteri non è riconosciuta/,
    },
  ];
  const figures = await tryAll(cases);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 120_000);

const debtor = (name: string): string =>
  aRicevuta(aPayment(3, 700)).replace(/(<fullName>)[^<]*/, `$1${name}`);

it('H17 a document whose texts are meant to harm is one all the same', async () => {
  const image = debtor('&lt;img src=x onerror=alert(1)&gt;');
  const cases: readonly Case[] = [
    { id: 'H17', what: 'a name that is markup', paper: image, says: null, like: image },
    {
      id: 'H17',
      what: 'a name that turns round',
      paper: debtor('ROSSI\u202Egnp.exe\u200B'),
      says: null,
      like: debtor('ROSSI\u202Egnp.exe\u200B'),
    },
    { id: 'H17', what: 'a name of 2 MB', paper: debtor(sized(2_000_000)), says: /Testo troppo lungo/ },
  ];
  const figures = await tryAll(cases);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 120_000);

it('H15 a flusso that does not add up is told with both numbers', async () => {
  const office = await anOffice();
  const rows = [aPayment(1, 1_000), aPayment(2, 2_000)];
  const { documents } = await office.drop({
    'somma.xml': aFlusso(anIuf(1), rows, { declaredCents: 9_900 }),
    'conto.xml': aFlusso(anIuf(2), rows, { declaredCount: 3 }),
  });
  const sentences = documents.map(({ warnings }) => warnings.map(sayWarning).join(' '));
  expect(sentences[0]).toMatch(/99,00.*30,00|30,00.*99,00/);
  expect(sentences[1]).toMatch(/3.*2|2.*3/);
  found('H15', '2 flussi: importati come anomali, con i due numeri');
});
