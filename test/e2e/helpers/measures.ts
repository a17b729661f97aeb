/* oxlint-disable unicorn/consistent-function-scoping -- the page is handed one function, and all it needs stands in it */
import type { Page } from '@playwright/test';

/** What cannot be read or hit as it stands; told by the page, empty where all is well. */
export interface Measures {
  /** The page itself goes on to the right. */
  readonly sideways: boolean;
  /** Words that end at an edge without a sign that they go on. */
  readonly cut: readonly string[];
  /** What is to be pressed and smaller than 24 × 24, with something else too near (WCAG 2.5.8). */
  readonly small: readonly string[];
}

export function measure(page: Page): Promise<Measures> {
  return page.evaluate(() => {
    const named = (element: Element): string => {
      const { width, height } = element.getBoundingClientRect();
      const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50);
      return `${element.tagName.toLowerCase()} «${words}» ${Math.round(width)}×${Math.round(height)}`;
    };
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };

    const main = document.querySelector('main');
    const sideways = main === null || main.scrollWidth > main.clientWidth + 1;

    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!own || !isSeen(element)) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      return hides && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    });

    const pressed = [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [role=tab], [role=option]',
      ),
    ].filter((element) => isSeen(element) && !element.matches(':disabled'));
    const boxes = pressed.map((element) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const all = [element, ...(label === undefined ? [] : [label])].map((one) =>
        one.getBoundingClientRect(),
      );
      const left = Math.min(...all.map((box) => box.left));
      const top = Math.min(...all.map((box) => box.top));
      return {
        element,
        width: Math.max(...all.map((box) => box.right)) - left,
        height: Math.max(...all.map((box) => box.bottom)) - top,
        x: left,
        y: top,
      };
    });
    // Words of a sentence are as high as its line; what stands alone has a circle of 24 that nothing else enters.
    const inSentence = (element: Element): boolean =>
      element.matches('a') &&
      getComputedStyle(element).display.startsWith('inline') &&
      (element.parentElement?.textContent.trim() ?? '') !== element.textContent.trim();
    const small = boxes.filter((one) => {
      if ((one.width >= 24 && one.height >= 24) || inSentence(one.element)) return false;
      const middle = { x: one.x + one.width / 2, y: one.y + one.height / 2 };
      return boxes.some((other) => {
        if (other.element === one.element || other.element.contains(one.element)) return false;
        const away = Math.hypot(
          Math.max(other.x - middle.x, 0, middle.x - other.x - other.width),
          Math.max(other.y - middle.y, 0, middle.y - other.y - other.height),
        );
        return away < 12;
      });
    });
    return { sideways, cut: cut.map(named), small: small.map(({ element }) => named(element)) };
  });
}
