import { describe, expect, it, test } from 'vitest';
import { causaleDays, readCausale, type Extraction } from '../../../../src/shared/domain/causale.ts';
import { cents } from '../../../../src/shared/domain/euro.ts';
import { knowing, read, texts } from './texts.ts';

const marker = '/PUR/LGPE-RIVERSAMENTO/URI/';
const iuf = '2024-07-26PPAYITR1XXX-S2024072601';
const mixed = '2018-05-22UNCRITMM-1h7fues9osh29';

describe('an IUF that we know', () => {
  test.each<[string, string, readonly string[]]>([
    ['clean', `${marker}${iuf}`, []],
    ['blanks anywhere', `${marker}2024-0 7-26PPAYI TR1XXX-S202 4072601`, ['joined-blank']],
    ['no marker at all', `ACCREDITO ${iuf} BOLLETTINO`, ['lost-marker']],
    ['lower case', `${marker}${iuf.toLowerCase()}`, ['case']],
    ['a trailing dash', `${marker}${iuf}-`, ['trailing-mark']],
    ['a payer after a dash', `${marker}${iuf}- Esempio S.p.A.`, ['trailing-mark']],
    ['a blank and more digits', `${marker}${iuf} 12345`, []],
  ])('is found whatever happened to it: %s', (_, causale, repairs) => {
    const extraction = read(causale, iuf);
    expect(extraction).toMatchObject({
      kind: 'iuf',
      iuf,
      known: true,
      confidence: 'certain',
      source: 'causale',
    });
    expect(extraction.repairs.map(({ code }) => code)).toEqual(repairs);
  });

  it('is found although the bank changed its case', () => {
    expect(read(marker + mixed.toUpperCase(), mixed)).toMatchObject({ iuf: mixed, confidence: 'certain' });
  });

  it('is found at the break of a line, with the progressive', () => {
    const extraction = read(`/PUR/LGPE-RIVERSAMENTO/TXT/1/URI/20\n24-07-26PPAYITR1XXX-S2024072601`, iuf);
    expect(extraction).toMatchObject({ iuf, prog: '1', known: true, confidence: 'certain' });
  });

  it('is likely when a word is glued to it', () => {
    expect(read(`${marker}${iuf}ACCREDITO BOLLETTINO`, iuf)).toMatchObject({
      iuf,
      known: true,
      confidence: 'likely',
      repairs: [{ code: 'glued-tail', detail: `${iuf}ACCREDITO` }],
    });
  });

  it('is not taken for the longer one that the text names', () => {
    const short = '2025-05-12PPAYITR1XXX-S1';
    expect(read(`${marker}${short}2`, short)).toMatchObject({ iuf: `${short}2`, known: false });
    expect(read(`${marker}${short}2`, short, `${short}2`)).toMatchObject({ iuf: `${short}2`, known: true });
    expect(read(`${marker}${short}`, short, `${short}2`)).toMatchObject({
      iuf: short,
      kind: 'iuf',
      known: true,
    });
    const grouped = '2018-05-22CIPBITMM-08-00';
    expect(read(`${marker}${grouped}-17-94244`, grouped)).toMatchObject({
      iuf: `${grouped}-17-94244`,
      known: false,
    });
  });

  it('ends at 35 characters whatever follows', () => {
    const of35 = '2025-09-23CRPPIT2PXXX-CC0ISB2860405';
    expect(read(`${marker}${of35}020`, of35)).toMatchObject({ iuf: of35, known: true, confidence: 'likely' });
  });

  it('may be of an older form, without date', () => {
    const hex = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
    expect(read(`${marker}0a1b2c3d4e5f60718293a4b5 c6d7e8f9 f9e8`, hex)).toMatchObject({
      iuf: hex,
      known: true,
      confidence: 'certain',
    });
    expect(read('FATTURAVECCHIO1 X', 'VECCHIO1')).toMatchObject({ kind: 'none' });
  });
});

