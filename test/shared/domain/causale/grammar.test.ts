import { describe, expect, it, test } from 'vitest';
import type { Extraction } from '../../../../src/shared/domain/causale.ts';
import { cents } from '../../../../src/shared/domain/euro.ts';
import { read } from './texts.ts';

type Expected = Partial<Extraction>;

const marker = '/PUR/LGPE-RIVERSAMENTO/URI/';
const iuf = '2024-07-26PPAYITR1XXX-S2024072601';
const certain = (value: string): Expected => ({
  kind: 'iuf',
  iuf: value,
  confidence: 'certain',
  repairs: [],
});
const likely = (value: string): Expected => ({ kind: 'iuf', iuf: value, confidence: 'likely' });
const confirm = (value: string): Expected => ({ kind: 'iuf', iuf: value, confidence: 'confirm' });

describe('26 the table of the handbook', () => {
  test.each<[number, string, Expected]>([
    [1, `${marker}2018-05-18BCITITMM-0000000034`, certain('2018-05-18BCITITMM-0000000034')],
    [2, `${marker}2018-05-11ITBBITM1-0000000000037487`, certain('2018-05-11ITBBITM1-0000000000037487')],
    [
      4,
      `${marker}2018-05-2018-05-22CIPBITMM-08-00-20-31570`,
      { kind: 'unreadable', iuf: '2018-05-2018-05-22CIPBITMM-08-00-20-31570', confidence: 'confirm' },
    ],
    [
      5,
      `${marker}2018-05-2018-05-24BCITITMM-0000000037`,
      { kind: 'unreadable', iuf: '2018-05-2018-05-24BCITITMM-0000000037', confidence: 'confirm' },
    ],
    [6, `${marker}2018-05-21ABI03069-ADRSY00040777516`, certain('2018-05-21ABI03069-ADRSY00040777516')],
    [7, `${marker}2018-05-29ABI02008-ADRSY00040777516`, certain('2018-05-29ABI02008-ADRSY00040777516')],
    [9, `${marker}2018-05-22UNCRITMM-1h7fues9osh29`, certain('2018-05-22UNCRITMM-1h7fues9osh29')],
    [11, `${marker}2018-05-23PASCITMM-0E0JHIC0WV60G`, certain('2018-05-23PASCITMM-0E0JHIC0WV60G')],
    [12, `${marker}2018-05-23BPPIITRRXXX-000037616703`, certain('2018-05-23BPPIITRRXXX-000037616703')],
    [14, `${marker}2018-05-31SATYGB21-060320759047`, certain('2018-05-31SATYGB21-060320759047')],
    [16, `${marker}2018-05-21BCITITMM-0000000G12`, certain('2018-05-21BCITITMM-0000000G12')],
    [17, `${marker}2018-05-18BCITITMM-TESTENG3-34`, certain('2018-05-18BCITITMM-TESTENG3-34')],
    [18, `${marker}RF05202160003AAA100000001`, { kind: 'iuv', iuv: 'RF05202160003AAA100000001', iuf: null }],
    [19, 'ACCREDITI VARI LGPE-RIVERSAMENTO/URI/2023-01-01 ABC123', confirm('2023-01-01ABC123')],
    [
      21,
      'ACCREDITI VARI LGPE-RIVERSAMENTO/URI/2024-12-15 IUV_TEST_RFS12345678901234567891234567890 RFB oh948',
      {
        kind: 'unreadable',
        iuf: '2024-12-15IUV_TEST_RFS12345678901234567891234567890',
        iuv: null,
        confidence: 'confirm',
      },
    ],
    [
      23,
      `:OR1:NOTPROVIDED :MA2:EU R :RI3:${marker}2024-07-26PPAYITR1XXX-S2024072600 :SEC:CASH`,
      certain('2024-07-26PPAYITR1XXX-S2024072600'),
    ],
    [
      24,
      `RI1${marker}2025-09-23BPPIITRRXXX-000038102790 ACCREDITO BOLLETTINO P.A.`,
      certain('2025-09-23BPPIITRRXXX-000038102790'),
    ],
    [26, 'INVALID STRING', { kind: 'none', iuf: null, iuv: null, source: null }],
    [28, `LGPE- RIVERSAMENTO/URI/${iuf}`, likely(iuf)],
    [29, `LGPE -RIVERSAMENTO/URI/${iuf}`, likely(iuf)],
    [31, `/PUR/L GPE-RIVERSAMENTO/URI/${iuf}`, likely(iuf)],
    [32, `${marker}2024-07- 26PPAYITR1XXX-S2024072601`, likely(iuf)],
    [34, `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}`, { ...certain(iuf), prog: '0' }],
    [
      36,
      `ACCREDITO INCASSI DEBITORE 321${marker}2024-09-03PPAYITR1XXX-S50033300001`,
      certain('2024-09-03PPAYITR1XXX-S50033300001'),
    ],
    [
      37,
      `${marker}2025-05-12PPAYITR1XXX-S01 .PUR.LGPE-RIVERSAMENTO.URI.2025-05- TRXID: 12345678901234567`,
      { ...certain('2025-05-12PPAYITR1XXX-S01'), otherIufs: [], iuv: null },
    ],
    [38, '.PUR.LGPE-RIVERSAMENTO.URI.2025-05-', { kind: 'unreadable', iuf: null, confidence: 'confirm' }],
    [
      39,
      `${marker}0a1b2c3d4e5f60718293a4b5c6d7e8f9 f9e8d7c6b5a493827160f5e4d3c2b1a0 /BON.SEPA TRN 1201160260177342 /ORD.`,
      confirm('0a1b2c3d4e5f60718293a4b5c6d7e8f9'),
    ],
    [41, `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${iuf}`, certain(iuf)],
    [
      45,
      '/RFS/RF23 5674 8393 7849 4505 5087 5/45.56',
      { kind: 'iuv', iuv: 'RF23567483937849450550875', confidence: 'likely', amountCents: cents(4556) },
    ],
    [46, `${marker}2017-01-01ABI00000011234`, confirm('2017-01-01ABI00000011234')],
    [
      49,
      '/RFB/340105455507221/100.99/TXT/Diritti e segreteria',
      { kind: 'iuv', iuv: '340105455507221', confidence: 'certain', amountCents: cents(10099) },
    ],
    [
      50,
      '/RFB/10000000000000001/45.01/TXT/Compartecipazione alla spesa',
      { kind: 'iuv', iuv: '10000000000000001', confidence: 'likely', amountCents: cents(4501) },
    ],
    [51, '/RFB/154340602921782/45.01/TXT/Pagamento servizi', { kind: 'iuv', iuv: '154340602921782' }],
    [
      52,
      '/RFB/999999999999999',
      { kind: 'iuv', iuv: '999999999999999', confidence: 'likely', amountCents: null },
    ],
    [55, '/PUR/LGPE/RIVERSAMENTO/XXXXXXXXXXX', { kind: 'suspect', iuf: null, source: 'causale' }],
    [56, 'PUR/LGPE-RIVERSAMENTO/URI/2026-06-20-XYZ-001', confirm('2026-06-20-XYZ-001')],
    [58, 'RFS/123456789012345', { kind: 'iuv', iuv: '123456789012345' }],
    [59, 'RFB/RF18123456789012345', { kind: 'iuv', iuv: 'RF18123456789012345', confidence: 'likely' }],
    [61, '/RFB/9876096598656344', { kind: 'iuv', iuv: '9876096598656344', confidence: 'confirm' }],
    [
      65,
      '/RFS/RF71181370001T00200000003/180.18',
      { kind: 'iuv', iuv: 'RF71181370001T00200000003', confidence: 'certain', amountCents: cents(18018) },
    ],
    [
      67,
      '/RFS/RF65181370001C00100000014/127.6',
      { kind: 'iuv', iuv: 'RF65181370001C00100000014', confidence: 'likely', amountCents: cents(12760) },
    ],
    [69, '/RFS/181170560898637/123.36', { kind: 'iuv', iuv: '181170560898637', confidence: 'certain' }],
    [71, '/RFB/22200280521093906/10.00', { kind: 'iuv', iuv: '22200280521093906', confidence: 'certain' }],
    [73, `${marker}2`, { kind: 'truncated', iuf: '2', confidence: 'confirm' }],
    [75, `${marker}2021-11-10PPAYITR1XXX-S011516185`, certain('2021-11-10PPAYITR1XXX-S011516185')],
    [76, `${marker}2021-12-11BTFJAJSSJ-0000000001`, certain('2021-12-11BTFJAJSSJ-0000000001')],
    [77, `${marker}2021-07-12PPAYITR1XXX-S003545602`, certain('2021-07-12PPAYITR1XXX-S003545602')],
    [83, `${marker}2024-07-26 PPAYITR1XXX-S2024072601`, likely(iuf)],
    [86, `/PUR/LGPE-RIVER SAMENTO/URI/${iuf}`, likely(iuf)],
    [88, `/PUR/LGPE-RIVERSAMENTO//URI/${iuf}`, certain(iuf)],
    [94, 'MUTUO 620184257 CUP H94G19030460029 TRXID: 0122492727202545 VIA MILANO 4', { kind: 'none' }],
  ])('row %i: %s', (_, causale, expected) => {
    expect(read(causale)).toMatchObject(expected);
  });

  it('row 90: an IUF cut at the end is recognised against the flussi we know', () => {
    const cut = '2024-07-26PPAYITR1XXX-S20240726';
    expect(read(marker + cut, iuf)).toMatchObject({
      kind: 'truncated',
      iuf: cut,
      confidence: 'confirm',
      candidates: [iuf],
      known: false,
    });
  });
});

