import type { Output } from '../../shared/contract/api.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { nameOfNewPartner } from '../../shared/wording/codici.ts';

export type CodiceProposal = Output<'codici.propose'>['codici'][number];
export type Owners = ReadonlyMap<string, CodiceProposal['owner']>;

/** Whose each codice is as long as nobody says otherwise. */
export function ownersOf(proposals: readonly CodiceProposal[]): Owners {
  return new Map(proposals.map(({ codice, owner }) => [codice, owner]));
}

/** The settings with what a person confirmed; codici of which nobody is sure stay out of them. */
export function withOwners(settings: Settings, owners: Owners): Settings {
  const of = (wanted: CodiceProposal['owner']): string[] =>
    [...owners].flatMap(([codice, owner]) => (owner === wanted ? [codice] : []));
  const known = new Set([...settings.codiciPropri, ...settings.altriPartner.map(({ codice }) => codice)]);
  const isNew = (codice: string): boolean => !known.has(codice);
  return {
    ...settings,
    codiciPropri: [...settings.codiciPropri, ...of('ours').filter(isNew)],
    altriPartner: [
      ...settings.altriPartner,
      ...of('other')
        .filter(isNew)
        .map((codice) => ({ codice, nome: nameOfNewPartner(codice) })),
    ],
  };
}
