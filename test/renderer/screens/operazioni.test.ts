import { expect, it } from 'vitest';
import { groups } from '../../../src/renderer/screens/operazioni/groups.ts';
import { trailOperations } from '../../../src/shared/domain/trail.ts';

it('every operation of the trail stands in a group', () => {
  const grouped = new Set(groups.flatMap(({ operations }) => operations));
  expect([...grouped].toSorted()).toEqual(trailOperations.toSorted());
});