describe('what banks do to the marker', () => {
  test.each<[string, string, Expected]>([
    ['blanks for slashes', `PUR LGPE-RIVERSAMENTO URI ${iuf}`, certain(iuf)],
    ['dots for slashes', `.PUR.LGPE-RIVERSAMENTO.TXT.1.URI.${iuf}`, { ...certain(iuf), prog: '1' }],
    ['other characters for slashes', `*PUR*LGPE-RIVERSAMENTO*URI*${iuf}*`, certain(iuf)],
    ['only RIVERSAMENTO left', `RIVERSAMENTO/URI/${iuf}`, likely(iuf)],
    ['only URI left', `CRBIIT2B /URI/${iuf}`, { ...likely(iuf), source: 'causale' }],
    ['spaces around the dash', `/PUR/LGPE - RIVERSAMENTO/URI/${iuf}`, likely(iuf)],
    ['typographic dashes', `/PUR/LGPE\u2013RIVERSAMENTO/URI/${iuf.replaceAll('-', '\u2010')}`, certain(iuf)],
    ['full-width slashes', `\uff0fPUR\uff0fLGPE-RIVERSAMENTO\uff0fURI\uff0f${iuf}`, certain(iuf)],
    ['no-break spaces', `ACCREDITI\u00a0VARI\u00a0${marker}${iuf}\u00a0EUR`, certain(iuf)],
    ['TXT lost, progressive kept', `/PUR/LGPE-RIVERSAMENTO/1/URI/${iuf}`, { ...likely(iuf), prog: '1' }],
    [
      'free text for the progressive',
      `/PUR/LGPE-RIVERSAMENTO/TXT/Integrazione/URI/${iuf}`,
      { ...likely(iuf), prog: null },
    ],
    ['the supplementary transfer', `/PUR/LGPE-RIVERSAMENTO/TXT/9/URI/${iuf}`, { ...certain(iuf), prog: '9' }],
    ['URI lost', `/PUR/LGPE-RIVERSAMENTO/TXT/0/${iuf}`, { ...likely(iuf), prog: '0' }],
    ['lower case', `/pur/lgpe-riversamento/uri/${iuf}`, likely(iuf)],
    ['a tag around it', `/ZZ2ABC/ZZ3${marker}${iuf}/ZZ4/SEPA`, certain(iuf)],
    ['wrapped inside the marker and URI', `/PUR/LGPE-RIVERSAMEN\nTO/U RI/${iuf}`, likely(iuf)],
  ])('%s: %s', (_, causale, expected) => {
    expect(read(causale)).toMatchObject(expected);
  });

  it('says what was broken', () => {
    expect(read(`LGPE- RIVERSAMENTO/URI/${iuf}`).repairs).toEqual([
      { code: 'broken-marker', detail: 'LGPE- RIVERSAMENTO/URI/' },
    ]);
    expect(read(`/pur/lgpe-riversamento/uri/${iuf}`).repairs.map(({ code }) => code)).toEqual(['case']);
    expect(read(`URI ${iuf}`).repairs.map(({ code }) => code)).toEqual(['lost-marker']);
  });
});