describe('an IUF that we know, and its neighbours', () => {
  const old = '2013-05-10TPBBIT22-12:30:45.123';
  const doubled = '2018-05-2018-05-24BCITITMM-1234567';
  const inDoubled = '2018-05-24BCITITMM-1234567';
  const withLetter = '2024-07-26UNCRITMM-123456789U';

  it.each([
    ['the shortest there can be', 'X 2024-07-26-1', '2024-07-26-1', 'certain', ['lost-marker']],
    ['with colons', `${marker}${old} TRN 1`, old, 'certain', []],
    ['glued to a word before it', `X${iuf}`, iuf, 'likely', ['lost-marker', 'glued-head']],
    ['with an underscore behind', `${marker}${iuf}_ X`, iuf, 'certain', ['trailing-mark']],
    ['cut before its last character', `${marker}${iuf.slice(0, -1)} 1`, iuf, 'certain', ['joined-blank']],
    [
      'before a word, both with letters',
      `${marker}${withLetter}TRN 12`,
      withLetter,
      'likely',
      ['glued-tail'],
    ],
    ['without a date', `${marker}VECCHIO1 X`, 'VECCHIO1', 'certain', []],
    ['without a date, of six characters', 'X ABC123', 'ABC123', 'certain', ['lost-marker']],
    ['beside a piece of itself without a date', `${marker}${iuf}`, iuf, 'certain', []],
  ])('%s', (_, causale, wanted, confidence, repairs) => {
    const extraction = read(causale, wanted, 'PPAYITR1XXX', 'ABC12');
    expect(extraction).toMatchObject({ kind: 'iuf', iuf: wanted, known: true, confidence, prog: null });
    expect(extraction.repairs.map(({ code }) => code)).toEqual(repairs);
    expect(extraction.otherIufs).toEqual([]);
  });

  it('says what was glued to it', () => {
    expect(read(`X${iuf}`, iuf).repairs.at(-1)).toEqual({ code: 'glued-head', detail: `X${iuf}` });
  });

  it.each([
    ['of five characters without a date', 'X ABC12', 'ABC12'],
    ['of another word, without a date', `${marker}FATTURAVECCHIO1`, 'VECCHIO1'],
    ['before two letters', `${marker}${withLetter}TR`, withLetter],
    ['short, before letters', `${marker}2024-07-26UNCRITMM-12345678UTRN`, '2024-07-26UNCRITMM-12345678U'],
  ])('is not found: %s', (_, causale, other) => {
    expect(read(causale, other).known).toBe(false);
  });

  it('is told once where one stands in the other', () => {
    expect(read(`${marker}${doubled}`, doubled, inDoubled)).toMatchObject({ iuf: doubled, otherIufs: [] });
    expect(read(`${marker}${iuf} ${doubled}`, iuf, doubled, inDoubled)).toMatchObject({
      iuf,
      otherIufs: [doubled],
    });
    const behindDay = iuf.slice(10);
    const apart = `${marker}2024-07-26 ${behindDay}`;
    expect(read(apart, iuf, behindDay)).toMatchObject({ iuf, otherIufs: [] });
    expect(read(`${marker}2018-05- ${inDoubled}/X`)).toMatchObject({ iuf: doubled, otherIufs: [] });
  });

  it('is told beside one without a date, before and behind', () => {
    expect(read(`${marker}${iuf} VECCHIO1`, iuf, 'VECCHIO1')).toMatchObject({ iuf, otherIufs: ['VECCHIO1'] });
    expect(read(`VECCHIO1 ${iuf}`, iuf, 'VECCHIO1')).toMatchObject({ iuf, otherIufs: ['VECCHIO1'] });
  });
});

