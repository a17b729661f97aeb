import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  recover,
  type JournalEntry,
  type JournalOutcome,
  type KnownAttempts,
} from '../../../../src/shared/domain/message/recovery.ts';

const at = '2026-03-10T09:00:00.000Z';
const intent = (seq: number, key: string): JournalEntry => ({
  type: 'intent',
  seq,
  key,
  digest: 'd',
  machine: 'm',
  at,
});
const outcome = (seq: number, key: string, what: JournalOutcome, id: string | null = null): JournalEntry => ({
  type: 'outcome',
  seq,
  key,
  outcome: what,
  id,
  at,
});
const nothing: KnownAttempts = { lastSeq: 0, open: [], past: [] };

describe('what a ledger learns from the journal', () => {
  it('of a program that ended well: nothing', () => {
    const known = { lastSeq: 2, open: [], past: [1, 2].map((seq) => ({ seq, key: 'a' })) };
    const entries = [
      intent(1, 'a'),
      outcome(1, 'a', 'none'),
      intent(2, 'a'),
      outcome(2, 'a', 'accepted', 'I'),
    ];
    expect(recover(known, entries)).toEqual({
      settled: [],
      foreign: [],
      unknown: [],
      restored: false,
      highestSeq: 2,
    });
  });

  it.each([
    { entries: [], becomes: { outcome: 'uncertain', id: null, at: null } },
    { entries: [intent(1, 'a')], becomes: { outcome: 'uncertain', id: null, at: null } },
    {
      entries: [intent(1, 'a'), outcome(1, 'a', 'accepted', 'I')],
      becomes: { outcome: 'accepted', id: 'I', at },
    },
    { entries: [intent(1, 'a'), outcome(1, 'a', 'none')], becomes: { outcome: 'none', id: null, at } },
    // The same number, and another message: of another copy.
    { entries: [outcome(1, 'b', 'accepted', 'I')], becomes: { outcome: 'uncertain', id: null, at: null } },
  ])('what became of an attempt that was begun: $becomes.outcome', ({ entries, becomes }) => {
    const told = recover({ lastSeq: 1, open: [{ seq: 1, key: 'a' }], past: [] }, entries);
    expect(told.settled).toEqual([{ seq: 1, ...becomes }]);
  });

  it('what a copy sent after it: sure when it was taken in, in doubt without an outcome, nothing when it did not arrive', () => {
    const entries = [
      intent(1, 'a'),
      outcome(1, 'a', 'accepted', 'I'),
      intent(2, 'b'),
      intent(3, 'c'),
      outcome(3, 'c', 'none'),
      intent(4, 'd'),
      outcome(4, 'd', 'uncertain'),
    ];
    const told = recover(nothing, entries);
    expect(told.foreign).toEqual([
      { key: 'a', certain: true, id: 'I', at },
      { key: 'b', certain: false, id: null, at },
      { key: 'd', certain: false, id: null, at },
    ]);
    expect(told).toMatchObject({ restored: true, highestSeq: 4 });
    expect(told.unknown.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('two messages that two computers gave the same number: both', () => {
    const known = { lastSeq: 1, open: [], past: [{ seq: 1, key: 'a' }] };
    const entries = [
      intent(1, 'a'),
      intent(1, 'b'),
      outcome(1, 'a', 'accepted', 'I'),
      outcome(1, 'b', 'accepted', 'J'),
    ];
    expect(recover(known, entries)).toMatchObject({
      foreign: [{ key: 'b', certain: true, id: 'J' }],
      unknown: [{ seq: 1, key: 'b' }],
      restored: true,
      highestSeq: 1,
    });
  });

  it('is sure for ever of what was once taken in', () => {
    const entries = [
      intent(1, 'a'),
      outcome(1, 'a', 'uncertain'),
      intent(2, 'a'),
      outcome(2, 'a', 'accepted', 'I'),
      intent(3, 'a'),
    ];
    expect(recover(nothing, entries).foreign).toEqual([{ key: 'a', certain: true, id: 'I', at }]);
  });

  it('for any journal forgets no key that may have arrived, and learns nothing twice', () => {
    const entry = fc
      .record({
        seq: fc.integer({ min: 1, max: 6 }),
        key: fc.constantFrom('a', 'b', 'c'),
        what: fc.constantFrom<JournalOutcome | null>(null, 'accepted', 'uncertain', 'none'),
      })
      .map(({ seq, key, what }) => [intent(seq, key), ...(what === null ? [] : [outcome(seq, key, what)])]);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (groups) => {
        const entries = groups.flat();
        const told = recover(nothing, entries);
        // What is said last of an attempt is what became of it.
        const last = new Map(entries.map((one) => [`${one.seq} ${one.key}`, one]));
        const sure = [...last.values()].filter((one) => one.type === 'outcome' && one.outcome === 'accepted');
        const certain = told.foreign.filter((one) => one.certain).map(({ key }) => key);
        expect(new Set(certain)).toEqual(new Set(sure.map(({ key }) => key)));
        const again = recover({ lastSeq: told.highestSeq, open: [], past: told.unknown }, entries);
        expect(again).toMatchObject({ foreign: [], unknown: [], restored: false });
      }),
    );
  });
});
