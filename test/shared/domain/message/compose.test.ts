import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, type Day } from '../../../../src/shared/domain/day.ts';
import { shownText } from '../../../../src/shared/domain/message/app-markdown.ts';
import {
  compose,
  noMergeValues,
  type ComposedMessage,
} from '../../../../src/shared/domain/message/compose.ts';
import type { ComposeOptions, MergeValues } from '../../../../src/shared/domain/message/compose.ts';
import { textFields } from '../../../../src/shared/domain/message/merge-field.ts';
import type { Recipient } from '../../../../src/shared/domain/message/recipient.ts';
import { parseTemplate, type Template } from '../../../../src/shared/domain/message/template.ts';

const recipient: Recipient = {
  row: 7,
  fiscalCode: 'RSSMRA85T10A562S',
  name: 'ROSSI MARIO',
  noticeNumber: '301000000000012373',
  cents: 12_830,
  dueDay: day('2026-12-16'),
  rata: { kind: 'rata', n: 2, of: 4 },
  debt: null,
  account: null,
  fields: { 'Indirizzo immobile': 'VIA ROMA 12_B * [ex] #3 | SUB 2', ANNO: '2026' },
};
const long = 'Una frase che serve solo a rendere il testo lungo quanto il servizio lo vuole, e basta.';

describe('a message with its avviso', () => {
  it('is what the service takes and nothing else', () => {
    const message = made(
      template(
        'avviso: sì',
        'Rata {{rata}} del {{anno}}',
        `{{nome}} paga {{importo}} entro il {{scadenza}}. ${long}`,
      ),
    );
    const markdown = `ROSSI MARIO paga 128,30 € entro il 16 dicembre 2026. ${long}`;
    expect(message).toEqual({
      subject: 'Rata rata 2 di 4 del 2026',
      markdown,
      dueDay: '2026-12-16',
      request: {
        fiscal_code: 'RSSMRA85T10A562S',
        feature_level_type: 'STANDARD',
        content: {
          subject: 'Rata rata 2 di 4 del 2026',
          markdown,
          due_date: '2026-12-16T22:59:59Z',
          payment_data: {
            amount: 12_830,
            notice_number: '301000000000012373',
            invalid_after_due_date: false,
          },
        },
      },
    });
  });

  it('tells the same day above and inside, whatever the season', () => {
    const text = template('avviso: sì', 'La rata di oggi', `Entro il {{scadenza}}. ${long}`);
    for (const [due, instant, words] of [
      ['2026-06-16', '2026-06-16T21:59:59Z', '16 giugno 2026'],
      ['2026-03-28', '2026-03-28T22:59:59Z', '28 marzo 2026'],
    ] as const) {
      const message = made(text, noMergeValues, { ...recipient, dueDay: day(due) });
      expect(message.request.content.due_date).toBe(instant);
      expect(message.markdown).toContain(words);
    }
  });

  it('is not made when a value is missing or cannot be', () => {
    const text = template('avviso: sì', 'La rata di oggi', `{{nome}}, entro il {{scadenza}}. ${long}`);
    const none = { ...recipient, cents: null, noticeNumber: null, name: ' ', dueDay: null };
    expect(compose(text, noMergeValues, none)).toEqual({
      ok: false,
      problem: ['numeroAvviso', 'importo', 'nome', 'scadenza'].map((field) => ({
        code: 'value-missing',
        field,
      })),
    });
    expect(compose(text, noMergeValues, { ...recipient, cents: 0, noticeNumber: '9'.repeat(18) })).toEqual({
      ok: false,
      problem: [
        { code: 'amount-out-of-bounds', cents: 0 },
        { code: 'notice-number-invalid', noticeNumber: '9'.repeat(18) },
      ],
    });
  });
});

describe('a message without avviso', () => {
  it('has neither payment nor due date when its text tells none', () => {
    const { content } = made(template('avviso: no', 'Una cosa per te', long)).request;
    expect(Object.keys(content)).toEqual(['subject', 'markdown']);
  });

  it('may be told in secret', () => {
    const { content } = made(template('avviso: no', 'Una cosa per te', long), noMergeValues, recipient, {
      secure: true,
    }).request;
    expect(content.require_secure_channels).toBe(true);
  });
});

