/* oxlint-disable unicorn/consistent-function-scoping -- the page is handed one function, and all it needs stands in it */
import type { Page } from '@playwright/test';

/** What the page itself notes while somebody works in it. */
export interface Noted {
  /** Tasks of the page's thread of more than 50 ms. */
  readonly longTasks: readonly number[];
  /** The most rows that stood in the page at once. */
  readonly mostRows: number;
}

/** Lets the page note its long tasks and its rows, from its next load on. */
export async function noteInPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { longTasks: [] as number[], mostRows: 0 };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    const count = (): void => {
      const rows = document.querySelectorAll('[role=grid] [role=row]').length;
      noted.mostRows = Math.max(noted.mostRows, rows);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}

/** What was noted since the last time somebody asked. */
export async function takeNotes(page: Page): Promise<Noted> {
  return page.evaluate(() => {
    const { noted } = window as unknown as { noted: { longTasks: number[]; mostRows: number } };
    const taken = { longTasks: noted.longTasks.splice(0), mostRows: noted.mostRows };
    noted.mostRows = 0;
    return taken;
  });
}

/** What a clerk does with a list, and what is seen when it is done. */
export type Deed =
  | { readonly go: string }
  | { readonly type: string }
  | { readonly press: string }
  | { readonly order: string }
  | { readonly card: number };

/**
 * Does it in the page, and waits until what it asked for can be seen: milliseconds from the hand to the frame after the
 * rows, or the card, stand.
 */
export async function pixelsAfter(page: Page, deed: Deed): Promise<number> {
  return page.evaluate(async (done) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const grid = (): Element | null => document.querySelector('[role=grid]');
    const question = (): string | null => grid()?.getAttribute('data-question') ?? null;
    const card = (): Element | null =>
      document.querySelector('aside [aria-busy], [role=complementary] [aria-busy]');
    const cardWords = (): string => card()?.textContent ?? '';
    const before = { question: question(), words: cardWords() };
    const from = performance.now();
    if ('go' in done) location.hash = done.go;
    else if ('type' in done) {
      const input = document.querySelector<HTMLInputElement>('[data-search]');
      if (input === null) throw new Error('no search here');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, done.type);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    } else if ('press' in done)
      grid()?.dispatchEvent(new KeyboardEvent('keydown', { key: done.press, ctrlKey: true, bubbles: true }));
    else if ('order' in done)
      [...document.querySelectorAll<HTMLElement>('[role=columnheader] button')]
        .find(({ textContent }) => textContent === done.order)
        ?.click();
    else
      document.querySelectorAll<HTMLElement>('[role=grid] [role=gridcell]:first-child')[done.card]?.click();

    const isSeen = (): boolean => {
      if ('card' in done)
        return card()?.getAttribute('aria-busy') === 'false' && cardWords() !== before.words;
      const here = grid();
      const isNew = 'press' in done || question() !== before.question;
      return (
        here !== null &&
        isNew &&
        here.getAttribute('aria-busy') === 'false' &&
        // Rows, or that there are none.
        (here.querySelector('[role=gridcell]') !== null || here.getAttribute('aria-rowcount') === '1')
      );
    };
    // What was pressed is heard before the frame after it.
    do {
      await frame();
      if (performance.now() - from > 60_000)
        throw new Error(
          `not seen: ${JSON.stringify(done)}; ${question()}; ${document.body.innerText.slice(0, 400)}`,
        );
    } while (!isSeen());
    await frame();
    return performance.now() - from;
  }, deed);
}

/** Scrolls so many frames, each by so many pixels; how long each took until the next, rows in sight or not told apart. */
export async function scrollFrames(
  page: Page,
  frames: number,
  pixels: number,
): Promise<{ readonly took: readonly number[]; readonly bare: number }> {
  return page.evaluate(
    async ([turns, by]) => {
      const scroller = document.querySelector('[role=grid]');
      if (scroller === null) throw new Error('nothing scrolls here');
      const took: number[] = [];
      let bare = 0;
      for (let turn = 0; turn < turns; turn++) {
        const from = performance.now();
        scroller.scrollTop += by;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        took.push(performance.now() - from);
        const { left, top, width, height } = scroller.getBoundingClientRect();
        const middle = document.elementFromPoint(left + width / 4, top + height / 2);
        if (middle?.closest('[role=row]') === null) bare += 1;
      }
      return { took, bare };
    },
    [frames, pixels] as const,
  );
}
