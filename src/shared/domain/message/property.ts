import type { Day } from '../day.ts';
import type { Recipient } from './recipient.ts';

/** A property of a list of properties. What the list has no column for is null; texts are as the list shows them. */
export interface Property {
  /** Place among the rows of data, from 1. */
  readonly row: number;
  readonly fiscalCode: string | null;
  readonly noticeNumber: string | null;
  readonly debt: string | null;
  readonly account: string | null;
  readonly address: string | null;
  readonly foglio: string | null;
  readonly particella: string | null;
  readonly sub: string | null;
  readonly category: string | null;
  readonly area: string | null;
  /** When the occupation ended, or will. */
  readonly endDay: Day | null;
}

/** By what properties are led to the people of a list, best first. A name is never one of them. */
export const propertyKeys = ['noticeNumber', 'debt', 'account', 'fiscalCode'] as const;
export type PropertyKey = (typeof propertyKeys)[number];

export interface MergeOptions {
  readonly today: Day;
  /** What happens to who has no property in the list: nothing is sent, or the message without a list. */
  readonly missing: 'block' | 'send';
  /** Without it, the best key that leads any property to anybody. */
  readonly by?: PropertyKey;
}

export interface MergedProperties {
  /** Null when the lists have no key in common. */
  readonly by: PropertyKey | null;
  /** The properties of each row of the first list; the same ones in the same order, however the second list is sorted. */
  readonly byRow: ReadonlyMap<number, readonly Property[]>;
  /** Rows of the first list without any. */
  readonly missing: readonly number[];
  /** Of these, those that are not sent. */
  readonly blocked: readonly number[];
  /** Rows of the second list that lead to nobody. */
  readonly orphans: readonly number[];
  /** Rows of occupations that are over. */
  readonly ended: readonly number[];
  /** Rows of properties that several people share. */
  readonly shared: readonly number[];
  /** Rows of the first list that show all properties of a person who has several debts there. */
  readonly undivided: readonly number[];
}

/** Leads each property to the rows that it belongs to. */
export function mergeProperties(
  recipients: readonly Recipient[],
  properties: readonly Property[],
  { today, missing: choice, by: wanted }: MergeOptions,
): MergedProperties {
  const ended = properties.filter(({ endDay }) => endDay !== null && endDay < today);
  const current = properties.filter((property) => !ended.includes(property));
  const by = wanted ?? bestKey(recipients, properties);
  const ofKey = groupBy(current, (property) => (by === null ? null : keyOf(property, by)));
  const known = new Set(by === null ? [] : recipients.flatMap((one) => keyOf(one, by) ?? []));
  const byRow = new Map<number, readonly Property[]>();
  for (const recipient of recipients) {
    const key = by === null ? null : keyOf(recipient, by);
    const own = key === null ? [] : (ofKey.get(key) ?? []);
    if (own.length > 0) byRow.set(recipient.row, once(own).toSorted(inOrder));
  }
  const missing = unique(recipients.map(({ row }) => row).filter((row) => !byRow.has(row)));
  return {
    by,
    byRow,
    missing,
    blocked: choice === 'block' ? missing : [],
    orphans: rowsOf(current.filter((property) => !isKnown(by === null ? null : keyOf(property, by), known))),
    ended: rowsOf(ended),
    shared: rowsOf(sharedOnes(current)),
    undivided: by === 'fiscalCode' ? ofSeveralDebts(recipients, byRow) : [],
  };
}

function isKnown(key: string | null, known: ReadonlySet<string>): boolean {
  return key !== null && known.has(key);
}

function bestKey(recipients: readonly Recipient[], properties: readonly Property[]): PropertyKey | null {
  const best = propertyKeys.find((key) => {
    const known = new Set(recipients.flatMap((one) => keyOf(one, key) ?? []));
    return properties.some((property) => isKnown(keyOf(property, key), known));
  });
  return best ?? null;
}

/** A spreadsheet takes the zeros at the beginning of one of two lists away. */
function keyOf(
  one: Pick<Recipient, PropertyKey> | Pick<Property, PropertyKey>,
  by: PropertyKey,
): string | null {
  const key = one[by]?.trim().toUpperCase() ?? '';
  const plain = by === 'account' || by === 'debt' ? key.replace(/^0+(?=\d+$)/, '') : key;
  return plain === '' ? null : plain;
}

function groupBy<T>(
  all: readonly T[],
  keyOfOne: (one: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOfOne(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** What a property is, whoever has it. */
function identityOf({ address, foglio, particella, sub, category, area }: Property): string {
  const parts = [address, foglio, particella, sub, category, area];
  return JSON.stringify(parts.map((part) => part?.trim().toUpperCase() ?? ''));
}

/** The same property once: a list has a row of it for each who shares it, or for each year. */
function once(properties: readonly Property[]): readonly Property[] {
  return [...new Map(properties.map((property) => [identityOf(property), property])).values()];
}

function sharedOnes(properties: readonly Property[]): readonly Property[] {
  return [...groupBy(properties, identityOf).values()].flatMap((same) => {
    const people = new Set(same.flatMap(({ fiscalCode, account }) => fiscalCode ?? account ?? []));
    return people.size > 1 ? same : [];
  });
}

function ofSeveralDebts(
  recipients: readonly Recipient[],
  byRow: ReadonlyMap<number, readonly Property[]>,
): readonly number[] {
  const ofPerson = groupBy(recipients, ({ fiscalCode }) => fiscalCode);
  return unique(
    recipients
      .filter(({ row, fiscalCode }) => {
        const debts = new Set((ofPerson.get(fiscalCode) ?? []).map(debtOf));
        return byRow.has(row) && debts.size > 1;
      })
      .map(({ row }) => row),
  );
}

/** Instalments without an id are taken for those of one debt. */
function debtOf({ debt, account, rata, noticeNumber, row }: Recipient): string {
  return debt ?? account ?? (rata === null ? (noticeNumber ?? String(row)) : '');
}

const parts = ['address', 'foglio', 'particella', 'sub', 'category', 'area'] as const;

/** By address, then by the cadastre; `VIA ROMA 9` before `VIA ROMA 12`. */
function inOrder(a: Property, b: Property): number {
  for (const part of parts) {
    const order = (a[part] ?? '').localeCompare(b[part] ?? '', 'it', { numeric: true, sensitivity: 'base' });
    if (order !== 0) return order;
  }
  return identityOf(a) < identityOf(b) ? -1 : 1;
}

function rowsOf(properties: readonly Property[]): readonly number[] {
  return unique(properties.map(({ row }) => row));
}

function unique(rows: readonly number[]): readonly number[] {
  return [...new Set(rows)].toSorted((a, b) => a - b);
}
