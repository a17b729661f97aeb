import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causaleDays, readCausale } from '../../../../src/shared/domain/causale.ts';
import { knowing, read, texts } from './texts.ts';
import { ownTime } from '../../../helpers/own-time.ts';

const shapesOfPsp = [
  /^[A-Z]{6}[A-Z0-9]{2}$/,
  /^[A-Z]{6}[A-Z0-9]{2}XXX$/,
  /^ABI\d{5}$/,
  /^BIC\d{5}$/,
  /^\d{11}$/,
  /^nodo-doc-dev$/,
];
const shapesOfCode = [
  /^0{8}\d{2}$/,
  /^S20\d{8}$/,
  /^S5\d{10}$/,
  /^0000\d{8}$/,
  /^\d[a-z0-9]{11}\d$/,
  /^0E0[A-Z0-9]{9}G$/,
  /^0\d-\d{2}-\d{2}-\d{5}$/,
  /^CC0ISB\d{6}$/,
  /^E\d{12}$/,
  /^\d{9}U$/,
];

const day = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 864e5, max: Date.UTC(2030, 11, 31) / 864e5 })
  .map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
const oneOf = (shapes: readonly RegExp[]) => fc.oneof(...shapes.map((shape) => fc.stringMatching(shape)));
const iuf = fc
  .tuple(day, oneOf(shapesOfPsp), oneOf(shapesOfCode))
  .map(([date, psp, code]) => `${date}${psp}-${code}`)
  .filter((text) => text.length <= 35);

const wholeMarkers = fc.constantFrom(
  '/PUR/LGPE-RIVERSAMENTO/URI/',
  '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/',
  '/PUR/LGPE-RIVERSAMENTO/TXT/3/URI/',
  'PUR/LGPE-RIVERSAMENTO/URI/',
  'LGPE-RIVERSAMENTO/URI/',
  '.PUR.LGPE-RIVERSAMENTO.URI.',
  'PUR LGPE-RIVERSAMENTO URI ',
  '/PUR/LGPE-RIVERSAMENTO//URI/',
);
const brokenMarkers = fc.constantFrom(
  'LGPE- RIVERSAMENTO/URI/',
  'LGPE -RIVERSAMENTO/URI/',
  '/PUR/L GPE-RIVERSAMENTO/URI/',
  '/PUR/LGPE - RIVERSAMENTO/TXT/0/URI/',
  'RIVERSAMENTO/URI/',
  '/PUR/LGPE-RIVERSAMENTO/0/URI/',
  '/PUR/LGPE-RIVERSAMENTO/TXT/Integrazione/URI/',
);
const prefixes = fc.constantFrom(
  '',
  'ACCREDITI VARI ',
  'ACCREDITO INCASSI DEBITORE 321',
  'RI1',
  ':MA2:EU R :RI3:',
  '/ZZ2ABC/ZZ3',
  'CRBIIT2B URI NOT PROVIDED ',
);
const suffixes = fc.constantFrom(
  '',
  ' ',
  ' /BON.SEPA TRN 1201160260177342',
  ' TRXID: 12345678901234567',
  ' ACCREDITO BOLLETTINO P.A.',
  '- Esempio S.p.A. DA UNCRITMM',
  '/ZZ4/SEPA',
  ' :SEC:CASH',
  '-',
);

/** Puts blanks before the given characters of a text. */
function withBlanks(text: string, places: readonly number[], blank: string): string {
  return text
    .split('')
    .map((c, i) => (i > 0 && places.some((p) => p % text.length === i) ? blank + c : c))
    .join('');
}

function wrapped(text: string, separator: string): string {
  return text.match(/[^]{1,35}/g)?.join(separator) ?? text;
}

const damage = fc.oneof(
  fc.constant((text: string) => text),
  fc.array(fc.nat(400), { maxLength: 4 }).map((places) => (text: string) => withBlanks(text, places, ' ')),
  fc.constantFrom(' ', '\n', '\r\n', '').map((separator) => (text: string) => wrapped(text, separator)),
  fc.constant((text: string) => text.toLowerCase()),
  fc.constant((text: string) => text.toUpperCase()),
);

