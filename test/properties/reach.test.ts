import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowBuckets, provvisorioBuckets } from '../../src/shared/domain/bucket.ts';
import { notes, statuses } from '../../src/shared/domain/verdict.ts';
import { createDesk, drop } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const extractionKinds = ['iuf', 'iuv', 'truncated', 'unreadable', 'suspect', 'none'] as const;

describe('the invented offices', () => {
  // Properties over offices in which nothing happens would say nothing.
  it('have payments of every status, and flussi and provvisori in every bucket', async () => {
    const desk = createDesk();
    const found = {
      statuses: new Set(),
      reasons: new Set(),
      flussi: new Set(),
      provvisori: new Set(),
      kinds: new Set(),
    };
    const offices = fc.sample(officeArbitrary({ distinctMoments: false }), {
      seed: 20_260_331,
      numRuns: 400,
    });
    const missing = () => ({
      statuses: statuses.filter((status) => !found.statuses.has(status)),
      reasons: notes.filter((note) => !found.reasons.has(note)),
      flussi: flowBuckets.filter((bucket) => !found.flussi.has(bucket)),
      provvisori: provvisorioBuckets.filter((bucket) => !found.provvisori.has(bucket)),
      kinds: extractionKinds.filter((kind) => !found.kinds.has(kind)),
    });
    for (const { papers } of offices) {
      if (Object.values(missing()).every((left) => left.length === 0)) break;
      await desk(async (ledger) => {
        await drop(ledger, papers);
        for (const day of ['2026-01-15', '2026-03-31']) {
          ledger.today(day);
          for (const { status, reasons } of await ledger.payments()) {
            found.statuses.add(status);
            for (const reason of reasons) found.reasons.add(reason);
          }
          for (const { bucket } of await ledger.flussi()) found.flussi.add(bucket);
          for (const { bucket, extraction } of await ledger.provvisori()) {
            found.provvisori.add(bucket);
            found.kinds.add(extraction.kind);
          }
        }
      });
    }
    expect(missing()).toEqual({ statuses: [], reasons: [], flussi: [], provvisori: [], kinds: [] });
    expect(found.kinds.size).toBe(extractionKinds.length);
  }, 180_000);
});
