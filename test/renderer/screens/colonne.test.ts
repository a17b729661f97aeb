import { describe, expect, it } from 'vitest';
import { readSample } from '../../../src/renderer/screens/importazioni/read-sample.ts';
import { remarkOf } from '../../../src/renderer/screens/importazioni/remarks-of.ts';
import type { ProfileDraft } from '../../../src/shared/domain/profile-draft.ts';

const movements: ProfileDraft = {
  what: 'tesoreria',
  columns: { day: [0], amount: [1], causale: [2, 3] },
  decimals: 'comma',
  days: 'dmy',
  credits: [],
  debits: [],
  conto: '',
};
const row = (...texts: readonly string[]) => ({ row: 7, cells: texts.map((text) => ({ text })) });

describe('a row as it would be read', () => {
  it('shows its day, its money and its causale, of several columns one after the other', () => {
    expect(readSample(movements, row('03/04/2026', '-1.234,50', 'prima', 'poi'))).toEqual({
      row: 7,
      day: { ok: true, value: '2026-04-03' },
      cents: { ok: true, value: -123_450 },
      causale: 'prima\npoi',
      code: '',
    });
  });

  it('shows what no column tells, what is open and what cannot be read', () => {
    expect(readSample({ ...movements, columns: {} }, row('x'))).toMatchObject({ day: null, cents: null });
    expect(readSample({ ...movements, days: null, decimals: null }, row('03/04/2026', '1,00'))).toMatchObject(
      {
        day: { ok: false },
        cents: { ok: false },
      },
    );
    expect(readSample(movements, row('domani', 'tanto'))).toMatchObject({
      day: { ok: false },
      cents: { ok: false },
    });
  });

  it('shows the IUV of a payment, also inside its numero avviso', () => {
    const payments: ProfileDraft = { ...movements, what: 'ricevute', columns: { notice: [0], amount: [1] } };
    expect(readSample(payments, row('301000000000000167', '2,00'))).toMatchObject({
      code: '01000000000000167',
      cents: { ok: true, value: 200 },
    });
  });
});

it('a list that nobody knows has its columns to be matched, and no other refused file', () => {
  const told = { name: 'a.csv', kind: null, warnings: [] } as const;
  const matched = (problem: Parameters<typeof remarkOf>[0]['problem']) =>
    remarkOf({ ...told, problem }, 0, null)?.hasColumnsToMatch;
  expect(matched({ code: 'columns-unknown', columns: ['Data'] })).toBe(true);
  expect(matched({ code: 'columns-shifted', profile: 'B', column: 'Data', row: 1, value: 'x' })).toBe(true);
  expect(matched({ code: 'empty-file' })).toBe(false);
});
