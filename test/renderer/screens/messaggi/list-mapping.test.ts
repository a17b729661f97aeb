import { describe, expect, it } from 'vitest';
import {
  lacksOf,
  nameOfUse,
  questionsOf,
  useNamed,
  useOf,
  withUse,
} from '../../../../src/renderer/screens/messaggi/campagne/list-mapping.ts';
import type { ListProfile } from '../../../../src/shared/domain/message/list-profile.ts';
import { parseListProfile } from '../../../../src/shared/domain/message/list-profile.ts';
import type { ListProposal } from '../../../../src/shared/domain/message/list-proposal.ts';

const profile: ListProfile = {
  name: 'Tributi',
  headers: ['CF', 'Avviso', 'Importo', 'Entro', 'Quota'],
  columns: { fiscalCode: 0, notice: 1, amount: 2 },
  instalments: [],
  decimals: null,
  days: null,
};
const column = (header: string, ...texts: readonly string[]) => ({
  header,
  kind: 'text' as const,
  samples: texts.map((text) => ({ text })),
  guess: null,
});
const proposal: ListProposal = {
  columns: [
    column('CF', 'FNTNCL70A01H501D'),
    column('Avviso', '301026000000000119'),
    column('Importo', '12,50'),
    column('Entro', '03/04/2026', '05/06/2026'),
    column('Quota', '100', '200'),
  ],
  headerRow: 1,
  profile,
  askDecimals: null,
  askDays: null,
};

describe('what a column of a list is said to be', () => {
  it('is one thing, and nothing else is it any more', () => {
    const moved = withUse(profile, 4, { kind: 'field', field: 'amount' });
    expect(useOf(moved, 4)).toEqual({ kind: 'field', field: 'amount' });
    expect(useOf(moved, 2)).toEqual({ kind: 'none' });
    expect(withUse(moved, 4, { kind: 'none' }).columns).toEqual({ fiscalCode: 0, notice: 1 });
  });

  it('may be a part of an instalment, which needs its avviso', () => {
    const begun = withUse(profile, 2, { kind: 'instalment', rata: 1, part: 'amount' });
    expect(useOf(begun, 2)).toEqual({ kind: 'instalment', rata: 1, part: 'amount' });
    expect(lacksOf(begun, proposal)).toContainEqual({ code: 'no-notice', rata: 1 });
    expect(parseListProfile(begun).ok).toBe(false);
    const whole = withUse(begun, 1, { kind: 'instalment', rata: 1, part: 'notice' });
    expect(lacksOf(whole, proposal)).toEqual([]);
    expect(parseListProfile(whole)).toMatchObject({
      ok: true,
      value: { instalments: [{ rata: 1, notice: 1, amount: 2, due: null }] },
    });
    const gone = withUse(withUse(whole, 1, { kind: 'none' }), 2, { kind: 'none' });
    expect(gone.instalments).toEqual([]);
  });

  it('is named for a choice and found again', () => {
    for (let index = 0; index < 5; index++)
      expect(useNamed(nameOfUse(useOf(profile, index)))).toEqual(useOf(profile, index));
    const use = { kind: 'instalment', rata: 0, part: 'due' } as const;
    expect(useNamed(nameOfUse(use))).toEqual(use);
    expect(useNamed('something else')).toEqual({ kind: 'none' });
  });
});

describe('what a profile lacks', () => {
  it('is told: its name, its people', () => {
    const nobody = withUse({ ...profile, name: ' ' }, 0, { kind: 'none' });
    expect(lacksOf(nobody, proposal)).toEqual([{ code: 'no-name' }, { code: 'no-person' }]);
  });

  it('is asked of the columns that a person chose, where the whole list was not asked', () => {
    expect(questionsOf(profile, proposal)).toEqual({ decimals: null, days: null });
    const chosen = withUse(withUse(profile, 4, { kind: 'field', field: 'amount' }), 3, {
      kind: 'field',
      field: 'due',
    });
    expect(questionsOf(chosen, proposal)).toEqual({
      decimals: { example: '100', choices: ['comma', 'cents'] },
      days: { example: '03/04/2026', choices: ['dmy', 'mdy'] },
    });
    expect(lacksOf(chosen, proposal)).toEqual([{ code: 'decimals-open' }, { code: 'days-open' }]);
    expect(lacksOf({ ...chosen, decimals: 'comma', days: 'dmy' }, proposal)).toEqual([]);
  });

  it('is what the whole list leaves open, where its own columns stay', () => {
    const asked = { ...proposal, askDecimals: { example: '1.250', choices: ['comma', 'dot'] as const } };
    expect(questionsOf(profile, asked).decimals).toEqual(asked.askDecimals);
  });
});
