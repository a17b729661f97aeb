import { describe, expect, it } from 'vitest';
import type { HintGroup } from '../../../src/main/ledger/unknown-services.ts';
import { byHint } from '../../../src/main/reconciliation/unknown-services.ts';

function group(over: Partial<HintGroup>): HintGroup {
  return {
    category: null,
    tipoDovuto: null,
    positionCategory: null,
    words: '',
    count: 1,
    cents: 100,
    iuv: 'RF00',
    iur: 'A',
    index: 1,
    exampleCents: 60,
    paidOn: null,
    description: 'Mensa scolastica di marzo',
    ...over,
  };
}

describe('payments of which nobody told the service', () => {
  it('stand together by their best hint, with the first of them as an example', () => {
    const told = byHint([
      group({ tipoDovuto: 'MENSA', iuv: 'RF02', words: 'pasti' }),
      group({ tipoDovuto: 'MENSA', iuv: 'RF01', iur: 'B', index: 2, count: 2, cents: 250, exampleCents: 99 }),
    ]);
    expect(told).toEqual({
      count: 3,
      cents: 350,
      groups: [
        {
          hint: { kind: 'tipo-dovuto', value: 'MENSA' },
          count: 3,
          cents: 350,
          example: {
            iuv: 'RF01',
            iur: 'B',
            index: 2,
            cents: 99,
            paidOn: null,
            description: 'Mensa scolastica di marzo',
          },
        },
      ],
    });
  });

  it.each([
    ['the IUV', { iuv: 'RF01' }],
    ['the IUR', { iuv: 'RF02', iur: 'A' }],
    ['the index', { iuv: 'RF02', iur: 'B', index: 1 }],
  ])('have the first by %s as their example, in whatever order they are told', (_what, first) => {
    const groups = [group({ iuv: 'RF02', iur: 'B', index: 2 }), group(first)];
    for (const order of [groups, groups.toReversed()])
      expect(byHint(order).groups[0]?.example).toMatchObject(first);
  });

  it('come the most first, then the dearest, then by the name of the hint', () => {
    const told = byHint([
      group({ tipoDovuto: 'D', count: 1, cents: 5 }),
      group({ tipoDovuto: 'C', count: 1, cents: 5 }),
      group({ tipoDovuto: 'B', count: 1, cents: 9 }),
      group({ tipoDovuto: 'A', count: 2, cents: 1 }),
    ]);
    expect(told.groups.map(({ hint }) => hint.value)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('are two hundred groups at most, and all of them count', () => {
    const told = byHint(Array.from({ length: 201 }, (_, i) => group({ tipoDovuto: `tipo ${i}` })));
    expect([told.groups.length, told.count, told.cents]).toEqual([200, 201, 20_100]);
  });

  it.each([
    ['the category of the receipt', { category: '9/0101100IM/' }, { kind: 'tassonomia', value: '0101100IM' }],
    [
      'that of the position',
      { positionCategory: '9/0101100IM/' },
      { kind: 'tassonomia', value: '0101100IM' },
    ],
    ['the IUV', { iuv: '01000000000000144' }, { kind: 'codice', value: '0100' }],
    ['the words', { words: 'mensa di marzo' }, { kind: 'parole', value: 'MENSA DI' }],
    ['nothing', {}, { kind: 'nothing', value: '' }],
  ])('can be told by %s', (_what, over, hint) => {
    expect(byHint([group(over)]).groups[0]?.hint).toEqual(hint);
  });
});