describe('what banks do to the IUF', () => {
  const of35 = '2025-09-23CRPPIT2PXXX-CC0ISB2860405';
  test.each<[string, string, Expected, readonly string[]]>([
    ['a blank inside the PSP', `${marker}2024-07-26PPAY ITR1XXX-S2024072601`, likely(iuf), ['joined-blank']],
    ['a blank before the dash', `${marker}2024-07-26PPAYITR1XXX -S2024072601`, likely(iuf), ['joined-blank']],
    ['a blank after the dash', `${marker}2024-07-26PPAYITR1XXX- S2024072601`, likely(iuf), ['joined-blank']],
    ['a tag glued to the end', `${marker}${iuf}/BON.SEPA TRN 1201160`, certain(iuf), []],
    ['a colon glued to the end', `${marker}${iuf}:SEC:CASH`, certain(iuf), []],
    ['a payer after a dash', `${marker}${iuf}- Esempio S.p.A. DA UNCRITMM`, likely(iuf), ['trailing-mark']],
    ['35 characters and a dash', `${marker}${of35}-`, likely(of35), ['trailing-mark']],
    ['35 characters, a dash and a word', `${marker}${of35}-Esempio S.p.A.`, likely(of35), ['cut-at-35']],
    ['35 characters and a blank', `${marker}${of35} 12 RATE`, certain(of35), []],
    ['36 characters', `${marker}${of35}9`, { kind: 'unreadable', iuf: `${of35}9` }, []],
    [
      'an old code with colons',
      `${marker}2013-05-10TPBBIT22-12:30:45.123 TRN 1`,
      certain('2013-05-10TPBBIT22-12:30:45.123'),
      [],
    ],
    [
      'a tag glued to an old code',
      `${marker}2013-05-10TPBBIT22-S01:SEC:CASH`,
      certain('2013-05-10TPBBIT22-S01'),
      [],
    ],
    [
      'the PSP as codice fiscale',
      `${marker}2025-04-1688888888888-183534458123`,
      certain('2025-04-1688888888888-183534458123'),
      [],
    ],
    [
      'a PSP with dashes',
      `${marker}2025-04-16nodo-doc-dev-0000000001`,
      certain('2025-04-16nodo-doc-dev-0000000001'),
      [],
    ],
    [
      'a doubled date that fits',
      `${marker}2018-05-2018-05-24BCITITMM-37`,
      confirm('2018-05-2018-05-24BCITITMM-37'),
      [],
    ],
    ['64 characters in one', `${marker}${'0a1b2c3d'.repeat(8)}`, confirm('0a1b2c3d'.repeat(4)), []],
    [
      'an IUV of 17 digits in its place',
      `${marker}22200280521093906`,
      { kind: 'iuv', iuv: '22200280521093906', iuf: null },
      [],
    ],
    [
      'a day that does not exist',
      `${marker}2024-02-30PPAYITR1XXX-S01`,
      confirm('2024-02-30PPAYITR1XXX-S01'),
      [],
    ],
  ])('%s: %s', (_, causale, expected, repairs) => {
    const extraction = read(causale);
    expect(extraction).toMatchObject(expected);
    expect(extraction.repairs.map(({ code }) => code)).toEqual(repairs);
  });

  it('joins what a line of 35 characters has cut, and says so', () => {
    const whole = `${marker}2024-07-26PPAYITR1XXX-S2024072601 ACCREDITO`;
    const atLine = `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2024-07-26PPAYITR1XXX-S2024072601 TRN 12`;
    const secondLine = `ACCREDITI VARI ${marker}2024-07-26PPAYITR1XXX-S2024072601 TRN 12`;
    for (const separator of [' ', '\n', '\r\n']) {
      for (const text of [whole, atLine, secondLine]) {
        const lines = [text.slice(0, 35), text.slice(35, 70), text.slice(70)].filter((line) => line !== '');
        expect(read(lines.join(separator))).toMatchObject(likely(iuf));
      }
    }
    expect(read(`/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/20\n24-07-26PPAYITR1XXX-S2024072601`).repairs).toEqual([
      { code: 'joined-lines', detail: '20\n24-07-26PPAYITR1XXX-S2024072601' },
    ]);
  });

  it('asks where a blank may or may not belong to the code', () => {
    // No code has five characters: the next number is the rest of it, or something else.
    expect(read(`${marker}2018-05-18BCITITMM-00000 00034`)).toMatchObject(
      confirm('2018-05-18BCITITMM-0000000034'),
    );
    expect(read(`${marker}2018-05-18BCITITMM-0000000034 0002`)).toMatchObject(
      confirm('2018-05-18BCITITMM-0000000034'),
    );
    expect(read(`${marker}2018-05-22UNCRITMM-1h7fues9 osh`)).toMatchObject(
      confirm('2018-05-22UNCRITMM-1h7fues9'),
    );
    expect(read(`${marker}2018-05-18BCITITMM-0000000034 RATA`)).toMatchObject(
      certain('2018-05-18BCITITMM-0000000034'),
    );
  });

  it.each([' 0012,50 EUR', ' 2024-09-01', ' 12/09/2024', ' 09:30', ' TRN12', ' RI3:X'])(
    'knows that%s is not of the code',
    (after) => {
      expect(read(`${marker}2018-05-18BCITITMM-000034567${after}`).iuf).toBe('2018-05-18BCITITMM-000034567');
    },
  );

  it.each([
    ['2018-05-18BCITITMM-0000000034SEPA', '2018-05-18BCITITMM-0000000034'],
    ['2018-05-18BCITITMM-0000000034-PROVA', '2018-05-18BCITITMM-0000000034'],
    ['2018-05-18BCITITMM-0000000034_TRN 12', '2018-05-18BCITITMM-0000000034'],
    [`${iuf}Da Esempio`, iuf],
    ['2024-07-26ABI03069-123456789UTRN 12', '2024-07-26ABI03069-123456789U'],
    ['2018-05-22UNCRITMM-1h7fues9osh29Da', '2018-05-22UNCRITMM-1h7fues9osh29'],
  ])('takes the word off that is glued to an IUF, and asks: %s', (text, wanted) => {
    expect(read(marker + text)).toMatchObject(confirm(wanted));
    expect(read(marker + text, wanted)).toMatchObject({ iuf: wanted, known: true, confidence: 'likely' });
  });

  it('leaves a code of letters and digits whole that begins with many digits', () => {
    expect(read(`${marker}2015-01-01ABCDITMM-000000000aaa0`)).toMatchObject(
      certain('2015-01-01ABCDITMM-000000000aaa0'),
    );
  });

  it('does not guess where a word is glued to an IUF that becomes too long', () => {
    expect(read(`${marker}${iuf}ACCREDITO BOLLETTINO`)).toMatchObject({ kind: 'unreadable' });
  });

  it('asks when a code is shorter than any that was seen and nothing closes it', () => {
    const cut = '2024-07-26PPAYITR1XXX-S202407';
    for (const text of [cut, `${cut} ACCREDITO`, `${cut}...`, `${cut} [...]`, `${cut} :SEC:CASH`]) {
      expect(read(marker + text)).toMatchObject(confirm(cut));
    }
    expect(read(`${marker}${cut}/BON.SEPA TRN 12`)).toMatchObject(certain(cut));
  });

  it('is not sure of an IUF at the end of a text that a system may have cut', () => {
    const text = `${'ACCREDITO '.repeat(20)}${marker}2024-07-26PPAYITR1XXX-S2024072601`;
    expect(read(text.slice(-255).padStart(255, 'X'))).toMatchObject(likely(iuf));
    expect(read(text.slice(-255).padStart(254, 'X').slice(1))).toMatchObject(certain(iuf));
  });
});

