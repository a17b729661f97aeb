import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailCopy,
  parseAppMarkdown,
  shownText,
} from '../../../../src/shared/domain/message/app-markdown.ts';
import { ownTime } from '../../../helpers/own-time.ts';

/** Milliseconds: many times what it takes, on a machine that has other work as well. */
const patience = 4000;

describe('what the app shows', () => {
  it.each([
    ['Una **parola** in *corsivo* e `codice_x`', 'Una parola in corsivo e codice_x'],
    ['# Titolo\n\nTesto\nche continua', 'Titolo\n\nTesto che continua'],
    ['Prima  \nseconda<br>terza\\\nquarta', 'Prima\nseconda\nterza\nquarta'],
    ['- uno\n- due\n  - due e mezzo\n- tre', '• uno\n• due\n  • due e mezzo\n• tre'],
    ['3. uno\n4. due', '3. uno\n4. due'],
    ['> in evidenza\nancora', 'in evidenza ancora'],
    ['```\n**crudo**\n```', '**crudo**'],
    [
      'Vai al [sito](https://esempio.it "titolo") o a <https://esempio.it>',
      'Vai al sito o a https://esempio.it',
    ],
    ['![logo](https://esempio.it/x.png) Testo', ' Testo'],
    ['snake_case_name resta, 2 * 3 * 4 pure', 'snake_case_name resta, 2 * 3 * 4 pure'],
    ['***tutto*** e **a *b* c**', 'tutto e a b c'],
    ['Costa 5 &euro; &amp; basta &#8364; &boh;', 'Costa 5 € & basta € &boh;'],
    ['---\nit:\n  cta_1:\n    text: "Vai"\n    action: "ioit://x"\n---\nCiao', 'Ciao'],
    ['**aperto e mai chiuso', '**aperto e mai chiuso'],
    ['Titolo\n---\nTesto', 'Titolo\n\nTesto'],
  ])('of %j a citizen reads %j', (markdown, shown) => {
    expect(shownText(markdown)).toBe(shown);
  });

  it('leaves out tables and what is struck, text included, and says so', () => {
    const { dropped } = parseAppMarkdown(
      'Prima\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\nUna ~~due~~ tre ~quattro~',
    );
    expect(shownText('Prima\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\nUna ~~due~~ tre ~quattro~')).toBe(
      'Prima\n\nUna  tre ',
    );
    expect(dropped).toEqual([
      { what: 'table', line: 3, text: '| a | b |\n|---|:-:|\n| 1 | 2 |' },
      { what: 'strikethrough', line: 7, text: 'due' },
      { what: 'strikethrough', line: 7, text: 'quattro' },
    ]);
  });

  it('leaves out HTML other than line ends, and lines that look like the address of a reference', () => {
    const text = 'Un <b>grassetto</b>\n[1]: via Roma\nfine\n\n<div>\ndentro\n</div>\n\nDopo';
    expect(shownText(text)).toBe('Un grassetto\n\nfine\n\nDopo');
    expect(parseAppMarkdown(text).dropped.map(({ what, line }) => [what, line])).toEqual([
      ['html', 1],
      ['html', 1],
      ['definition', 2],
      ['html', 5],
    ]);
  });

  it('opens some addresses and not others', () => {
    const { blocks, dropped } = parseAppMarkdown(
      '[a](https://x.it) [b](mailto:a@x.it) [c](tel:051) [d](ioit://services) [e](file:///c/x) [f](intranet/x)',
    );
    const [paragraph] = blocks;
    if (paragraph?.kind !== 'paragraph') throw new Error('no paragraph');
    expect(paragraph.children.flatMap((child) => (child.kind === 'link' ? [child.href] : []))).toEqual([
      'https://x.it',
      'mailto:a@x.it',
      'tel:051',
      'ioit://services',
      null,
      null,
    ]);
    expect(dropped.map(({ what, text }) => [what, text])).toEqual([
      ['link', 'file:///c/x'],
      ['link', 'intranet/x'],
    ]);
  });

  it('keeps lists in lists, with their numbers', () => {
    expect(parseAppMarkdown('2. a\n\n   ancora\n   * b\n3. c').blocks).toEqual([
      {
        kind: 'list',
        start: 2,
        items: [
          [
            { kind: 'paragraph', children: [{ kind: 'text', text: 'a' }] },
            { kind: 'paragraph', children: [{ kind: 'text', text: 'ancora' }] },
            {
              kind: 'list',
              start: null,
              items: [[{ kind: 'paragraph', children: [{ kind: 'text', text: 'b' }] }]],
            },
          ],
          [{ kind: 'paragraph', children: [{ kind: 'text', text: 'c' }] }],
        ],
      },
    ]);
  });
});

