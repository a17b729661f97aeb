import { useEffect, useRef } from 'react';

/** Enter and Escape for what stands on the whole screen: not while something else is pressed or written. */
export function useKeys(keys: {
  readonly onEnter?: (() => void) | undefined;
  readonly onEscape: () => void;
}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || document.querySelector('[role=dialog]') !== null) return;
      const { onEnter, onEscape } = latest.current;
      if (event.key === 'Escape') {
        event.preventDefault();
        onEscape();
      } else if (event.key === 'Enter' && onEnter !== undefined && !isPressable(event.target)) {
        event.preventDefault();
        onEnter();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea, summary') !== null;
}