describe('what is left of a cut causale', () => {
  test.each<[string, string | null]>([
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024', '2024'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-0', '2024-0'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-', '2024-07-'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26', '2024-07-26'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26 ACCREDITO BOLLETTINO', '2024-07-26'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAY', '2024-07-26PPAY'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITR1XXX', '2024-07-26PPAYITR1XXX'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITR1XXX-', '2024-07-26PPAYITR1XXX-'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITR1XXX- TRXID: 123', '2024-07-26PPAYITR1XXX-'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2024-07-2688888888888', '2024-07-2688888888888'],
    ['/PUR/LGPE-RIVERSAMENTO/URI/', null],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/0/UR', null],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/', null],
    ['/PUR/LGPE-RIVERSAMENTO', null],
  ])('%s is truncated', (causale, left) => {
    expect(read(causale)).toMatchObject({
      kind: 'truncated',
      iuf: left,
      confidence: 'confirm',
      source: 'causale',
    });
  });

  it('is unreadable when something else stands in the place of the IUF', () => {
    expect(read(`${marker} ACCREDITO BOLLETTINO`)).toMatchObject({ kind: 'unreadable', iuf: null });
    expect(read(`${marker}NOT PROVIDED`)).toMatchObject({ kind: 'unreadable', iuf: null });
  });
});