it.each([
  '*',
  '**a',
  '*a ',
  '*a_b',
  '[',
  '](',
  '[a](',
  '[a](b',
  '<',
  '<a ',
  '<!--',
  '`',
  '`a``b',
  '~a',
  '~~ ',
  '> ',
  '>',
  '- ',
  '1. ',
  '- a\n ',
  ' \n',
  '|',
  '|-\n',
  '&#',
  '\\',
  '![',
  'http://',
  '(http://',
  '[a](b "',
  '# #',
  'a  \n',
  '_a*',
  '    ',
  '- a\n\n\n\n',
  '  b\n\n',
  '> - ',
  '**a** *b',
  '~a~~b~',
])('tens of thousands of characters of %j are read in time that grows with them', (part) => {
  const hostile = part.repeat(Math.ceil(40_000 / part.length)).slice(0, 40_000);
  const began = ownTime();
  for (const text of [hostile, `${hostile}x`, `a ${hostile} x`, `${hostile})*_`]) shownText(text);
  expect(ownTime() - began).toBeLessThan(patience);
});

it('an item with tens of thousands of empty lines in it is read at once', () => {
  const began = ownTime();
  expect(shownText(`- a${'\n'.repeat(40_000)}  b`)).toBe('• a\n  b');
  expect(ownTime() - began).toBeLessThan(patience);
});

it('any text is read, and nothing is read that was not written', () => {
  const piece = fc.constantFrom(
    ...Array.from('*_~`[]()<>!#|-+>\\: \n ab1.'),
    '**',
    '~~',
    '](x)',
    '[a](https://x.it)',
    '- ',
    '1. ',
    '\n\n',
    '```',
    '<br>',
    '    ',
    '|-|',
    'http://x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const read = shownText(text).replaceAll(/[^a-z]/g, '');
      let at = 0;
      for (const letter of text) if (letter === read[at]) at++;
      expect(at).toBe(read.length);
    }),
    { numRuns: 5000 },
  );
});

