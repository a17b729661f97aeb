import { expect, it } from 'vitest';
import { readFrontMatter } from '../../../../src/shared/domain/message/front-matter.ts';

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
])('%j is told on', (markdown, [code, line]) => {
  expect(readFrontMatter(markdown).flaws).toEqual([expect.objectContaining({ code, line })]);
});