describe('an IUV in a causale', () => {
  test.each<[string, Expected]>([
    ['/RFB/322200280521093906/10.00', { iuv: '22200280521093906', confidence: 'certain' }],
    ['RFB 22200280521093906 10,00', { iuv: '22200280521093906', amountCents: cents(1000) }],
    ['RFB22200280521093906', { iuv: '22200280521093906', amountCents: null }],
    [
      '/RFB/2220028 0521093906/68.7',
      { iuv: '22200280521093906', confidence: 'likely', amountCents: cents(6870) },
    ],
    [
      '/RFS/RF71 1813 7000 1T00 2000 0000 3/180.18/TXT/X',
      { iuv: 'RF71181370001T00200000003', confidence: 'certain', amountCents: cents(18018) },
    ],
    ['/RFS/RF18539007547034 PAGA TASSA', { iuv: 'RF18539007547034', confidence: 'certain' }],
    ['/rfb/22200280521093906/100/TXT/x', { iuv: '22200280521093906', amountCents: cents(10000) }],
    ['/RFB/22200280521093906/1.234,56', { amountCents: cents(123456) }],
    ['/RFB/22200280521093906/2024 IMU', { amountCents: null }],
    ['/RFB/ABCD12345678/1.00', { iuv: 'ABCD12345678', confidence: 'confirm' }],
    ['/RFB/999999999999999 /RFB/22200280521093906', { iuv: '22200280521093906', confidence: 'certain' }],
  ])('%s', (causale, expected) => {
    expect(read(causale)).toMatchObject({ kind: 'iuv', iuf: null, source: 'causale', ...expected });
  });

  it.each(['12.30', '12,3'])('in the place of the IUF has its amount %s', (amount) => {
    expect(read(`${marker}22200280521093906/${amount}`)).toMatchObject({
      kind: 'iuv',
      iuv: '22200280521093906',
      amountCents: 1230,
    });
  });

  it('is kept beside the IUF, which wins', () => {
    expect(read(`${marker}${iuf} /RFB/22200280521093906/10.00`)).toMatchObject({
      ...certain(iuf),
      iuv: '22200280521093906',
      amountCents: 1000,
    });
  });
});

