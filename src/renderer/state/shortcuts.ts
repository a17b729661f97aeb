import { createContext, useContext, useEffect, useRef } from 'react';

/** A key, or keys one after the other, and what they do; shown by `?`. */
export interface Shortcut {
  /** As the browser names it: `/`, `?`, `F1`, `Ctrl+K`, `g p` for G and then P. */
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
}

/** The shortcuts of the window, for those who list them. */
export const ShortcutsContext = createContext<readonly Shortcut[]>([]);

export function useShortcutList(): readonly Shortcut[] {
  return useContext(ShortcutsContext);
}

/** The shortcuts of the window. Letters do nothing while somebody types, and can be switched off. */
export function useShortcuts(shortcuts: readonly Shortcut[], letters: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    let first = '';
    let forget: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const command = event.ctrlKey || event.metaKey;
      const pressed = command ? `Ctrl+${event.key.toUpperCase()}` : event.key;
      const writes = event.key.length === 1 && !command;
      if (writes && (!letters || isTyping(event.target))) return;
      const found = latest.current.find(({ keys }) => keys === pressed || keys === `${first} ${pressed}`);
      clearTimeout(forget);
      first = found === undefined && /^[a-z]$/.test(pressed) ? pressed : '';
      forget = setTimeout(() => (first = ''), 1_200);
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(forget);
      window.removeEventListener('keydown', onKey);
    };
  }, [letters]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
