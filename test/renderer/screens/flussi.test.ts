import { expect, it } from 'vitest';
import { expectedOf } from '../../../src/renderer/screens/flussi/reading.ts';
import { addressOf, routeOf } from '../../../src/renderer/state/route.ts';

it.each([
  [{ attesi: 'missing' }, 'missing'],
  [{ attesi: 'older-version', open: 'x' }, 'older-version'],
  [{ attesi: true }, null],
  [{ attesi: 'boh' }, null],
  [{}, null],
])('the address %j asks for the awaited flussi of state %s, or for all flussi', (ask, state) => {
  expect(expectedOf(routeOf(addressOf({ ledger: 'own', screen: 'flussi', ask })).ask)).toBe(state);
});
