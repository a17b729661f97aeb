import type { DocumentWarning } from '../../../shared/domain/document.ts';
import { parseAmount } from '../../../shared/domain/euro.ts';
import { Field } from '../shape.ts';

/** A sum that the totals of a giornale must satisfy: `field` equals what is added minus what is taken away. */
interface Identity {
  readonly field: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** Counted as zero when absent; the others make the identity void. */
  readonly optional?: readonly string[];
}

/** Between the balances of one conto di evidenza. */
export const contoIdentities: readonly Identity[] = [
  {
    field: 'saldo_finale_conto_evidenza',
    plus: ['saldo_precedente_conto_evidenza', 'totale_entrate_conto_evidenza'],
    minus: ['totale_uscite_conto_evidenza'],
  },
];

/** Between the totals of the whole flow: they hold only when all its pages are there. */
export const flowIdentities: readonly Identity[] = [
  {
    field: 'saldo_complessivo_finale',
    plus: ['saldo_complessivo_precedente', 'totale_complessivo_entrate'],
    minus: ['totale_complessivo_uscite'],
  },
  {
    field: 'totale_entrate',
    plus: ['fondo_di_cassa', 'totale_reversali_riscosse', 'totale_sospesi_entrata'],
    minus: [],
    optional: ['fondo_di_cassa'],
  },
  {
    field: 'totale_uscite',
    plus: ['totale_mandati_pagati', 'totale_sospesi_uscita', 'deficit_di_cassa'],
    minus: [],
    optional: ['deficit_di_cassa'],
  },
  { field: 'saldo_esercizio', plus: ['totale_entrate'], minus: ['totale_uscite'] },
  {
    field: 'disponibilita',
    plus: ['totale_conti'],
    minus: ['totale_vincoli', 'totale_somme_bloccate_riservate'],
  },
];

/** Totals as stated, by element name. Texts that are not amounts are left out: totals are only cross-checks. */
export type Totals = ReadonlyMap<string, number>;

/** Fields for every total that an identity names. */
export function totalFields(identities: readonly Identity[]): Readonly<Record<string, Field>> {
  const names = identities.flatMap(({ field, plus, minus }) => [field, ...plus, ...minus]);
  return Object.fromEntries(names.map((name) => [name, new Field(name)]));
}

export function readTotals(fields: Readonly<Record<string, Field>>): Totals {
  const totals = new Map<string, number>();
  for (const { name, value } of Object.values(fields)) {
    const amount = parseAmount(value?.trim() ?? '');
    if (amount.ok) totals.set(name, amount.value);
  }
  return totals;
}

/** The identities that these totals break. */
export function brokenIdentities(totals: Totals, identities: readonly Identity[]): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  for (const { field, plus, minus, optional = [] } of identities) {
    const statedCents = totals.get(field);
    const isVoid = [...plus, ...minus].some((name) => !totals.has(name) && !optional.includes(name));
    if (statedCents === undefined || isVoid) continue;
    const sum = (names: readonly string[]) => names.reduce((all, name) => all + (totals.get(name) ?? 0), 0);
    const foundCents = sum(plus) - sum(minus);
    if (foundCents !== statedCents)
      warnings.push({ code: 'totals-disagree', field, statedCents, foundCents });
  }
  return warnings;
}
