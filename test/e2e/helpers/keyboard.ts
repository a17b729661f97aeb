import type { Locator, Page } from '@playwright/test';
import { expect } from './office.ts';

/** Where the focus is and how it shows, told by the page. */
interface Focus {
  readonly what: string;
  readonly ring: boolean;
  /** What lies over the middle of it, when that is something else. */
  readonly under: string | null;
}

/** Who works with the keys alone sees at every moment where he is, and nothing lies over it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect(async () => {
    const focus = await page.evaluate(readFocus);
    expect(focus.what, 'something of the page has the focus').not.toBe('body');
    expect(focus.ring, `the focus shows on ${focus.what}`).toBe(true);
    expect(focus.under, `${focus.what} can be seen`).toBeNull();
  }).toPass({ timeout: 30_000 });
}

/** Tab after Tab, each stop looked at, until the wanted thing has the focus. */
export async function tabTo(page: Page, wanted: Locator, most = 60, key = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < most; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`not reached in ${most} stops: ${String(wanted)}`);
}

function readFocus(): Focus {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return { what: 'body', ring: false, under: null };
  const cell = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  // What is drawn by its neighbour, as a switch is, shows the focus there.
  const above = focused.parentElement;
  const drawn = [focused, cell, focused.nextElementSibling, above, above?.parentElement].flatMap(
    (one) => one ?? [],
  );
  const ring = drawn.some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const box = focused.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  // Of something tall a part is enough.
  const heights = box.height < 200 ? [0.5] : [0.02, 0.25, 0.5, 0.75, 0.98];
  const over = heights.map((part) => document.elementFromPoint(x, box.top + box.height * part));
  const seen = over.some((one) => one !== null && (focused.contains(one) || drawn.includes(one)));
  const name = `${focused.tagName.toLowerCase()} «${(focused.getAttribute('aria-label') ?? focused.textContent).slice(0, 60)}»`;
  const [first] = over;
  return {
    what: name,
    ring,
    under: seen ? null : (first?.outerHTML.slice(0, 120) ?? 'the edge of the window'),
  };
}
