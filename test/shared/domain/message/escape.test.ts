import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAppMarkdown, shownText } from '../../../../src/shared/domain/message/app-markdown.ts';
import { escapeMarkdown, onOneLine } from '../../../../src/shared/domain/message/escape.ts';

it.each([
  'VIA ROMA 12_B * [ex] #3 | SUB 2',
  'FG. 3 * PART. 45',
  '[ex] MARIO',
  '[1]: via Roma',
  'C/O Rossi',
  "D'Angelo & Figli",
  'Rossi &amp; C.',
  '12. traversa',
  '3) scala',
  '- sul retro',
  '+ garage',
  '=== uguale',
  '> 100 mq',
  '~~via~~ vicolo `x`',
  'vedi https://esempio.it/a_b',
  '<b>grasso</b>',
  '\\* già scappato',
])('%j reads as itself at the beginning of a line, in a list and inside a sentence', (text) => {
  const escaped = escapeMarkdown(text);
  expect(shownText(escaped)).toBe(text);
  expect(shownText(`- ${escaped}`)).toBe(`• ${text}`);
  expect(shownText(`Immobile: **${escaped}**, qui`)).toContain(text);
});

it('makes one line of several', () => {
  expect(escapeMarkdown(' Via Roma\r\n\r\nint. 3\t')).toBe('Via Roma int. 3');
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...Array.from('\\`*_[]<>#|~-+=.:()!&;"\' \n\t/1a2bh'),
      'http',
      '&amp;',
      '---',
      '```',
      '    ',
      '😀',
      '\u00a0',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

it('any data reads as itself, and nothing of it is dropped', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      fc.pre(onOneLine(text) !== '');
      const escaped = escapeMarkdown(text);
      expect(shownText(escaped)).toBe(onOneLine(text));
      expect(shownText(`Prima\n${escaped}\nDopo`)).toBe(`Prima ${onOneLine(text)} Dopo`);
      expect(shownText(`- ${escaped}\n- ${escaped}`)).toBe(`• ${onOneLine(text)}\n• ${onOneLine(text)}`);
      expect(parseAppMarkdown(`a ${escaped} b`).dropped).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
