import {
  listFields,
  type ListField,
  type ListProfile,
} from '../../../../shared/domain/message/list-profile.ts';
import {
  dayChoices,
  decimalChoices,
  type ListProposal,
} from '../../../../shared/domain/message/list-proposal.ts';
import { evidenceOfAmounts, evidenceOfDays } from '../../../../shared/domain/profile-values.ts';

export const instalmentParts = ['notice', 'amount', 'due'] as const;
export type InstalmentPart = (typeof instalmentParts)[number];

/** What a column is said to be; `rata` 0 is the whole. */
export type ColumnUse =
  | { readonly kind: 'none' }
  | { readonly kind: 'field'; readonly field: ListField }
  | { readonly kind: 'instalment'; readonly rata: number; readonly part: InstalmentPart };

/** What a profile says that a column is; it names its columns by their places. */
export function useOf(profile: ListProfile, column: number): ColumnUse {
  const field = listFields.find((one) => profile.columns[one] === column);
  if (field !== undefined) return { kind: 'field', field };
  for (const instalment of profile.instalments) {
    const part = instalmentParts.find((one) => instalment[one] === column);
    if (part !== undefined) return { kind: 'instalment', rata: instalment.rata, part };
  }
  return { kind: 'none' };
}

/** What a value of a column is read as: the parts of an instalment are read as the same fields of a whole row. */
export function fieldOfUse(use: ColumnUse): ListField | null {
  switch (use.kind) {
    case 'none':
      return null;
    case 'field':
      return use.field;
    case 'instalment':
      return use.part;
  }
}

/** The profile with another use for a column. What another column was before, it is no more. */
export function withUse(profile: ListProfile, column: number, use: ColumnUse): ListProfile {
  const columns = Object.fromEntries(
    listFields.flatMap((field) => {
      if (use.kind === 'field' && use.field === field) return [[field, column]];
      const at = profile.columns[field];
      return at === undefined || at === column ? [] : [[field, at]];
    }),
  );
  const ratas = new Set([
    ...profile.instalments.map(({ rata }) => rata),
    ...(use.kind === 'instalment' ? [use.rata] : []),
  ]);
  const instalments = [...ratas]
    .toSorted((a, b) => a - b)
    .map((rata) => {
      const before = profile.instalments.find((one) => one.rata === rata);
      const at = (part: InstalmentPart) => {
        if (use.kind === 'instalment' && use.rata === rata && use.part === part) return column;
        const place = before?.[part] ?? null;
        return place === column ? null : place;
      };
      return { rata, notice: at('notice') ?? unknownPlace, amount: at('amount'), due: at('due') };
    })
    .filter(({ notice, amount, due }) => notice !== unknownPlace || amount !== null || due !== null);
  return { ...profile, columns, instalments };
}

/** Stands for the avviso of an instalment that no column tells yet. */
const unknownPlace = -1;

/** What the columns leave open of how amounts and days are written: by the whole list, or by the values that are shown. */
export function questionsOf(
  profile: ListProfile,
  proposal: ListProposal,
): { readonly decimals: ListProposal['askDecimals']; readonly days: ListProposal['askDays'] } {
  const placesOf = (of: ListProfile, field: ListField): readonly number[] =>
    proposal.columns.flatMap((_, column) => (fieldOfUse(useOf(of, column)) === field ? [column] : []));
  const isProposed = (field: ListField): boolean =>
    placesOf(profile, field).join() === placesOf(proposal.profile, field).join();
  const samplesOf = (field: ListField) =>
    placesOf(profile, field).flatMap((column) => proposal.columns[column]?.samples ?? []);
  const amounts = evidenceOfAmounts(samplesOf('amount'));
  const days = evidenceOfDays(samplesOf('due'));
  return {
    decimals: isProposed('amount')
      ? proposal.askDecimals
      : amounts.told === null && amounts.example !== null
        ? { example: amounts.example, choices: decimalChoices(amounts.example) }
        : null,
    days: isProposed('due')
      ? proposal.askDays
      : days.told === null && days.example !== null
        ? { example: days.example, choices: dayChoices }
        : null,
  };
}

/** What keeps a profile from being saved. */
export type MappingLack =
  | { readonly code: 'no-name' }
  | { readonly code: 'no-person' }
  /** An instalment with an amount or a day, and no avviso. */
  | { readonly code: 'no-notice'; readonly rata: number }
  | { readonly code: 'decimals-open' }
  | { readonly code: 'days-open' };

export function lacksOf(profile: ListProfile, proposal: ListProposal): readonly MappingLack[] {
  const asked = questionsOf(profile, proposal);
  return [
    ...(profile.name.trim() === '' ? [{ code: 'no-name' as const }] : []),
    ...(profile.columns.fiscalCode === undefined ? [{ code: 'no-person' as const }] : []),
    ...profile.instalments.flatMap(({ rata, notice }) =>
      notice === unknownPlace ? [{ code: 'no-notice' as const, rata }] : [],
    ),
    ...(asked.decimals !== null && profile.decimals === null ? [{ code: 'decimals-open' as const }] : []),
    ...(asked.days !== null && profile.days === null ? [{ code: 'days-open' as const }] : []),
  ];
}

/** As one text for a choice of a list, and back. */
export function nameOfUse(use: ColumnUse): string {
  switch (use.kind) {
    case 'none':
      return '';
    case 'field':
      return use.field;
    case 'instalment':
      return `${use.rata} ${use.part}`;
  }
}

export function useNamed(name: string): ColumnUse {
  const field = listFields.find((one) => one === name);
  if (field !== undefined) return { kind: 'field', field };
  const [rata = '', written = ''] = name.split(' ');
  const part = instalmentParts.find((one) => one === written);
  return part === undefined ? { kind: 'none' } : { kind: 'instalment', rata: Number(rata), part };
}