describe('what one text says, the best of it', () => {
  const iuv = '22200280521093906';
  const tooLong = '2025-09-23CRPPIT2PXXX-CC0ISB28604059';
  const cut = '2025-05-12PPAYITR1XXX-S00';

  test.each<[string, Partial<Extraction>]>([
    [`${marker}NOT PROVIDED /RFB/${iuv}`, { kind: 'iuv', iuv }],
    [`/RFB/${iuv} /PUR/LGPE-RIVERSAMENTO`, { kind: 'iuv', iuv }],
    [
      `${marker}2024-07-26PPAY /RFB/${iuv}/1.00`,
      { kind: 'truncated', iuf: '2024-07-26PPAY', iuv, amountCents: cents(100) },
    ],
    [`${marker}${tooLong} /RFB/${iuv}`, { kind: 'unreadable', iuf: tooLong, iuv }],
    [`${marker}${tooLong} ${marker}${cut}`, { kind: 'iuf', iuf: cut }],
    [`${marker}${tooLong} ${marker}2025-05-12PPAY`, { kind: 'unreadable', iuf: tooLong }],
    [`${marker}${tooLong} ${marker}NOT PROVIDED`, { kind: 'unreadable', iuf: tooLong }],
    [`.PUR.LGPE-RIVERSAMENTO.URI.${tooLong}`, { kind: 'unreadable', iuf: null }],
    [
      `.PUR.LGPE-RIVERSAMENTO.URI.2025-05- CRBIIT2B /URI/${iuf}`,
      { kind: 'iuf', iuf, confidence: 'likely', prog: null },
    ],
    [`${marker}2024-07-26PPAY CRBIIT2B /URI/${iuf}`, { kind: 'truncated', iuf: '2024-07-26PPAY' }],
    ['CRBIIT2B /URI/2017-01-01ABI00000011234', { kind: 'none' }],
  ])('%s', (causale, expected) => {
    expect(read(causale)).toMatchObject(expected);
  });

  it('is a piece of one flusso that we know rather than what nobody can read', () => {
    const causale = `${marker}${tooLong} ${marker}2025-05-12PPAY`;
    expect(read(causale, `${cut}1`)).toMatchObject({ kind: 'truncated', candidates: [`${cut}1`] });
    expect(read(causale, `${cut}1`, `${cut}2`)).toMatchObject({ kind: 'truncated' });
  });

  test.each<[string, string, Partial<Extraction>]>([
    // A date and three letters say nothing yet.
    ['2025-05-12PPA', `${cut}1`, { kind: 'truncated', candidates: [] }],
    ['2025-05-12PPAY', `${cut}1`, { kind: 'truncated', candidates: [`${cut}1`] }],
    // Nor do two characters of a code.
    [
      '2025-05-12PPAYITR1XXX-S0 TRN: 1',
      `${cut}1`,
      { kind: 'iuf', iuf: '2025-05-12PPAYITR1XXX-S0', candidates: [] },
    ],
    [
      '2025-05-12PPAYITR1XXX-S00 TRN: 1',
      `${cut}1`,
      { kind: 'iuf', candidates: [`${cut}1`], confidence: 'confirm' },
    ],
    [
      '2018-05-18BCITITMM-0000000034 99',
      '2018-05-18BCITITMM-00000000349912',
      { kind: 'truncated', iuf: '2018-05-18BCITITMM-000000003499' },
    ],
    [
      '2018-05-18BCITITMM-0000000034 99/X',
      '2018-05-18BCITITMM-00000000349912',
      { kind: 'iuf', iuf: '2018-05-18BCITITMM-0000000034', confidence: 'confirm' },
    ],
    ['2017-01-01ABI00000011234', '2017-01-01ABI000000112345', { kind: 'iuf', candidates: [] }],
  ])('%s, where %s is known', (written, known, expected) => {
    expect(read(marker + written, known)).toMatchObject(expected);
  });
});

describe('a truncated IUF', () => {
  const cut = '2025-05-12PPAYITR1XXX-S00';
  it('is a question when it could be two flussi, a proposal when it could be one', () => {
    expect(read(marker + cut, `${cut}1`, `${cut}2`)).toMatchObject({
      kind: 'truncated',
      iuf: cut,
      confidence: 'confirm',
      candidates: [`${cut}1`, `${cut}2`],
      known: false,
    });
    expect(read(marker + cut, `${cut}1`)).toMatchObject({
      kind: 'truncated',
      candidates: [`${cut}1`],
    });
  });

  it('may have lost its code but for a character, or end with a mark of the code', () => {
    const whole = '2025-05-12CIPBITMM-08-00-17-94244';
    for (const left of ['2025-05-12CIPBITMM-', '2025-05-12CIPBITMM-0', '2025-05-12CIPBITMM-08-00-']) {
      expect(read(marker + left, whole)).toMatchObject({ kind: 'truncated', candidates: [whole] });
      expect(read(marker + left)).toMatchObject({ confidence: 'confirm', candidates: [] });
    }
  });

  it('is not supposed when the text goes on', () => {
    expect(read(`${marker}2025-05-12PPAYITR1XXX-S01 TRN: 1`, '2025-05-12PPAYITR1XXX-S012')).toMatchObject({
      kind: 'iuf',
      known: false,
      confidence: 'confirm',
      candidates: ['2025-05-12PPAYITR1XXX-S012'],
    });
  });
});

