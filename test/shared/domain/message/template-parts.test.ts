import { describe, expect, it } from 'vitest';
import type { TemplateComplaint } from '../../../../src/shared/domain/message/template-complaint.ts';
import { everyPart, fillParts, readParts } from '../../../../src/shared/domain/message/template-parts.ts';

/** A text that begins on the tenth line of its file. */
function read(text: string) {
  const complaints: TemplateComplaint[] = [];
  const parts = readParts(text, 10, 1, (complaint) => complaints.push(complaint));
  return { parts, complaints };
}

const filled = (text: string, has: boolean) =>
  fillParts(read(text).parts, { has: () => has, write: (field) => `<${field}>` });

describe('an optional part', () => {
  it.each([
    ['A\n{{#se nome}}\nB\n{{/se}}\nC', 'A\nB\nC', 'A\nC'],
    ['{{#se nome}}\nB\n{{/se}}\nC', 'B\nC', 'C'],
    ['A {{#se nome}}\nB{{/se}} C', 'A \nB C', 'A  C'],
    ['A\n{{#se nome}}B\n{{/se}}C', 'A\nB\nC', 'A\nC'],
    ['A\n{{#se nome}}\nB\n{{/se}}', 'A\nB\n', 'A\n'],
    ['A{{#se nome}} e {{nome}}{{/se}}.', 'A e <nome>.', 'A.'],
    ['A\n{{nome}}\nC', 'A\n<nome>\nC', 'A\n<nome>\nC'],
    ['{{ #se  nome }}B{{ /se }}C', 'BC', 'C'],
    ['{{nome}}{{rata}}', '<nome><rata>', '<nome><rata>'],
  ])('of %j is there, or not', (text, withIt, without) => {
    expect(read(text).complaints).toEqual([]);
    expect([filled(text, true).text, filled(text, false).text]).toEqual([withIt, without]);
  });

  it('takes no line of the file with it', () => {
    const text = 'A\n{{#se nome}}\nB\n{{/se}}\nC';
    expect(filled(text, true).lines).toEqual([10, 12, 14]);
    expect(filled(text, false).lines).toEqual([10, 14]);
    expect(filled('{{#se nome}}\nB\n{{/se}}\nC\n\nD', false).lines).toEqual([13, 14, 15]);
    expect(filled('A\n\nB {{nome}}\nC', true).lines).toEqual([10, 11, 12, 13]);
    expect(filled('A\n{{nome}} x\nC', true).lines).toEqual([10, 11, 12]);
  });

  it('may be told from what is always there', () => {
    const { parts } = read('{{rata}}{{#se nome}}B{{anno}}{{/se}}');
    expect(everyPart(parts).map(({ part, optional }) => [part.kind, optional])).toEqual([
      ['field', false],
      ['if', false],
      ['text', true],
      ['field', true],
    ]);
  });

  it.each([
    ['{{#senome}}', 'field-unknown', 10, 1],
    ['{{x#se nome}}', 'field-unknown', 10, 1],
    ['a\nb\n  {{boh}}', 'field-unknown', 12, 3],
    ['{{nome}} {{boh}}', 'field-unknown', 10, 10],
    ['A\n{{#se nome}}\n{{boh}}{{/se}}', 'field-unknown', 12, 1],
    ['A\n{{#se nome}}\n {{boh}}{{/se}}', 'field-unknown', 12, 2],
    ['a {{nome e {{boh', 'field-open', 10, 3],
    ['{{nome}}\na {{', 'field-open', 11, 3],
    ['{{/se}} a', 'part-not-opened', 10, 1],
    ['{{#se nome}}{{#se rata}}a{{/se}}', 'part-in-part', 10, 13],
  ])('of %j is told: %s', (text, code, line, column) => {
    expect(read(text).complaints).toEqual([
      expect.objectContaining({ severity: 'refuses', code, line, column }),
    ]);
  });

  it('that never ends is told where it begins', () => {
    expect(read('a\n{{#se nome}}b').complaints).toEqual([
      { severity: 'refuses', code: 'part-open', field: 'nome', line: 11 },
    ]);
  });
});
