import type { Policies, Switchable } from '../domain/policies.ts';

const switchedOff: Readonly<Record<Switchable, string>> = {
  messages: 'i messaggi IO sono spenti',
  api: 'l’API locale è spenta',
  updates: 'la verifica degli aggiornamenti è spenta',
};

/** Why something cannot be done here; `second-folder` is set and not switched off. */
export function sayOffByPolicy(what: Switchable | 'second-folder'): string {
  const why = what === 'second-folder' ? 'la seconda cartella delle copie è stabilita' : switchedOff[what];
  return `Su questo computer ${why} da chi lo amministra. Non è cambiato nulla: chiedere a chi cura i computer.`;
}

/** What an administrator decided, for who asks the program about itself. */
export function sayPolicies({ file, state, complaint, off, archive, secondFolder }: Policies): string {
  if (state === 'none') return 'nessuno: il programma fa ciò che si sceglie nella finestra';
  if (state === 'unreadable') return sayUnreadablePolicies({ file, complaint });
  const parts = [
    ...off.map((what) => switchedOff[what]),
    ...(archive === null ? [] : [`la cartella del registro è «${archive}»`]),
    ...(secondFolder === null ? [] : [`la seconda cartella delle copie è «${secondFolder}»`]),
  ];
  return `${parts.length === 0 ? 'nulla di stabilito' : parts.join('; ')} (${file})`;
}

export function sayUnreadablePolicies({ file, complaint }: Pick<Policies, 'file' | 'complaint'>): string {
  return `I criteri di «${file}» non si capiscono (${complaint}): il programma lavora senza. Chi cura i computer li corregga e si riapra il programma.`;
}