describe('two IUFs in one causale', () => {
  const other = '2024-07-27BCITITMM-0000000034';
  it('are both told, known or not', () => {
    const both = `${marker}${iuf} ${marker}${other}`;
    expect(read(both)).toMatchObject({ iuf, otherIufs: [other] });
    expect(read(both, iuf)).toMatchObject({ iuf, otherIufs: [other] });
    expect(read(both, other)).toMatchObject({ iuf: other, known: true, otherIufs: [iuf] });
    expect(read(both, other, iuf)).toMatchObject({ iuf, known: true, otherIufs: [other] });
  });

  it('are both told although the second has no marker of its own', () => {
    for (const between of [' ', ' E ', '; ', '\n', ' /URI/']) {
      expect(read(`${marker}${iuf}${between}${other}`)).toMatchObject({ iuf, otherIufs: [other] });
    }
    for (const after of [
      '2024-07-27',
      '2024-07-27-0001',
      '2024-07-27 TRN-1',
      'A2024-07-27BCITITMM-0000000034',
    ]) {
      expect(read(`${marker}${iuf} ${after}`).otherIufs).toEqual([]);
    }
  });

  it.each([
    '2024-07-27ABI03069-0000000034',
    '2024-07-27BIC03069-0000000034',
    '2024-07-2788888888888-0000000034',
    '2024-07-27BCITITMMXXX-0000000034',
    '2024-07-27BCITITM1-0000000034',
    '2024-07-27NODO-DOC-DEV-0000000034',
    '2024-07-27NODO-0000000034',
  ])('are both told when the second is %s, without a marker', (second) => {
    expect(read(`${marker}${iuf} ${second}/ ${other}`).otherIufs).toEqual([second, other]);
  });

  it.each([
    '2024-07-27-0000000034',
    '2024-07-27X1-0000000034',
    '2024-07-27ABCDEFGHI-0000000034',
    '2024-07-27A-B-C-D-E-0000000034',
    '2024-07-27BCITITMM-00034',
  ])('are one when %s is no IUF for sure', (second) => {
    expect(read(`${marker}${iuf} ${second}`).otherIufs).toEqual([]);
  });

  it('are both told when one of them is known and they touch', () => {
    expect(read(`${marker}${iuf} ${other}`, iuf)).toMatchObject({ iuf, otherIufs: [other] });
    expect(read(`${marker}${other} ${iuf}`, iuf)).toMatchObject({ iuf, otherIufs: [other] });
  });

  it.each(['2024-07-27PPAY', '2017-01-01ABI00000011234', '22200280521093906'])(
    'are one when the second marker leads to %s',
    (second) => {
      expect(read(`${marker}${iuf} ${marker}${second}`)).toMatchObject({ iuf, otherIufs: [] });
    },
  );

  it('are one when what stands first is glued to a letter', () => {
    expect(read(`A${other} ${marker}${iuf}`)).toMatchObject({ iuf, otherIufs: [] });
  });

  it('are both told when the second stands first, without a marker', () => {
    expect(read(`${other} ${marker}${iuf}`)).toMatchObject({ iuf, otherIufs: [other] });
  });

  it('are one when the second is a piece of the first', () => {
    expect(read(`${marker}${iuf} .PUR.LGPE-RIVERSAMENTO.URI.2024-07-26PPAYITR1XXX-S20`).otherIufs).toEqual(
      [],
    );
    expect(read(`.PUR.LGPE-RIVERSAMENTO.URI.2024-07-26PPAYITR1XXX-S20 ${marker}${iuf}`)).toMatchObject({
      iuf,
      otherIufs: [],
    });
    expect(read(`${marker}${iuf} ${marker}${iuf}`).otherIufs).toEqual([]);
  });
});

function readAll(others: Parameters<typeof texts>[1], ...iufs: readonly string[]): Extraction {
  return readCausale(texts('ACCREDITO', others), knowing(...iufs));
}

