import { useState } from 'react';

/** What was typed and not saved yet, by the name of its text: going elsewhere and coming back loses nothing. */
const kept = new Map<string, string>();

export function useUnsaved(
  name: string,
  saved: string,
): { readonly text: string; readonly changed: boolean; readonly type: (text: string) => void } {
  const [, again] = useState(0);
  const text = kept.get(name) ?? saved;
  return {
    text,
    changed: text !== saved,
    type(next) {
      if (next === saved) kept.delete(name);
      else kept.set(name, next);
      again((before) => before + 1);
    },
  };
}

/** Forgets what was typed: it is saved now, or not wanted. */
export function forgetUnsaved(name: string): void {
  kept.delete(name);
}

export function isUnsaved(name: string): boolean {
  return kept.has(name);
}
