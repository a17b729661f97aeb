import type { Page } from '@playwright/test';
import { measure } from './helpers/measures.ts';
import { expect, test } from './helpers/office.ts';
import { expectReadable } from './helpers/readable.ts';
import { everyScreen } from './helpers/screens.ts';

test.use({ prepared: 'demo' });

async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => (location.hash = hash), address);
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(window.locator('[aria-busy=true]')).toHaveCount(0);
}

async function expectReadableInBoth(window: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme });
    await expect(window.locator(`html[data-mantine-color-scheme=${colorScheme}]`)).toBeAttached();
    await expectReadable(window, `${what}, ${colorScheme}`, '[role=dialog]');
  }
}

/** A window of 1280 pixels at 200 %, and one at 400 %: WCAG 1.4.4 and 1.4.10. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 640, height: 360 },
  { width: 320, height: 256 },
] as const;

test('every screen fits its window, at every size; nothing is cut, everything can be hit', async ({
  window,
}) => {
  test.setTimeout(240_000);
  const wrong: Record<string, unknown>[] = [];
  for (const { name, address } of everyScreen) {
    await window.setViewportSize(sizes[0]);
    await goTo(window, address);
    for (const size of sizes) {
      await window.setViewportSize(size);
      const standing = async (): Promise<unknown> => await measure(window);
      await expect
        .poll(standing, { timeout: 20_000, intervals: [50, 100, 250] })
        .toEqual({ sideways: false, cut: [], small: [] })
        .catch(async () => {
          wrong.push({ screen: name, ...size, ...(await measure(window)) });
        });
    }
  }
  expect(wrong).toEqual([]);
});

test('lists stand whole in a window of 1280: no column is cut, with a card open or without', async ({
  window,
}) => {
  await window.setViewportSize(sizes[1]);
  for (const name of ['pagamenti', 'flussi', 'provvisori', 'posizioni', 'da-regolarizzare']) {
    await goTo(window, `#/${name}`);
    const grid = window.getByRole('grid');
    const over = (): Promise<number> => grid.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(await over(), name).toBe(0);
    if (name === 'posizioni') continue;
    await grid.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
    await expect.poll(over, { message: `${name}, beside a card` }).toBe(0);
    // What does not stand beside the card is still counted.
    const columns = await grid.getByRole('columnheader').count();
    expect(Number(await grid.getAttribute('aria-colcount')), name).toBeGreaterThan(columns);
  }
});

test('who hears the window is told what stands in it', async ({ window }) => {
  await goTo(window, '#/pagamenti');
  await expect(window.getByRole('main')).toHaveCount(1);
  await expect(window.getByRole('navigation', { name: 'Schermate' })).toHaveCount(1);
  await expect(window.getByRole('navigation').getByRole('list')).toHaveCount(3);
  await expect(window.getByRole('search')).toHaveAccessibleName(/^Filtri/);
  await expect(window).toHaveTitle(/^Pagamenti/);

  const grid = window.getByRole('grid', { name: 'Pagamenti' });
  await expect(window.getByRole('status').filter({ hasText: /^340 righe$/ })).toBeAttached();
  await expect(grid).toHaveAttribute('aria-rowcount', '341');
  await grid.focus();
  for (const [key, first] of [
    ['Home', 1],
    ['End', null],
  ] as const) {
    await window.keyboard.press(key);
    const told = (): Promise<{ indices: number[]; active: string | null }> =>
      grid.evaluate((element) => ({
        indices: [...element.querySelectorAll('[role=row]')].map((row) =>
          Number(row.getAttribute('aria-rowindex')),
        ),
        active:
          document
            .getElementById(element.getAttribute('aria-activedescendant') ?? '')
            ?.getAttribute('role') ?? null,
      }));
    await expect.poll(async () => (await told()).active, { message: key }).toBe('gridcell');
    const rows = (await told()).indices.toSorted((a, b) => a - b);
    expect(new Set(rows).size, 'each row has a number of its own').toBe(rows.length);
    if (first === null) expect(rows.at(-1)).toBe(341);
    else expect(rows.slice(0, 3)).toEqual([1, 2, 3]);
  }
  await expect(grid.getByRole('columnheader', { name: /^Pagato il/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(grid.getByRole('img').first()).toHaveAccessibleName(/^Pagat.+, rendicontat.+, riconciliat/i);
});

test('every dialog says its name, and gives the focus back where it was', async ({ window }) => {
  await goTo(window, '#/pagamenti');
  const openers = [
    ['Filtra', /.+/],
    ['Colonne', /Colonne/],
    ['I miei filtri', /filtri/i],
  ] as const;
  for (const [name, title] of openers) {
    const opener = window.getByRole('button', { name, exact: true });
    await opener.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveAccessibleName(title);
    // The others are among the views that are looked at.
    if (name !== 'Filtra') await expectReadableInBoth(window, name);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  const link = window.getByRole('link', { name: 'Provvisori', exact: true });
  for (const [key, title] of [
    ['?', 'Scorciatoie da tastiera'],
    ['Control+k', 'Tavolozza dei comandi'],
  ] as const) {
    await link.focus();
    await window.keyboard.press(key);
    await expect(window.getByRole('dialog')).toHaveAccessibleName(title);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(link).toBeFocused();
  }
  await goTo(window, '#/provvisori');
  await window.getByRole('grid').focus();
  await window.keyboard.press('Enter');
  const opener = window.getByRole('button', { name: 'Nota…' });
  await opener.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveAccessibleName('Nota');
  await expectReadableInBoth(window, 'Nota');
  await window.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test.describe('with colours that the system chooses', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('dots, what is chosen and where one is can still be told apart', async ({ window }) => {
    await goTo(window, '#/pagamenti');
    const style = (selector: string, property: string): Promise<string> =>
      window
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const dot = '[data-dot=yes]';
    expect(await style(`${dot} circle`, 'fill')).not.toBe(await style(`${dot} path`, 'stroke'));
    expect(await style('nav a[aria-current=page]', 'outline-style')).toBe('solid');
    await window.getByRole('button', { name: 'Da guardare' }).click();
    expect(await style('button[aria-pressed=true]', 'outline-style')).toBe('solid');
    await window.getByRole('grid').focus();
    await window.keyboard.press('Space');
    expect(await style('[role=row][aria-selected=true]', 'outline-style')).toBe('solid');

    await goTo(window, '#/esporta');
    const back = 'background-color';
    expect(await style('input[type=radio]:checked', back)).not.toBe(
      await style('input[type=radio]:not(:checked)', back),
    );
    const track = 'input[role=switch] + *';
    const off = await style(track, back);
    await window.getByRole('switch').focus();
    await window.keyboard.press('Space');
    expect(await style(track, back)).not.toBe(off);
    expect(await style(`${track} > *`, back)).not.toBe(await style(track, back));

    await goTo(window, '#/messaggi');
    expect(await style('[role=tab][aria-selected=true]', 'outline-style')).toBe('solid');
    expect(await style('[role=tab][aria-selected=false]', 'outline-style')).toBe('none');
  });
});

test.describe('for who asked the system for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves: cards, dialogs, the palette, a chevron', async ({ window }) => {
    await goTo(window, '#/provvisori');
    const moved = await window.evaluateHandle(() => {
      const told: string[] = [];
      const note = (event: TransitionEvent | AnimationEvent): void => {
        if (!(event.target instanceof Element)) return;
        const moving = event.target.getAnimations({ subtree: true }).some(({ effect }) => {
          const duration = effect?.getComputedTiming().duration;
          return typeof duration === 'number' && duration > 1;
        });
        if (moving) told.push(`${event.type}: ${event.target.outerHTML.slice(0, 120)}`);
      };
      document.addEventListener('transitionrun', note, true);
      document.addEventListener('animationstart', note, true);
      return told;
    });
    await window.getByRole('grid').focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
    for (const key of ['?', 'Control+k']) {
      await window.keyboard.press(key);
      await expect(window.getByRole('dialog')).toBeVisible();
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toHaveCount(0);
    }
    await goTo(window, '#/importazioni');
    await window.getByRole('button', { expanded: false, name: /giornali di cassa/ }).click();
    await expect(window.getByRole('button', { name: /Annulla tutta/ })).toBeVisible();
    expect(await moved.jsonValue()).toEqual([]);
  });
});