describe('the sources of a movement', () => {
  test.each([
    ['end-to-end', { endToEnd: marker + '2025-05-12ABI03069-S012345678' }],
    ['bank-data', { bankTexts: ['X', marker + '2025-05-12ABI03069-S012345678'] }],
    ['reference', { reference: marker + '2025-05-12ABI03069-S012345678' }],
    ['payer', { payer: marker + '2025-05-12ABI03069-S012345678' }],
  ])('an IUF found only in %s is likely', (source, others) => {
    const expected = { kind: 'iuf', iuf: '2025-05-12ABI03069-S012345678', confidence: 'likely', source };
    expect(readAll(others)).toMatchObject({ ...expected, known: false });
    expect(readAll(others, '2025-05-12ABI03069-S012345678')).toMatchObject({ ...expected, known: true });
  });

  it('the causale wins over what is cut in the end-to-end id', () => {
    const others = { endToEnd: '.PUR.LGPE-RIVERSAMENTO.URI.2024-07-' };
    expect(readCausale(texts(marker + iuf, others), knowing())).toMatchObject({
      iuf,
      confidence: 'certain',
      source: 'causale',
    });
    expect(readAll(others)).toMatchObject({ kind: 'unreadable', iuf: null, source: 'end-to-end' });
  });

  it('a whole IUF elsewhere wins over a truncated one in the causale', () => {
    const others = { bankTexts: [marker + iuf] };
    expect(readCausale(texts(`${marker}2024-07-`, others), knowing())).toMatchObject({
      kind: 'iuf',
      iuf,
      confidence: 'likely',
      source: 'bank-data',
    });
  });

  it('a causale in several elements is one causale, joined with and without a blank', () => {
    const causali = [
      '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2024-07-26PPAYITR1',
      'XXX-S2024',
      '072601',
      'TRXID: 123',
    ];
    expect(readCausale({ ...texts(''), causali }, knowing())).toMatchObject({
      kind: 'iuf',
      iuf,
      prog: '0',
      confidence: 'likely',
      source: 'causale',
    });
    const separate = [marker + iuf, 'ACCREDITO BOLLETTINO'];
    expect(readCausale({ ...texts(''), causali: separate }, knowing())).toMatchObject({ iuf });
  });

  it.each([
    ':RI2:/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITR1 :RI3:XXX-S2024072601',
    ':OR1:BA NKING : R I 2 :/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITR1 : R I 3 :XXX-S2024072601 :SEC:CASH',
    'Data Ordine: 26/07/2024; :ERI:EUR 000000000019312 :RI2:/PUR/LGPE-RIVERSAMENTO/U :RI3:RI/2024-07-26PPAYITR1XXX-S2024072601 :TR1:12345678901234',
    ':MA2:EU R :RI1:/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2024-07-2 :RI2:6PPAYITR1XXX-S202 :RI3:4072601 :OR1:X',
  ])('the remittance goes on in the next field of a soup of tags: %s', (causale) => {
    const extraction = readCausale(texts(causale), knowing());
    expect(extraction).toMatchObject({ kind: 'iuf', iuf, otherIufs: [] });
    expect(extraction.confidence).not.toBe('confirm');
    expect(readCausale(texts(causale), knowing(iuf))).toMatchObject({
      iuf,
      known: true,
      confidence: 'certain',
    });
  });

  it('the remittance goes on in the next record 63 of the CBI, whose name is not part of it', () => {
    const causali = [
      'YYY20240726',
      'RI1/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2024-07-26PPAYITR1',
      'RI2XXX-S2024072601',
    ];
    for (const pieces of [causali, [causali.join('\n')]]) {
      expect(readCausale({ ...texts(''), causali: pieces }, knowing())).toMatchObject({ iuf, prog: '0' });
    }
  });

  it('a payer "Servizio pagoPA" makes a causale without IUF suspect', () => {
    expect(readAll({ payer: 'Banca Esempio Servizio pagoPA' })).toMatchObject({
      kind: 'suspect',
      source: 'payer',
    });
  });

  it('a number of 18 digits is suspect where people write, not in the reference of the bank', () => {
    expect(readAll({ endToEnd: '301000000000012345' })).toMatchObject({
      kind: 'suspect',
      source: 'end-to-end',
    });
    expect(readAll({ reference: '301000000000012345' })).toMatchObject({ kind: 'none' });
  });

  it('a movement without any text is nothing', () => {
    expect(readCausale({ ...texts(''), causali: [] }, knowing())).toMatchObject({
      kind: 'none',
      source: null,
    });
  });
});

describe('the days of a movement', () => {
  it('are the date-shaped strings of its texts, each once, blanks ignored', () => {
    const movement = texts(`${marker}2024-0 7-26PPAYITR1XXX-S1 2024-07-26 12024-08-01`, {
      endToEnd: '.PUR.LGPE-RIVERSAMENTO.URI.2025-05-',
      bankTexts: ['2023-01-', '02'],
    });
    expect(causaleDays(movement)).toEqual(['2024-07-26', '2024-08-01', '2023-01-02']);
  });

  it('hold the day of every known IUF that is found', () => {
    const movement = texts(`X2024-07-26PPAYI TR1XXX-S2024072601`);
    expect(readCausale(movement, knowing(iuf)).iuf).toBe(iuf);
    expect(causaleDays(movement)).toContain(iuf.slice(0, 10));
  });
});