describe('what only looks like pagoPA', () => {
  test.each([
    'MUTUO 620184257 CUP H94G19030460029 TRXID: 0122492727202545 VIA MILANO 4',
    'CIG Z123456789 FATTURA 12/2024 DEL 2024-07-26',
    'F24 AGENZIA ENTRATE-RISCOSSIONE 2024-07-26',
    'INCASSO CARTE POS 2024-07-26 TERMINALE 00123456',
    'GIROFONDI DA CONTO 2024-0001',
    'ACCREDITO COMPETENZE',
    'COMUNEDIRFB 340105455507221',
    'SURFBOARD 340105455507221',
    'RFSERVICE SRL FATTURA 340105455507221',
    'RFB SPA FATTURA 12 DEL 2024',
    'RIVERSAMENTO IMPOSTA DI SOGGIORNO 2024-07',
    'RIVERSAMENTO URINARI SRL 2024-07-26',
    'RIVERSAMENTO/URI SPA 123456',
    'LGP EDIL SNC ACCONTO 2024-07-26',
    'CRBIIT2B URI NOT PROVIDED',
    '/URI/FATTURA 123 DEL 2024-07-26',
    'XYZ CBILL PUBBLICA AMM 123456789',
    'IUV 340105455507221',
    'BONIFICO 1234567890123456789 3',
    'PAGO PANE',
    'SPAGO PA',
    'XLGPE',
    'LGPEX 1',
    '2024-07-26ABI0306-1',
    '2024-07-26PPAYITRRXX-1',
    '2024-07-26XPPAYITRR-1',
    '2024-07-26PPAYITRR',
    '2024-07-26PPAYITRR-',
    '2024-02-30PPAYITRR-1',
    'AVVISO X301000000000012345',
    'AVVISO 3010000000000123456',
    'AVVISO 201000000000012345',
    '',
    '   ',
  ])('%j is not', (causale) => {
    expect(read(causale)).toMatchObject({ kind: 'none', iuf: null, iuv: null, source: null });
  });

  test.each([
    'INCASSO PAGOPA TARI 2024',
    'accredito Servizio pagoPA',
    'PAGO PA LUGLIO',
    'AVVISO 301000000000012345 ROSSI',
    '/PUR/LGPE/RIVERSAMENTO/XXXXXXXXXXX',
    'ACCREDITO LGPE-RIVERSA',
    'ACCREDITO LGPE 12',
    'L GPE-RIV',
    'LG PE-RIV',
    'LGP E-RIV',
    'LGPE -RIV',
    'X/PUR/X',
    'PAGO-PA',
    '2024-07-26PPAYITRRXXX-1',
    '2024-07-26PPAYITR1-A',
    '2024-07-26ABI03069-1',
    '2024-07-26PPAYITR1XXX-S2024072601',
  ])('%j is suspect: a person looks at it', (causale) => {
    expect(read(causale)).toMatchObject({
      kind: 'suspect',
      iuf: null,
      iuv: null,
      confidence: 'confirm',
      source: 'causale',
    });
  });
});

test('a reference in groups is read to its end, though its beginning RF940126 passes the check by luck', () => {
  expect(read('/RFS/RF94 0126 A000 0041 7/68.7')).toMatchObject({
    kind: 'iuv',
    iuv: 'RF940126A00000417',
    confidence: 'certain',
    amountCents: cents(6870),
  });
});

test('a group of letters in a reference is of it only when the check digits say so', () => {
  expect(read('/RFB/RF25 0845 3334 144Q ZYYZ 3362 3/5.33')).toMatchObject({
    iuv: 'RF2508453334144QZYYZ33623',
    amountCents: cents(533),
  });
  expect(read('/RFS/RF18 5390 0754 7034 RATA')).toMatchObject({ iuv: 'RF18539007547034' });
});
