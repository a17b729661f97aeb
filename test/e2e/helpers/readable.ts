import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, standsStill } from './office.ts';

/** Once nothing moves: nothing that axe holds to be serious, contrast included, in the page or in the part of it that is named. */
export async function expectReadable(page: Page, what: string, part?: string): Promise<void> {
  // What moves in or out is half as dark half there.
  await standsStill(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(grave, what).toEqual([]);
}