describe('the lines of a message', () => {
  it.each([
    ['###### Sei', 'Sei'],
    ['####### Sette', '####### Sette'],
    ['#Attaccato', '#Attaccato'],
    ['#', ''],
    ['##   Largo', 'Largo'],
    ['   ## Tre spazi', 'Tre spazi'],
    ['    # In codice', '# In codice'],
  ])('of the heading %j a citizen reads %j', (markdown, shown) => {
    expect(shownText(markdown)).toBe(shown);
  });

  it.each([
    ['~~~\n**crudo**\n~~~', '**crudo**'],
    ['```js\nvar\n```', 'var'],
    ['``\nnon\n``', 'non'],
    ['   ```\n   a\n    b\n   ```', 'a\n b'],
    ['    ```\n    a', '```\na'],
    ['```\na\n~~~\nb\n```', 'a\n~~~\nb'],
    ['````\na\n```\nb\n````', 'a\n```\nb'],
    ['```\nsenza fine', 'senza fine'],
    ['a\n\n    codice **x**\n\nb', 'a\n\ncodice **x**\n\nb'],
    ['   tre **x**', 'tre x'],
    ['a\n    continua', 'a continua'],
    ['\ta', 'a'],
    ['a\r\nb\rc', 'a b c'],
    ['a\r\n\r\n- b', 'a\n\n• b'],
    ['a\fb', 'a b'],
  ])('of the code %j a citizen reads %j', (markdown, shown) => {
    expect(shownText(markdown)).toBe(shown);
  });

  it.each([
    ['a\n\n---\n\nb', 'a\n\nb'],
    ['a\n\n***\n\nb', 'a\n\nb'],
    ['a\n\n_ _ _\n\nb', 'a\n\nb'],
    ['a\n\n--\n\nb', 'a\n\n--\n\nb'],
    ['a\n\n-*-\n\nb', 'a\n\n-*-\n\nb'],
    ['a\n\n+++\n\nb', 'a\n\n+++\n\nb'],
    ['a\n\n    ---\n\nb', 'a\n\n---\n\nb'],
    ['- - -', ''],
    ['a\n===\nb', 'a\n\nb'],
    ['a\n=\nb', 'a\n\nb'],
  ])('of the rule %j a citizen reads %j', (markdown, shown) => {
    expect(shownText(markdown)).toBe(shown);
  });

  it.each([
    ['* uno\n+ due', '• uno\n\n• due'],
    ['-   largo', '• largo'],
    ['-\n- due', '• \n• due'],
    ['1) uno\n2) due', '1. uno\n2. due'],
    ['12. dodici', '12. dodici'],
    ['1234567890. troppo', '1234567890. troppo'],
    ['1.senza', '1.senza'],
    ['- uno\n\n- due', '• uno\n• due'],
    ['- uno\n\n  dentro\n- due', '• uno\n  dentro\n• due'],
    ['- uno\ncontinua', '• uno continua'],
    ['a\n- b', 'a\n\n• b'],
    ['a\n1. b', 'a\n\n1. b'],
    ['a\n2. b', 'a 2. b'],
    ['> a\n> - b', 'a\n\n• b'],
    ['> > due', 'due'],
    ['>senza spazio', 'senza spazio'],
    ['a\n> b', 'a\n\nb'],
    ['| a |\n|---|\n| 1 |', ''],
    ['a | b\n--- | ---\n1 | 2', ''],
    ['a | b\nnon\n', 'a | b non'],
    [' \t\n a \n\t\n b', 'a\n\nb'],
  ])('of the list, quotation or table %j a citizen reads %j', (markdown, shown) => {
    expect(shownText(markdown)).toBe(shown);
  });
});

describe('the copy by e-mail', () => {
  it('begins after the front matter, and tells 134 characters', () => {
    const body = `Il **tuo** avviso ${'x'.repeat(200)}`;
    const copy = emailCopy(`---\nit:\n  cta_1:\n    text: Vai\n    action: ioit://x\n---\n${body}`);
    expect(copy).toMatch(/^Il tuo avviso x+…$/);
    expect(copy).toHaveLength(135);
  });

  it('loses what stands before a rule', () => {
    expect(emailCopy('La cosa importante\n\n---\n\nI contatti')).toBe('I contatti');
  });

  it.each([
    ['a\n\n----\nb', 'b'],
    ['a\n\n-----\n\nb - c', 'b - c'],
    ['a\n---\nb\n\n---c', 'c'],
    ['---b-c-', 'b-c-'],
    ['a\n\n\nb\n  c', 'a b c'],
    ['```\n a \n```', 'a'],
  ])('of %j tells %j', (markdown, copy) => {
    expect(emailCopy(markdown)).toBe(copy);
  });

  it('tells whole what has 134 characters, and cuts no blank in', () => {
    expect(emailCopy('a'.repeat(134))).toBe('a'.repeat(134));
    expect(emailCopy('a'.repeat(135))).toBe(`${'a'.repeat(134)}…`);
    expect(emailCopy(`${'a'.repeat(133)} bc`)).toBe(`${'a'.repeat(133)}…`);
  });

  it('does not cut a character in two', () => {
    expect(emailCopy(`${'a'.repeat(133)}😀 e altro`)).toBe(`${'a'.repeat(133)}…`);
  });
});
