import type { Servizio } from '../../../shared/domain/settings.ts';

/** The id of a new service, from its name: it stays when the name changes, for links and exports rely on it. */
export function idOfName(nome: string, others: readonly Pick<Servizio, 'id'>[]): string {
  const plain = nome
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'servizio' : plain;
  const taken = new Set(others.map(({ id }) => id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** The list with one element a place further up (-1) or down (+1); as it was where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const element = list[index];
  const other = list[index + by];
  if (element === undefined || other === undefined) return list;
  return list.with(index, other).with(index + by, element);
}

/** In place of the one with its id, or at the end. */
export function withServizio(servizi: readonly Servizio[], servizio: Servizio): readonly Servizio[] {
  const index = servizi.findIndex(({ id }) => id === servizio.id);
  return index === -1 ? [...servizi, servizio] : servizi.with(index, servizio);
}
