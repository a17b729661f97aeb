import type { ProfileField, ProfileKind } from '../../../shared/domain/profile.ts';
import { posizioniColumns } from './posizioni-columns.ts';
import { ricevuteColumns } from './ricevute-columns.ts';
import { tesoreriaColumns } from './tesoreria-columns.ts';

/** The headers that each field bears in the files of banks and programs, best first. */
export type Aliases = { readonly [Field in ProfileField]?: readonly string[] };

export const aliasesOfKind: Readonly<Record<ProfileKind, Aliases>> = {
  tesoreria: tesoreriaColumns,
  ricevute: ricevuteColumns,
  posizioni: posizioniColumns,
};
