import { expect, it } from 'vitest';
import { needsPerson, type RunBlock } from '../../../../src/shared/domain/message/run-block.ts';

it.each<RunBlock['code']>([
  'queue-held',
  'uncertain-in-a-row',
  'equal-data-errors',
  'clock-wrong',
  'journal-unwritable',
  'stopped',
])('a run that ended for %s waits for a person', (code) => {
  expect(needsPerson({ code } as RunBlock)).toBe(true);
});

it.each<RunBlock['code']>([
  'confirmation-old',
  'evidence-stale',
  'key-missing',
  'service-refused',
  'quiet-hours',
  'unreachable',
  'service-down',
  'retry-later',
  'sending-elsewhere',
  'ledger-busy',
])('a run that ended for %s is tried again by itself', (code) => {
  expect(needsPerson({ code } as RunBlock)).toBe(false);
});
