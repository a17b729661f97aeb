import { Portal } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './tips.module.css';

interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
}

/**
 * One tooltip for the whole window: whatever has a `data-tip` shows it under the pointer and on focus. It stays while
 * the pointer is on it and goes with Escape. A million rows need no million tooltips.
 */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);

  useEffect(() => {
    let opening: ReturnType<typeof setTimeout> | undefined;
    const show = (target: EventTarget | null, delay: number): void => {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
      clearTimeout(opening);
      if (element === null) {
        if (!(target instanceof Element) || target.closest('[role=tooltip]') === null) setTip(null);
        return;
      }
      opening = setTimeout(() => setTip(placed(element)), delay);
    };
    const onPointer = (event: PointerEvent): void => show(event.target, 350);
    const onFocus = (event: FocusEvent): void => show(event.target, 0);
    const hide = (): void => {
      clearTimeout(opening);
      setTip(null);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(opening);
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  if (tip === null) return null;
  return (
    <Portal>
      <div
        role="tooltip"
        className={classes['tip']}
        data-below={tip.below}
        style={{ left: tip.x, top: tip.y }}
      >
        {tip.text}
      </div>
    </Portal>
  );
}

/** Above the element, or below it near the top of the window; never over its edges. */
function placed(element: HTMLElement): Tip {
  const box = element.getBoundingClientRect();
  const below = box.top < 64;
  const middle = box.left + box.width / 2;
  return {
    text: element.dataset['tip'] ?? '',
    x: Math.min(Math.max(middle, 150), window.innerWidth - 150),
    y: below ? box.bottom + 6 : box.top - 6,
    below,
  };
}
