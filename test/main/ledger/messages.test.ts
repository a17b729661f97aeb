import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  attemptBySeq,
  beginAttempt,
  endAttempt,
  keepForeignAttempt,
  lastSeq,
  openAttempts,
  pastAttempts,
  skipTo,
} from '../../../src/main/ledger/messages/attempts.ts';
import { addCampaign, pauseCampaign } from '../../../src/main/ledger/messages/campaigns.ts';
import {
  adoptKey,
  freeKey,
  keepForeignKey,
  takeKey,
  takenKey,
} from '../../../src/main/ledger/messages/keys.ts';
import { holdService, releaseAllServices } from '../../../src/main/ledger/messages/outbox-state.ts';
import {
  countWaiting,
  nextTry,
  nextWaiting,
  obstacles,
  type QueueFilter,
} from '../../../src/main/ledger/messages/queue.ts';
import { addMessage, putOff, requeuePaused, setState } from '../../../src/main/ledger/messages/rows.ts';
import { openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { citizen, notice } from '../../helpers/citizens.ts';
import { day, recipient } from '../../shared/domain/message/recipients.ts';

const now = '2026-03-10T09:00:00.000Z';
const today = day('2026-03-10');

function aLedger(): WritableLedger {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-libro-'));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  onTestFinished(() => {
    opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return opened.value;
}

function aCampaign(ledger: WritableLedger, kind = 'avviso', service = 'tari'): number {
  return addCampaign(ledger, {
    name: 'Campagna',
    service,
    kind,
    origin: 'list',
    template: 'tari-avviso',
    templateText: '',
    listName: null,
    options: { staleAccepted: false, texts: {}, preparedOn: today },
    findings: { rows: 1, refused: [], warnings: [] },
    author: 'impiegata',
    createdAt: now,
  });
}

/** Queued, and its number. */
function aMessage(
  ledger: WritableLedger,
  campaignId: number,
  different: { notBefore?: Day; kind?: string; service?: string; n?: number } = {},
): number {
  const { n = 1, kind = 'avviso', service = 'tari', notBefore = null } = different;
  addMessage(ledger, {
    campaignId,
    row: n,
    key: `${service}:${n}`,
    service,
    kind,
    fiscalCode: citizen(n),
    noticeNumber: notice(n),
    cents: 100,
    dueDay: null,
    debt: null,
    rata: null,
    recipient: { ...recipient({ fiscalCode: citizen(n) }), properties: [] },
    notBefore,
    notAfter: null,
    state: 'queued',
    reason: null,
    changedAt: now,
  });
  return Number(ledger.prepare('SELECT max(id) FROM io_messages').pluck().get());
}

const filter: QueueFilter = {
  now,
  today,
  services: ['tari'],
  confirmedSince: '2026-03-03T09:00:00.000Z',
  evidenceIsStale: false,
};

/** As if a person had just confirmed everything. */
function confirmed(ledger: WritableLedger): void {
  ledger.exec(`UPDATE io_campaigns SET queued_at = '${now}'`);
}

describe('the names that are taken', () => {
  it('are taken once, and freed only by what surely was not written', () => {
    const ledger = aLedger();
    const id = aMessage(ledger, aCampaign(ledger));
    expect([takeKey(ledger, 'k', id, now), takeKey(ledger, 'k', id, now)]).toEqual([true, false]);
    for (const [outcome, isFreed] of [
      ['none', true],
      ['held', true],
      ['data-error', true],
      ['uncertain', false],
    ] as const) {
      takeKey(ledger, 'k', id, now);
      const seq = beginAttempt(ledger, id, now);
      freeKey(ledger, id);
      // It is on its way.
      expect(takenKey(ledger, 'k')).not.toBeNull();
      endAttempt(ledger, { seq, endedAt: now, outcome, httpCode: null, detail: null, ioId: null });
      freeKey(ledger, id);
      expect([outcome, takenKey(ledger, 'k') === null]).toEqual([outcome, isFreed]);
    }
  });

  it('of another copy get surer and never less sure, and a message here may adopt one', () => {
    const ledger = aLedger();
    const id = aMessage(ledger, aCampaign(ledger));
    keepForeignKey(ledger, { key: 'k', ioId: null, certain: false, takenAt: now });
    keepForeignKey(ledger, { key: 'k', ioId: 'I', certain: true, takenAt: now });
    expect(takenKey(ledger, 'k')).toMatchObject({ certain: true, ioId: 'I', messageId: null });
    keepForeignKey(ledger, { key: 'k', ioId: null, certain: false, takenAt: now });
    expect(takenKey(ledger, 'k')).toMatchObject({ certain: true, ioId: 'I' });
    adoptKey(ledger, 'k', id);
    expect(takenKey(ledger, 'k')).toMatchObject({ messageId: id });
  });
});

describe('the numbers of attempts', () => {
  it('never come twice, not even those of another copy', () => {
    const ledger = aLedger();
    expect(lastSeq(ledger)).toBe(0);
    skipTo(ledger, 7);
    const id = aMessage(ledger, aCampaign(ledger));
    const seq = beginAttempt(ledger, id, now);
    expect([seq, lastSeq(ledger)]).toEqual([8, 8]);
    skipTo(ledger, 3);
    expect(lastSeq(ledger)).toBe(8);
    expect(openAttempts(ledger)).toEqual([{ seq: 8, key: 'tari:1' }]);
    endAttempt(ledger, { seq, endedAt: now, outcome: 'none', httpCode: 429, detail: null, ioId: null });
    keepForeignAttempt(ledger, { seq: 8, key: 'other' });
    keepForeignAttempt(ledger, { seq: 8, key: 'other' });
    expect(openAttempts(ledger)).toEqual([]);
    expect(pastAttempts(ledger)).toEqual([
      { seq: 8, key: 'tari:1' },
      { seq: 8, key: 'other' },
    ]);
    expect(attemptBySeq(ledger, 8)).toMatchObject({ messageId: id, httpCode: 429 });
  });
});

describe('what is first in the queue', () => {
  it('is the first that may go: not paused, not before its day, not put off, of no service that waits', () => {
    const ledger = aLedger();
    const paused = aCampaign(ledger);
    pauseCampaign(ledger, paused, true);
    aMessage(ledger, paused);
    const campaign = aCampaign(ledger);
    aMessage(ledger, campaign, { n: 2, notBefore: day('2026-03-11') });
    const later = aMessage(ledger, campaign, { n: 3 });
    putOff(ledger, later, '2026-03-10T10:00:00.000Z', 1);
    aMessage(ledger, campaign, { n: 4, service: 'mensa' });
    const first = aMessage(ledger, campaign, { n: 5, notBefore: today });
    confirmed(ledger);
    expect(nextWaiting(ledger, filter)?.id).toBe(first);
    expect(nextTry(ledger, filter)).toBe('2026-03-10T10:00:00.000Z');
    expect(countWaiting(ledger, today)).toEqual({ queued: 5, later: 1 });
    holdService(ledger, { service: 'tari', why: 'key', detail: '', keyMark: null, madeAt: now });
    expect(nextWaiting(ledger, filter)).toBeNull();
    expect(obstacles(ledger, filter)).toMatchObject({ refused: 'tari', withoutKey: 'mensa' });
    releaseAllServices(ledger);
    expect(nextWaiting(ledger, filter)?.id).toBe(first);
  });

  it('is nothing that nobody confirmed for long, and no reminder while payments are not known', () => {
    const ledger = aLedger();
    const campaign = aCampaign(ledger, 'sollecito-1');
    const id = aMessage(ledger, campaign, { kind: 'sollecito-1' });
    expect(nextWaiting(ledger, filter)).toBeNull();
    expect(obstacles(ledger, filter)).toMatchObject({ unconfirmed: true, stale: false });
    confirmed(ledger);
    expect(nextWaiting(ledger, filter)?.id).toBe(id);
    const stale = { ...filter, evidenceIsStale: true };
    expect(nextWaiting(ledger, stale)).toBeNull();
    expect(obstacles(ledger, stale)).toMatchObject({ unconfirmed: false, stale: true });
    ledger.exec(`UPDATE io_campaigns SET options = json_set(options, '$.staleAccepted', json('true'))`);
    expect(nextWaiting(ledger, stale)?.id).toBe(id);
  });

  it('is what a person lets go on after many tries, from the beginning', () => {
    const ledger = aLedger();
    const id = aMessage(ledger, aCampaign(ledger));
    confirmed(ledger);
    putOff(ledger, id, '2026-03-10T12:00:00.000Z', 5);
    setState(ledger, id, 'paused', { code: 'server-errors' }, now);
    expect(nextWaiting(ledger, filter)).toBeNull();
    requeuePaused(ledger, now);
    expect(nextWaiting(ledger, filter)).toMatchObject({ id, failures: 0, nextAt: null, reason: null });
  });
});