describe('a causale as banks hand it over', () => {
  it('always yields the IUF when its flusso is known, whatever blanks, lines and case it went through', () => {
    const marker = fc.oneof(wholeMarkers, brokenMarkers, fc.constant('RIF '));
    fc.assert(
      fc.property(
        iuf,
        fc.array(iuf, { maxLength: 3 }),
        marker,
        prefixes,
        suffixes,
        damage,
        damage,
        (...all) => {
          const [wanted, others, open, before, after, first, second] = all;
          const causale = second(first(before + open + wanted + after));
          const extraction = readCausale(texts(causale), knowing(wanted, ...others));
          expect(extraction).toMatchObject({ kind: 'iuf', iuf: wanted, known: true, otherIufs: [] });
          expect(causaleDays(texts(causale))).toContain(wanted.slice(0, 10));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('yields the known IUF as likely when a word is glued to its last digit', () => {
    fc.assert(
      fc.property(
        iuf.filter((text) => /\d$/.test(text)),
        wholeMarkers,
        (wanted, open) => {
          const extraction = read(`${open}${wanted}ACCREDITO BOLLETTINO`, wanted);
          expect(extraction).toMatchObject({ iuf: wanted, known: true, confidence: 'likely' });
        },
      ),
    );
  });

  it('never takes a known IUF for a longer one', () => {
    fc.assert(
      fc.property(
        iuf.filter((text) => /\d$/.test(text) && text.length < 35),
        fc.nat(9),
        (shorter, digit) => {
          const longer = `${shorter}${digit}`;
          const found = read(`/PUR/LGPE-RIVERSAMENTO/URI/${longer}`, shorter);
          expect(found.known).toBe(false);
          // A code of zeros with a letter may look like something glued to it: then a person is asked.
          expect([longer, 'confirm']).toContain(found.confidence === 'confirm' ? 'confirm' : found.iuf);
        },
      ),
    );
  });

  it('yields a clean IUF nobody knows, as certain', () => {
    const cleanSuffixes = fc.constantFrom('', ' ', ' ACCREDITO BOLLETTINO P.A.', '/ZZ4/SEPA', ' :SEC:CASH');
    fc.assert(
      fc.property(iuf, wholeMarkers, prefixes, cleanSuffixes, (wanted, open, before, after) => {
        const causale = before + open + wanted + after;
        // At these lengths a text may have been cut.
        fc.pre(![30, 35, 140, 255].includes(causale.length));
        const extraction = read(causale);
        expect(extraction).toMatchObject({ kind: 'iuf', iuf: wanted, known: false });
        // A word of a few letters at the end of a line of 35 is the one doubt left.
        expect(['certain', 'likely']).toContain(extraction.confidence);
      }),
      { numRuns: 2000 },
    );
  });

  it('yields at least 95 % of the IUFs nobody knows, when blanks stand where blanks are understood', () => {
    const blankAt = fc.constantFrom(
      'nowhere',
      'marker',
      'day',
      'after-date',
      'psp',
      'dash',
      'space-35',
      'line-35',
    );
    const cases = fc.sample(
      fc.tuple(iuf, fc.oneof(wholeMarkers, brokenMarkers), suffixes, blankAt, fc.integer({ min: 1, max: 7 })),
      { numRuns: 4000, seed: 35 },
    );
    const wrong = cases.filter(([wanted, open, after, where, offset]) => {
      const cut = { day: offset, 'after-date': 10, psp: 10 + offset, dash: wanted.indexOf('-', 10) + 1 };
      let causale = open + wanted + after;
      if (where === 'marker') causale = withBlanks(open, [6 + offset], ' ') + wanted + after;
      else if (where === 'space-35') causale = wrapped(causale, ' ');
      else if (where === 'line-35') causale = wrapped(causale, '\n');
      else if (where !== 'nowhere') causale = open + withBlanks(wanted, [cut[where]], ' ') + after;
      return read(causale).iuf !== wanted;
    });
    expect(wrong.length / cases.length).toBeLessThan(0.05);
  });
});

/** True when one reading of some takes no longer than so many milliseconds: others use the same processor. */
function isRead(causale: string, milliseconds: number): boolean {
  for (let tries = 0; tries < 30; tries++) {
    const start = ownTime();
    read(causale, '2024-07-26-1', '2024-07-26ABCDITMM-0000000001');
    if (ownTime() - start < milliseconds) return true;
  }
  return false;
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    '2024-07-26',
    '2024-07-26PPAYITR1XXX-S2024072601',
    '2024-07-',
    'PPAYITR1XXX-',
    '/',
    ' ',
    '\n',
    '.',
    '-',
    'PUR',
    'LGPE-',
    'RFB/',
    'RFS ',
    'TXT/0/',
    '22200280521093906',
    'RF18539007547034',
    'PAGOPA',
    '301000000000012345',
    'è',
  );
  const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 });

  it('without a marker and without a known IUF never yields one', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        const squeezed = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
        fc.pre(!squeezed.includes('RIVERSAMENTO') && !squeezed.includes('URI'));
        const extraction = read(text);
        expect(['iuv', 'suspect', 'none']).toContain(extraction.kind);
        expect(extraction.iuf).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('is read without failing, and an IUF is never longer than 35 characters', () => {
    const withMarkers = fc.array(fc.oneof(pieces, fc.constantFrom('RIVERSAMENTO', '/URI/')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(soup, withMarkers), fc.boolean(), (parts, joinedUp) => {
        const movement = { ...texts(''), causali: joinedUp ? [parts.join('')] : parts };
        const extraction = readCausale(movement, knowing('2024-07-26PPAYITR1XXX-S2024072601'));
        expect(extraction.kind !== 'iuf' || (extraction.iuf?.length ?? 99) <= 35).toBe(true);
        expect(extraction.kind !== 'iuv' || extraction.iuv !== null).toBe(true);
        expect(extraction.known && extraction.kind !== 'iuf').toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in little time, however hostile', () => {
    const hostile = [
      'RIVERSAMENTO/URI/',
      'LGPE-RIVERSAMENTO/TXT/',
      'RIVERSAMENTO/TXT/URI',
      '/URI/2024-07-26PPAYITRR-S1 2',
      'LGPE-RIVERSAMENTO/URI/2024-07-26PPAYITRR-1 2 3 4 5 6 7 8 ',
      '2024-07-26',
      '2024-07-26-1 ',
      'RFB/',
      'RFB ',
      'RFB/1 ',
      'RFB/RF23 5674 8393 7849 4505 5087 5/1.1.1.1.1',
      ' ',
      '-',
      '/',
      '3',
      'PAGO ',
      '\ufdfa',
      'e\u0301',
      'ß',
      ': R I 3 :',
      '\nRI1\nRI2',
      ': R ',
      'URI/2024-07-26ABCDITMM-0000000001 ',
      'LGPE-RIVERSAMENTO/URI/2024-07-26ABCDITMM-1a',
      'LGPE-RIVERSAMENTO/URI/2024-07-26ABCDITMM-1111111-1',
      'LGPE-RIVERSAMENTO/URI/2024-07-26A-A-A-A-A-A-A-A-A-A-A-A-',
    ];
    for (const unit of hostile) {
      const text = unit.repeat(Math.ceil(4000 / unit.length));
      // Whole, and with a marker before so long a code.
      for (const causale of [text, `LGPE-RIVERSAMENTO/URI/2024-07-26ABCDITMM-${text}`]) {
        expect({ unit, quick: isRead(causale, 5) }).toEqual({ unit, quick: true });
      }
      const endless = unit.repeat(Math.ceil(100_000 / unit.length));
      const start = ownTime();
      readCausale({ ...texts(endless), endToEnd: endless, payer: endless }, knowing('2024-07-26-1'));
      expect({ unit, quick: ownTime() - start < 1_000 }).toEqual({ unit, quick: true });
    }
  });
});
