import { expect, it } from 'vitest';
import { screens } from '../../../src/renderer/screens/registry.ts';
import { everyScreen } from '../../e2e/helpers/screens.ts';

it('every screen that the menu has is walked by the tests of the window', () => {
  const walked = new Set(everyScreen.map(({ address }) => /^#\/([a-z-]+)/.exec(address)?.[1]));
  expect(screens.map(({ name }) => name).filter((name) => !walked.has(name))).toEqual([]);
});