describe('lengths, in UTF-16 units and after the data is in', () => {
  it.each([
    [9, 'subject-too-short'],
    [10, null],
    [120, null],
    [121, 'subject-too-long'],
  ])('a subject of %i', (length, code) => {
    const text = template('avviso: no', '{{oggetto}}', long);
    const result = compose(text, { ...noMergeValues, texts: { oggetto: sized(length) } }, recipient);
    expect(result.ok ? null : result.problem).toEqual(
      code && [{ code, length, limit: length < 50 ? 10 : 120 }],
    );
  });

  it.each([
    [79, 'body-too-short'],
    [80, null],
    [10_000, null],
    [10_001, 'body-too-long'],
  ])('a body of %i, front matter included', (length, code) => {
    const head = '---\nit:\n  cta_1:\n    text: V\n    action: ioit://x\n---\n';
    const text = template('avviso: no', 'Una cosa per te', `${head}{{testo}}`);
    const values = { ...noMergeValues, texts: { testo: sized(length - head.length) } };
    const result = compose(text, values, recipient);
    expect(result.ok ? null : result.problem).toEqual(
      code && [{ code, length, limit: length < 90 ? 80 : 10_000 }],
    );
  });
});

describe('data', () => {
  it('reads as itself, in the text and in the subject', () => {
    const text = template('avviso: no', 'Per {{servizio}}', `${long}\n\n- {{colonna:indirizzo_immobile}}`);
    const message = made(text, { ...noMergeValues, servizio: 'Casa * & [orto]' });
    expect(message.subject).toBe('Per Casa * & [orto]');
    expect(shownText(message.markdown)).toContain('• VIA ROMA 12_B * [ex] #3 | SUB 2');
  });

  it('names fifteen properties and counts the others', () => {
    const text = template(
      'avviso: no',
      'Per la tua casa',
      `${long}\n\n{{#se immobili}}\nCase:\n\n{{immobili}}\n\n{{/se}}\nFine.`,
    );
    const shown = (count: number): string =>
      shownText(
        made(text, {
          ...noMergeValues,
          immobili: Array.from({ length: count }, (_, n) => `VIA ${n + 1}. *A*`),
        }).markdown,
      );
    expect(shown(0)).toBe(`${long}\n\nFine.`);
    expect(shown(2)).toBe(`${long}\n\nCase:\n\n• VIA 1. *A*\n• VIA 2. *A*\n\nFine.`);
    expect(shown(15)).toMatch(/• VIA 15\. \*A\*\n\nFine\.$/);
    expect(shown(16)).toMatch(/• VIA 15\. \*A\*\n• e un altro immobile\n\nFine\.$/);
    expect(shown(20)).toMatch(/• VIA 15\. \*A\*\n• e altri 5 immobili\n\nFine\.$/);
  });

  it('never changes the text around it', () => {
    const text = template(
      'avviso: no',
      'Una cosa per te',
      `# Titolo\n\nVia **{{nome}}**, qui.\n\n- {{nome}}\n- altro\n\n${long}`,
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('*_`[]()<>#|~-+1. \nab&;:/!\\')), minLength: 1 }),
        (name) => {
          fc.pre(name.trim() !== '');
          const read = name.replaceAll(/\n+/g, ' ').trim();
          const { markdown } = made(text, noMergeValues, { ...recipient, name });
          const shown = shownText(markdown);
          expect(shown).toContain(`• ${read}\n• altro\n\n${long}`);
          expect(shown.startsWith('Titolo\n\nVia ')).toBe(true);
          expect(shown).toContain(read);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const said = (field: string, row: Partial<Recipient>, values: Partial<MergeValues> = {}): string => {
  const text = template('avviso: no', 'Una cosa per te', `${long} [{{#se ${field}}}{{${field}}}{{/se}}]`);
  const { markdown } = made(text, { ...noMergeValues, ...values }, { ...recipient, ...row });
  return shownText(markdown).slice(long.length + 2, -1);
};

describe('a field', () => {
  it.each<[string, Partial<Recipient>, string]>([
    ['nome', { name: ' ROSSI MARIO ' }, 'ROSSI MARIO'],
    ['nome', { name: null }, ''],
    ['importo', { cents: null }, ''],
    ['importo', { cents: 123_456 }, '1.234,56 €'],
    ['scadenza', { dueDay: null }, ''],
    ['numeroAvviso', { noticeNumber: null }, ''],
    ['numeroAvviso', {}, '301000000000012373'],
    ['rata', { rata: null }, ''],
    ['rata', { rata: { kind: 'unica' } }, 'rata unica'],
    ['rata', { rata: { kind: 'rata', n: 3, of: null } }, 'rata 3'],
    ['rata', { rata: { kind: 'rata', n: 3, of: 4 } }, 'rata 3 di 4'],
    ['rate', { rata: { kind: 'rata', n: 3, of: 4 } }, '4'],
    ['rate', { rata: { kind: 'rata', n: 3, of: null } }, ''],
    ['rate', { rata: { kind: 'unica' } }, ''],
    ['rate', { rata: null }, ''],
    ['anno', { fields: { 'Anno di riferimento': ' 2025 ' } }, '2025'],
    ['anno', { fields: { ESERCIZIO: '1999' } }, '1999'],
    ['anno', { fields: { anno: '', Anno: '', esercizio: '2024' } }, '2024'],
    ['anno', { fields: { anno: '26' } }, ''],
    ['anno', { fields: { anno: '20266' } }, ''],
    ['anno', { fields: { anno: 'a2026' } }, ''],
    ['anno', { fields: { anno: '1826' } }, ''],
    ['anno', { fields: {} }, ''],
    ['colonna:Via', { fields: { Via: ' Roma ', VIA: 'Po' } }, 'Roma'],
    ['colonna:Via', { fields: { vïa: ' Po ' } }, 'Po'],
    ['colonna:Via', { fields: { Viale: 'Po' } }, ''],
  ])('{{%s}} of %j is %j', (field, row, expected) => {
    expect(said(field, row)).toBe(expected);
  });

  it.each<[string, Partial<MergeValues>, string]>([
    ['anno', { anno: 2027 }, '2027'],
    ['ente', { ente: ' Comune di Colle Verde ' }, 'Comune di Colle Verde'],
    ['servizio', { servizio: ' TARI ' }, 'TARI'],
    ['contatti', { contatti: ' 051 000 ' }, '051 000'],
    ['ente', {}, ''],
    ...textFields.map((field): [string, Partial<MergeValues>, string] => [
      field,
      { texts: { [field]: ` di ${field} ` } },
      `di ${field}`,
    ]),
    ['testo', {}, ''],
    ['testo', { texts: { testo: ' ' } }, ''],
  ])('{{%s}} with %j is %j', (field, values, expected) => {
    expect(said(field, {}, values)).toBe(expected);
  });

  it('that a person writes keeps its lines and its paragraphs, and reads as itself', () => {
    const text = template('avviso: no', 'Una cosa per te', '{{testo}}');
    const testo = `*Uno*\r\n\r\n\r\n\r\nDue\r# Tre\n\n${long}`;
    const { markdown } = made(text, { ...noMergeValues, texts: { testo } });
    expect(markdown).toBe(`\\*Uno\\*\n\nDue\n\\# Tre\n\n${long}`);
  });

  it('that names another message leaves the subject room', () => {
    const text = template('avviso: no', 'Correzione: {{messaggioErrato}}', long);
    const subject = (messaggioErrato: string): string =>
      made(text, { ...noMergeValues, texts: { messaggioErrato } }).subject;
    expect(subject('a'.repeat(90))).toBe(`Correzione: ${'a'.repeat(90)}`);
    expect(subject('a'.repeat(91))).toBe(`Correzione: ${'a'.repeat(89)}…`);
  });

  it('names no property that is empty', () => {
    const text = template('avviso: no', 'Una cosa per te', `${long}\n\n{{immobili}}`);
    const { markdown } = made(text, { ...noMergeValues, immobili: ['VIA ROMA 1', ' ', 'VIA PO 2'] });
    expect(markdown).toBe(`${long}\n\n- VIA ROMA 1\n- VIA PO 2`);
  });

  it('leaves no blank lines behind it at the end', () => {
    const text = template('avviso: no', 'Una cosa per te', `${long}\n\n{{#se testo}}\n{{testo}}\n{{/se}}`);
    expect(made(text).markdown).toBe(long);
  });
});

describe('what a message must have', () => {
  const text = template('avviso: sì', 'La rata di oggi', `{{nome}}. ${long}`);

  it('is told when only one thing is missing', () => {
    expect(compose(text, noMergeValues, { ...recipient, name: null })).toEqual({
      ok: false,
      problem: [{ code: 'value-missing', field: 'nome' }],
    });
  });

  it.each([
    [1, true],
    [9_999_999_999, true],
    [10_000_000_000, false],
    [-1, false],
  ])('%i cents can be asked for: %s', (amount, can) => {
    expect(compose(text, noMergeValues, { ...recipient, cents: amount }).ok).toBe(can);
    const without = template('avviso: no', 'La rata di oggi', long);
    expect(compose(without, noMergeValues, { ...recipient, cents: amount }).ok).toBe(true);
  });
});

describe('a test', () => {
  const text = template('avviso: no', '{{oggetto}}', long);
  const subjectOf = (oggetto: string): string =>
    made(text, { ...noMergeValues, texts: { oggetto } }, recipient, { trial: true }).request.content.subject;

  it('says so in the subject, which still fits', () => {
    expect(subjectOf('Una cosa per te')).toBe('PROVA – Una cosa per te');
    expect(subjectOf('a'.repeat(112))).toBe(`PROVA – ${'a'.repeat(112)}`);
    expect(subjectOf('a'.repeat(120))).toBe(`PROVA – ${'a'.repeat(111)}…`);
    expect(subjectOf(`${'a'.repeat(111)} bb`)).toBe(`PROVA – ${'a'.repeat(111)}…`);
    expect(subjectOf(`${'a'.repeat(60)}, – ${'b'.repeat(50)}`)).toBe(`PROVA – ${'a'.repeat(60)}…`);
    expect(subjectOf(`${'a'.repeat(80)} ${'b'.repeat(31)} ccc`)).toBe(`PROVA – ${'a'.repeat(80)}…`);
    expect(subjectOf(`${'a'.repeat(80)} ${'b'.repeat(32)} ccc`)).toBe(`PROVA – ${'a'.repeat(80)}…`);
    expect(subjectOf(`ab ${'c'.repeat(115)}`)).toBe(`PROVA – ab ${'c'.repeat(108)}…`);
    expect(subjectOf(`${'a'.repeat(56)} ${'c'.repeat(60)}`)).toBe(
      `PROVA – ${'a'.repeat(56)} ${'c'.repeat(54)}…`,
    );
    expect(subjectOf(`${'a'.repeat(110)}😀😀😀`)).toBe(`PROVA – ${'a'.repeat(110)}…`);
    expect(subjectOf(`${'a'.repeat(109)}😀😀😀`)).toBe(`PROVA – ${'a'.repeat(109)}😀…`);
    expect(subjectOf(`${'parola '.repeat(16)}fine`)).toBe(`PROVA – ${'parola '.repeat(15)}parola…`);
  });
});

function sized(length: number): string {
  // An emoji counts two.
  return length < 2 ? 'x'.repeat(length) : `😀${'x'.repeat(length - 2)}`;
}

function made(
  text: Template,
  values: MergeValues = noMergeValues,
  row: Recipient = recipient,
  options: ComposeOptions = {},
): ComposedMessage {
  const result = compose(text, values, row, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function template(notice: string, subject: string, body: string): Template {
  const read = parseTemplate(
    'prova',
    `---\nnome: Prova\ntipo: generico\n${notice}\noggetto: ${subject}\n---\n${body}`,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
