import { expect, it } from 'vitest';
import { readFrontMatter, splitFrontMatter } from '../../../../src/shared/domain/message/front-matter.ts';

const good =
  '---\nit:\n  cta_1:\n    text: "Prenota"\n    action: "iohandledlink://https://esempio.it/x"\n---\nTesto';

it('reads the buttons of each language', () => {
  const two = good.replace(
    '---\nTesto',
    "  cta_2:\n    text: Chiama\n    action: iohandledlink://tel:051\nen:\n  cta_1:\n    text: 'Book'\n    action: ioit://services\n---\nTesto",
  );
  expect(readFrontMatter(two)).toEqual({
    ctas: {
      it: [
        { text: 'Prenota', action: 'iohandledlink://https://esempio.it/x' },
        { text: 'Chiama', action: 'iohandledlink://tel:051' },
      ],
      en: [{ text: 'Book', action: 'ioit://services' }],
    },
    flaws: [],
  });
  expect(readFrontMatter('Testo senza bottoni').flaws).toEqual([]);
});

it.each([
  [good.replace('    text', '\ttext'), ['front-matter-tab', 4]],
  [good.replace('cta_1:', 'cta_1'), ['front-matter-invalid', 3]],
  [good.replace('"Prenota"', '"Prenota'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', 'Prenota: subito'), ['front-matter-invalid', 4]],
  [good.replace('    text', '   text'), ['front-matter-invalid', 4]],
  ['---\nQuesta è una riga\n---\nTesto', ['front-matter-invalid', 2]],
  ['---\n---\nTesto', ['front-matter-invalid', 1]],
  ['---\nTesto che comincia così', ['front-matter-open', 1]],
  [good.replace('iohandledlink://', ''), ['cta-action', 5]],
  [good.replace('https://esempio.it/x', 'esempio.it'), ['cta-action', 5]],
  [good.replace(/ {4}action.*\n/, ''), ['cta-incomplete', 3]],
  [good.replace('it:', 'en:'), ['cta-without-italian', 2]],
  [good.replace('Prenota', 'Prenota subito il tuo appuntamento'), ['cta-text-long', 4]],
  [good.replace('Prenota', 'a'.repeat(21)), ['cta-text-long', 4]],
  [good.replace('it:', 'xit:'), ['front-matter-invalid', 2]],
  [good.replace('it:', 'it: x'), ['front-matter-invalid', 2]],
  [good.replace('  cta_1:', '   cta_1:'), ['front-matter-invalid', 3]],
  [good.replace('cta_1:', 'cta_1: x'), ['front-matter-invalid', 3]],
  [good.replace('cta_1:', 'cta_3:'), ['front-matter-invalid', 3]],
  [good.replace('    text: ', '     text: '), ['front-matter-invalid', 4]],
  [good.replace('text: ', 'text:'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', '"Pre"nota"'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', '"Prenota" qui'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', "'Prenota' qui"), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', '"Pre\\nota"'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', "'l'ora'"), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', '- Prenota'), ['front-matter-invalid', 4]],
  [good.replace('"Prenota"', 'Prenota #1'), ['front-matter-invalid', 4]],
  [good.replace('\n---\nTesto', '\nit:\n---\nTesto'), ['front-matter-invalid', 6]],
  [good.replace('\n---\nTesto', '\n  cta_1:\n---\nTesto'), ['front-matter-invalid', 6]],
  [good.replace('\n---\nTesto', '\n    text: due\n---\nTesto'), ['front-matter-invalid', 6]],
  [good.replace('\n---\nTesto', '\nen:\n    text: due\n---\nTesto'), ['front-matter-invalid', 7]],
  [good.replace('it:', '  cta_1:'), ['front-matter-invalid', 2]],
  [good.replace('"iohandledlink', '"xiohandledlink'), ['cta-action', 5]],
  [good.replace('https://esempio.it/x', 'https://'), ['cta-action', 5]],
  [good.replace('iohandledlink://https://esempio.it/x', 'ioit://'), ['cta-action', 5]],
  [good.replace('iohandledlink://https://esempio.it/x', 'ioit://a b'), ['cta-action', 5]],
])('%j is told on', (markdown, [code, line]) => {
  expect(readFrontMatter(markdown).flaws).toEqual([expect.objectContaining({ code, line })]);
});

it('says which line it could not read', () => {
  expect(readFrontMatter('---\n  una riga \n---\nTesto').flaws).toEqual([
    { code: 'front-matter-invalid', line: 2, text: 'una riga' },
  ]);
  expect(readFrontMatter('---\n---\nTesto').flaws).toEqual([
    { code: 'front-matter-invalid', line: 1, text: '---' },
  ]);
});

it.each([
  ['"Prenota"', 'Prenota'],
  ['Prenota', 'Prenota'],
  ['   Prenota   ', 'Prenota'],
  ['"La \\"mia\\" \\\\"', 'La "mia" \\'],
  ["'L''ora'", "L'ora"],
  ["''", ''],
  ['a'.repeat(20), 'a'.repeat(20)],
])('a button may be written %s', (written, text) => {
  const { ctas, flaws } = readFrontMatter(good.replace('"Prenota"', written));
  expect([ctas.it[0]?.text, flaws]).toEqual([text, []]);
});

it.each(['http://x.it', 'https://x.it', 'mailto:a@x.it', 'tel:051', 'sms:051'])(
  'a button may lead to %s',
  (address) => {
    expect(readFrontMatter(good.replace('https://esempio.it/x', address)).flaws).toEqual([]);
  },
);

it('buttons stand in their order, and blank lines among them do nothing', () => {
  const second = '  cta_2:\n    text: Due\n    action: ioit://due\n';
  const first = '  cta_1:\n\n    text: Uno\n   \n    action: ioit://uno\n';
  for (const head of [second + first, first + second]) {
    const { ctas, flaws } = readFrontMatter(`---\nit:  \n${head}---\nTesto`);
    expect([ctas.it.map(({ text }) => text), flaws]).toEqual([['Uno', 'Due'], []]);
  }
});

it.each([
  ['---\na\n---\nb\nc', { head: ['a'], body: 'b\nc', lines: 3 }],
  ['---  \na\n---  \nb', { head: ['a'], body: 'b', lines: 3 }],
  ['---\r\na\r\n---\r\nb\r\nc', { head: ['a'], body: 'b\nc', lines: 3 }],
  ['---\na\n ---\nb', { head: ['a', ' ---', 'b'], body: '', lines: 4 }],
  ['---\na', { head: ['a'], body: '', lines: 2 }],
  ['---', { head: [], body: '', lines: 1 }],
  ['---x\na\n---\nb', { head: null, body: '---x\na\n---\nb', lines: 0 }],
  ['----\na', { head: null, body: '----\na', lines: 0 }],
  [' ---\na\n---', { head: null, body: ' ---\na\n---', lines: 0 }],
  ['a\n---\nb\n---', { head: null, body: 'a\n---\nb\n---', lines: 0 }],
])('%j is parted before its body', (markdown, parts) => {
  expect(splitFrontMatter(markdown)).toEqual(parts);
});
