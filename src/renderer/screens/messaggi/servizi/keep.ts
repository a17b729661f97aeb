import type { Input, Output } from '../../../../shared/contract/api.ts';

export type Keep = Input<'keys.save'>['keep'];
export type Vault = Output<'keys.lock'>;

/** Where a key stays unless one says otherwise: as those that are kept already, else as well as this computer can. */
export function usualKeep({ os, slots }: Pick<Vault, 'os' | 'slots'>): Keep {
  if (os && (slots.includes('os') || slots.length === 0)) return 'os';
  return slots.includes('passphrase') || !os ? 'passphrase' : 'os';
}

/** Where the next key of a service stays: where the one that it takes the place of does. */
export function sameKeep(source: string, vault: Pick<Vault, 'os' | 'slots'>): Keep {
  return source === 'session' ? 'session' : usualKeep(vault);
}
