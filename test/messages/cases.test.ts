import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultMessageSettings } from '../../src/shared/domain/message/message-settings.ts';
import type { Step } from '../../src/main/messages/outbox/environment.ts';
import { steps } from '../../src/main/messages/outbox/environment.ts';
import { choosing, inboxOff } from '../fakes/io-service/profiles.ts';
import { citizen, listOf, notice, row, rows } from '../helpers/citizens.ts';
import { mensaKey, openMessageDesk, storedTwice, tariKey } from '../helpers/message-desk.ts';
import { ente, flusso } from '../main/hosts/papers.ts';
import { builtInTemplateSource } from '../../src/main/messages/templates.ts';

// The cases of sending, by their numbers. Each ends with the service's own ledger.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Three people, each with the whole and three instalments; `due` in that order. */
function instalments(due: readonly string[]): string {
  return [
    'Codice fiscale;Numero avviso;Importo;Scadenza;Rata',
    ...[1, 2, 3].flatMap((person) =>
      due.map((when, i) =>
        [
          citizen(person),
          notice(person * 10 + i),
          i === 0 ? '120,00' : '40,00',
          when,
          i === 0 ? 'unica' : String(i),
        ].join(';'),
      ),
    ),
  ].join('\n');
}

describe('the cases', () => {
  it('are all here', () => {
    const source = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    const numbers = [...source.matchAll(/^\s+it\('(\d+)[:,]/gm)].map(([, n]) => Number(n));
    const wanted = [12, ...Array.from({ length: 21 }, (_, i) => 20 + i)];
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(wanted);
  });

  it('12: an amount above the cap that is known is refused before it is sent, and says the cap', async () => {
    const tari = { id: 'tari', name: null, cap: 1_000_000, secure: false, contacts: null };
    const desk = await openMessageDesk({ settings: { services: [tari] } });
    const prepared = await desk.prepare([row(1, { amount: '10.000,01' }), row(2, { amount: '10.000,00' })]);
    expect(prepared).toMatchObject({
      ready: 1,
      refused: [{ row: 1, code: 'amount-over-cap', cap: 1_000_000 }],
    });
    await desk.ask('campaigns.queue', { id: prepared.campaign });
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { accepted: 1 } });
  });

  it('12: with the cap unknown, the service says so of the row alone', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1, { amount: '10.000,01' }), row(2)]);
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { 'data-error': 1, accepted: 1 } });
    const [wrong] = await desk.messages(['data-error']);
    expect(wrong).toMatchObject({ attempts: 1, reason: { code: 'over-cap', cap: 1_000_000 } });
    expect(desk.io.stored).toHaveLength(1);
    // What is put right goes under the same name.
    expect(await desk.queue([row(1, { amount: '1.000,00' })])).toMatchObject({ queued: 1, alreadyKnown: 0 });
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('12: a cap that became known while the row waited holds it back', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1, { amount: '10.000,01' })]);
    await desk.settings({
      services: [{ id: 'tari', name: null, cap: 1_000_000, secure: false, contacts: null }],
    });
    await desk.send();
    expect(await desk.only()).toMatchObject({ state: 'data-error', reason: { code: 'over-cap' } });
    expect(desk.io.calls).toHaveLength(0);
  });

  it('20: front matter with a tab, or a button of another kind, or without an end, is refused before queueing', async () => {
    const desk = await openMessageDesk();
    const text = builtInTemplateSource('tari-avviso') ?? '';
    const end = text.indexOf('\n---\n') + 5;
    const withBody = (head: string): string => `${text.slice(0, end)}${head}\n${text.slice(end)}`;
    const codes: string[] = [];
    for (const head of [
      '---\nit:\n\tcta_1:\n    text: Apri\n    action: "iohandledlink://https://example.org"\n---',
      '---\nit:\n  cta_1:\n    text: "Apri"\n    action: "https://example.org"\n---',
      '---\nit:',
    ]) {
      const answer = await desk.core.call('campaigns.prepare', {
        service: 'tari',
        template: 'tari-avviso',
        templateText: withBody(head),
        list: desk.handOver('elenco.csv', listOf(rows(1))),
      });
      if (answer.ok || answer.problem.code !== 'template-refused')
        throw new Error(`not refused: ${JSON.stringify(answer)}`);
      codes.push(...answer.problem.complaints.slice(0, 1).map(({ code }) => code));
    }
    expect(codes).toEqual(['front-matter-tab', 'cta-action', 'front-matter-open']);
    expect(await desk.ask('campaigns.list', {})).toEqual({ campaigns: [] });
  });

  it('21: what leaves has no payee, no time to live, the payment in its place, and nothing unknown', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    await desk.send();
    for (const { body } of desk.io.stored) {
      const request = JSON.parse(body) as { content: Record<string, object> };
      expect(Object.keys(request).toSorted()).toEqual(['content', 'feature_level_type', 'fiscal_code']);
      expect(Object.keys(request.content).toSorted()).toEqual([
        'due_date',
        'markdown',
        'payment_data',
        'subject',
      ]);
      expect(request.content['payment_data']).toEqual({
        amount: 12_830,
        notice_number: expect.stringMatching(/^\d{18}$/) as string,
        invalid_after_due_date: false,
      });
      expect(request.content['due_date']).toBe('2026-12-16T22:59:59Z');
    }
    expect(desk.io.stored).toHaveLength(2);
  });

  it('22: allowed, taken in, processed: delivered once, with its id and its times', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(1));
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null, byState: { accepted: 1 } });
    const [stored] = desk.io.stored;
    expect(await desk.only()).toMatchObject({
      state: 'accepted',
      messageId: stored?.id,
      acceptedAt: new Date(stored?.storedAt ?? 0).toISOString(),
      attempts: 1,
    });
    desk.clock.now += 2 * minute;
    expect(await desk.ask('outbox.follow', {})).toMatchObject({ asked: 1, settled: 1 });
    expect(await desk.only()).toMatchObject({ state: 'delivered', messageId: stored?.id });
    expect(desk.io.stored).toHaveLength(1);
  });

  it('23: no profile: nothing is sent', async () => {
    const desk = await openMessageDesk({ io: { profiles: { [citizen(1)]: null, [citizen(2)]: inboxOff } } });
    await desk.queue(rows(2));
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: null, byState: { 'not-enrolled': 2 } });
    expect(desk.io.calls.map(({ operation }) => operation)).toEqual(['profile', 'profile']);
    expect((await desk.messages()).map(({ attempts }) => attempts)).toEqual([0, 0]);
  });

  it('24: the service switched off by the citizen: nothing is sent', async () => {
    const desk = await openMessageDesk({ io: { profiles: { [citizen(1)]: choosing('tari', false) } } });
    await desk.queue(rows(1));
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: null, byState: { 'service-disabled': 1 } });
    expect(desk.io.stored).toHaveLength(0);
  });

  it('25: switched off before it was processed: undeliverable, and never sent again', async () => {
    const desk = await openMessageDesk({ io: { processAfterMs: 1_000 } });
    await desk.queue(rows(1));
    await desk.send();
    desk.io.setProfile(citizen(1), choosing('tari', false));
    desk.clock.now += 2 * minute;
    await desk.ask('outbox.follow', {});
    expect(await desk.only()).toMatchObject({ state: 'undeliverable' });
    desk.io.setProfile(citizen(1), choosing('tari', true));
    expect(await desk.queue(rows(1))).toMatchObject({ queued: 0, alreadyKnown: 1 });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(1);
  });

  it('26: over the limit, all services wait; the message goes once', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', 'gateway-429');
    await desk.queue(rows(1));
    await desk.queue([row(2)], { service: 'mensa', template: 'mensa-avviso' });
    expect(await desk.send()).toMatchObject({ sent: 2 });
    const at = desk.io.calls.findIndex(({ code }) => code === 429);
    const [limited, next] = desk.io.calls.slice(at);
    expect((next?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
    const [tari] = await desk.messages();
    expect(tari).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(desk.io.stored.map(({ service }) => service)).toEqual(['tari', 'mensa']);
  });

  it('27: a key that dies in the middle stops its service alone, and a new one lets it go', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(4));
    await desk.queue(rows(2, 10), { service: 'mensa', template: 'mensa-avviso' });
    let fresh = '';
    desk.io.onCall = ({ operation }) => {
      if (operation === 'message' && desk.io.stored.length === 1 && fresh === '')
        fresh = desk.io.services.regenerate('tari', 'primary');
    };
    expect(await desk.send()).toMatchObject({
      sent: 3,
      blocked: { code: 'service-refused', service: 'tari' },
      byState: { accepted: 3, paused: 3 },
    });
    expect((await desk.messages(['paused'])).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => ({ code: 'service-refused', why: 'key' })),
    );
    const calls = desk.io.calls.length;
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'service-refused' } });
    expect(desk.io.calls).toHaveLength(calls);
    desk.environment['TREPALLINI_IO_KEY_TARI'] = fresh;
    await desk.reopen();
    expect(await desk.send()).toMatchObject({ sent: 3, blocked: null, byState: { accepted: 6 } });
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('28: an address that is not among those of the service stops it; put right, a person lets it go', async () => {
    const desk = await openMessageDesk();
    desk.io.services.change('tari', { cidrs: ['10.0.0.0/8'] });
    await desk.queue(rows(2));
    expect(await desk.send()).toMatchObject({
      sent: 0,
      blocked: { code: 'service-refused', service: 'tari' },
      byState: { paused: 2 },
    });
    expect(await desk.messages()).toMatchObject([
      { reason: { code: 'service-refused', why: 'address' } },
      { reason: { code: 'service-refused', why: 'address' } },
    ]);
    desk.io.services.change('tari', { cidrs: [] });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 2, blocked: null });
  });

  it('29: two errors of the application, then taken in: once', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', 'problem-500', 'problem-500');
    await desk.queue(rows(1));
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
    expect(await desk.only()).toMatchObject({ state: 'accepted', attempts: 3 });
    expect(desk.clock.waited).toBeGreaterThanOrEqual(150_000);
    expect(desk.io.stored).toHaveLength(1);
  });

  it('29: after more of them than it tries, the message waits for a person, who lets it go', async () => {
    const desk = await openMessageDesk({ settings: { workingDaysOnly: false, from: '00:00', to: '23:59' } });
    desk.io.faults.script('message', ...Array.from({ length: 6 }, () => 'problem-500' as const));
    await desk.queue(rows(1));
    for (let tries = 0; tries < 6; tries++) {
      const { blocked } = await desk.send();
      if (blocked?.code === 'retry-later') desk.clock.now = Date.parse(blocked.at);
    }
    expect(await desk.only()).toMatchObject({
      state: 'paused',
      reason: { code: 'server-errors' },
      attempts: 6,
    });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(desk.io.stored).toHaveLength(1);
  });

  it('30: stored, and then a page of the gateway, a closed connection or no answer in time: uncertain, never sent again', async () => {
    const desk = await openMessageDesk({
      timeouts: { submit: 300 },
      io: { delivery: { lateMs: 700 } },
    });
    desk.io.faults.script('message', 'store-504', 'store-close', 'store-late');
    await desk.queue(rows(4));
    expect(await desk.send()).toMatchObject({
      sent: 0,
      blocked: { code: 'uncertain-in-a-row' },
      byState: { uncertain: 3, queued: 1 },
    });
    const reasons = (await desk.messages(['uncertain'])).map(({ reason }) => reason);
    expect(reasons).toMatchObject([{ why: 'gateway-error' }, { why: 'cut' }, { why: 'timeout' }]);
    desk.clock.now += day;
    await desk.reopen();
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { uncertain: 3, accepted: 1 } });
    expect(await desk.queue(rows(4))).toMatchObject({ queued: 0, alreadyKnown: 4 });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(4);
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('30: a person settles each: it arrived, it is written again, somebody calls', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', 'store-504', 'gateway-503', 'ok', 'gateway-503');
    await desk.queue(rows(4));
    await desk.send();
    const [first, second, third] = await desk.messages(['uncertain']);
    const settle = (key: string | undefined, how: 'inviato' | 'reinvia' | 'altro-canale') =>
      desk.ask('outbox.settle', { key: key ?? '', how });
    expect(await settle(first?.key, 'inviato')).toMatchObject({
      state: 'accepted',
      reason: { code: 'settled-as-sent' },
    });
    expect(await settle(second?.key, 'reinvia')).toMatchObject({ state: 'queued' });
    expect(await settle(third?.key, 'altro-canale')).toMatchObject({
      state: 'cancelled',
      reason: { code: 'other-channel' },
    });
    expect(await desk.refused('outbox.settle', { key: third?.key ?? '', how: 'reinvia' })).toBe(
      'not-uncertain',
    );
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(await desk.queue(rows(4))).toMatchObject({ queued: 0, alreadyKnown: 4 });
    expect(desk.io.stored).toHaveLength(3);
    // There is nothing to ask about what has no id.
    expect(await desk.ask('outbox.follow', { all: true })).toMatchObject({ asked: 2 });
  });

  it('31: nobody reached for three hours: nothing is uncertain, and all go once when somebody is', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1), row(2, { due: '10/03/2026' })], { allowPastDue: false });
    desk.environment['TREPALLINI_IO_URL'] = 'http://127.0.0.1:9/api/v1';
    await desk.reopen();
    for (let tries = 0; tries < 3; tries++) {
      expect(await desk.send()).toMatchObject({
        sent: 0,
        blocked: { code: 'unreachable' },
        byState: { queued: 2 },
      });
      desk.clock.now += hour;
    }
    expect((await desk.messages()).map(({ attempts }) => attempts)).toEqual([0, 0]);
    desk.clock.now += day;
    desk.environment['TREPALLINI_IO_URL'] = desk.io.url;
    await desk.reopen();
    // Whose day has passed meanwhile is not asked any more.
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { accepted: 1, cancelled: 1 } });
    expect(desk.io.stored).toHaveLength(1);
  });

  const after: Record<Step, { state: string; stored: number }> = {
    picked: { state: 'queued', stored: 0 },
    'profile-asked': { state: 'queued', stored: 0 },
    begun: { state: 'uncertain', stored: 0 },
    'intent-written': { state: 'uncertain', stored: 0 },
    answered: { state: 'uncertain', stored: 1 },
    'outcome-written': { state: 'accepted', stored: 1 },
    ended: { state: 'accepted', stored: 1 },
  };
  for (const step of steps)
    it(`32: a program that ends at «${step}» leaves nothing in doubt that is not said to be`, async () => {
      let armed = true;
      const desk = await openMessageDesk({
        onStep(told) {
          if (!armed || told !== step) return;
          armed = false;
          throw new Error('the power went');
        },
      });
      await desk.queue(rows(1));
      expect(await desk.refused('outbox.run', {})).toBe('defect');
      await desk.reopen();
      expect(await desk.only()).toMatchObject({ state: after[step].state });
      expect(desk.io.stored).toHaveLength(after[step].stored);
      await desk.send();
      expect(storedTwice(desk.io)).toEqual([]);
      const [{ state } = { state: '' }] = await desk.messages();
      expect(['accepted', 'uncertain']).toContain(state);
      if (state === 'uncertain')
        await desk.ask('outbox.settle', { key: (await desk.only()).key, how: 'inviato' });
      expect(await desk.byState()).toEqual({ accepted: 1 });
    });

  it('32: the steps are those of the way of a message', () => {
    expect(Object.keys(after)).toEqual([...steps]);
  });

  it('33: a folder put back from before fifty were sent is recognised, and sends nothing until a person says so', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(50));
    const copy = desk.copyOf(desk.archive);
    expect(await desk.send()).toMatchObject({ sent: 50 });
    await desk.core.close();
    desk.putBack(copy, desk.archive);
    await desk.reopen();
    expect(await desk.byState()).toEqual({ accepted: 50 });
    await desk.queue([row(60)]);
    expect(await desk.send()).toMatchObject({
      sent: 0,
      blocked: { code: 'queue-held', why: 'restored' },
      byState: { accepted: 50, paused: 1 },
    });
    expect(desk.io.stored).toHaveLength(50);
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
    expect(desk.io.stored).toHaveLength(51);
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('34: the same list again, and with its columns and letters another way: nothing new', async () => {
    const desk = await openMessageDesk();
    expect(await desk.queue(rows(5))).toMatchObject({ queued: 5, alreadyKnown: 0 });
    expect(await desk.queue(rows(5))).toMatchObject({ queued: 0, alreadyKnown: 5, notEligible: [] });
    const turned = [
      'Scadenza;Importo;Numero avviso;Nominativo;Codice fiscale',
      ...rows(5).map((one) => [one.due, one.amount, one.notice, 'X', one.fiscalCode.toLowerCase()].join(';')),
    ].join('\n');
    expect(await desk.queue(turned)).toMatchObject({ queued: 0, alreadyKnown: 5 });
    expect(await desk.send()).toMatchObject({ sent: 5 });
    expect(await desk.queue(rows(5))).toMatchObject({ queued: 0, alreadyKnown: 5 });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(5);
  });

  it('34: a known avviso with another sum is no new message, and is told', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(1));
    expect(await desk.queue([row(1, { amount: '99,00' })])).toMatchObject({
      queued: 0,
      alreadyKnown: 1,
      changed: [{ row: 1, before: { cents: 12_830 }, now: { cents: 9_900 } }],
    });
  });

  it('35: one person with two avvisi gets two messages, one avviso in two rows is one', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1), row(1, { notice: notice(2) })]);
    expect(await desk.send()).toMatchObject({ sent: 2 });
    const twice = await desk.prepare([row(3), row(3)]);
    expect(twice).toMatchObject({ ready: 1, refused: [{ row: 2 }] });
    await desk.ask('campaigns.queue', { id: twice.campaign });
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('36: who has paid is not reminded; payments known too long ago remind nobody, unless a person says so', async () => {
    const desk = await openMessageDesk({ at: '2026-03-06T09:00:00.000Z' });
    const paper = flusso('2026-03-05BINVIT9X-0000000001', [{ n: 1, cents: 12_830 }], {
      ente: ente.codiceFiscale,
    });
    await desk.ask('documents.import', { parcels: [desk.handOver('fdr.xml', paper)] });
    await desk.ask('paidLists.import', {
      service: 'tari',
      parcel: desk.handOver('f24.csv', `Codice fiscale;Importo versato\n${citizen(2)};128,30`),
    });
    const reminder = { template: 'tari-scadenza' };
    expect(await desk.queue(rows(3), reminder)).toMatchObject({
      queued: 1,
      notEligible: [
        { row: 1, reason: { code: 'already-paid' } },
        { row: 2, reason: { code: 'paid-elsewhere' } },
      ],
    });
    desk.clock.now += 6 * day;
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'evidence-stale' } });
    const later = await desk.prepare([row(4)], reminder);
    expect(await desk.refused('campaigns.queue', { id: later.campaign })).toBe('evidence-stale');
    await desk.ask('campaigns.queue', { id: later.campaign, acceptStale: true });
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: { code: 'evidence-stale' } });
    expect(desk.io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual([citizen(4)]);
  });

  it('36: who pays while the message waits is taken out of the queue', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    const paper = flusso('2026-03-05BINVIT9X-0000000001', [{ n: 1, cents: 12_830 }]);
    await desk.ask('documents.import', { parcels: [desk.handOver('fdr.xml', paper)] });
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { cancelled: 1, accepted: 1 } });
    expect(desk.io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual([citizen(2)]);
  });

  it('37: the whole first, then instalments to who paid nothing or began with them', async () => {
    const desk = await openMessageDesk({ at: '2026-04-20T08:00:00.000Z' });
    await desk.queue(instalments(['16/05/2026', '16/06/2026', '16/09/2026', '16/12/2026']));
    // C has paid the first instalment before anybody was written to.
    const paid = (name: string, ...all: { n: number; cents: number }[]) =>
      desk.ask('documents.import', {
        parcels: [desk.handOver(name, flusso(`2026-03-05BINVIT9X-${name}`, all))],
      });
    await paid('0000000001', { n: 31, cents: 4_000 });
    expect(await desk.send()).toMatchObject({ sent: 2 });
    await paid('0000000002', { n: 20, cents: 12_000 });
    const written = (): string[] =>
      desk.io.stored.map(({ fiscalCode, message }) =>
        [fiscalCode, message.content.payment?.noticeNumber].join(' '),
      );
    const unica = [1, 2].map((person) => `${citizen(person)} ${notice(person * 10)}`);
    expect(written()).toEqual(unica);
    desk.clock.now = Date.parse('2026-05-18T08:00:00.000Z');
    await desk.send();
    expect(written()).toEqual([...unica, `${citizen(1)} ${notice(11)}`]);
    desk.clock.now = Date.parse('2026-08-18T08:00:00.000Z');
    await desk.ask('outbox.confirm', {});
    await desk.send();
    expect(written().slice(3)).toEqual([`${citizen(1)} ${notice(12)}`, `${citizen(3)} ${notice(32)}`]);
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('37: a whole that falls due with the first instalment asks for a day of decision', async () => {
    const desk = await openMessageDesk({ at: '2026-04-20T08:00:00.000Z' });
    const list = (): string =>
      desk.handOver('elenco.csv', instalments(['16/06/2026', '16/06/2026', '16/09/2026', '16/12/2026']));
    const choice = { service: 'tari', template: 'tari-avviso' };
    const answer = await desk.core.call('campaigns.prepare', { ...choice, list: list() });
    expect(answer).toMatchObject({
      problem: { code: 'plan-impossible', problem: { code: 'decision-day-needed' } },
    });
    await desk.ask('campaigns.prepare', { ...choice, list: list(), decisionDay: '2026-05-20' });
  });

  it('38: a card that expires is told of once, whoever prepares it twice, with the day it expires', async () => {
    const desk = await openMessageDesk({ at: '2027-03-09T08:00:00.000Z' });
    const list = ['Codice fiscale;Nominativo;Scadenza', `${citizen(1)};Persona;31/03/2027`].join('\n');
    const cards = { service: 'cie', template: 'cie-scadenza' };
    desk.environment['TREPALLINI_IO_KEY_CIE'] = tariKey;
    await desk.reopen();
    const both = [await desk.prepare(list, cards), await desk.prepare(list, cards)];
    const queued = [];
    for (const { campaign } of both) queued.push(await desk.ask('campaigns.queue', { id: campaign }));
    expect(queued).toMatchObject([{ queued: 1 }, { queued: 0, alreadyKnown: 1 }]);
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(desk.io.stored).toHaveLength(1);
    expect(desk.io.stored[0]?.message.content.markdown).toContain('scade il **31 marzo 2027**');
  });

  it('39: in test mode two who agreed get a test, and 298 citizens nothing, whatever was queued', async () => {
    const testUsers = [citizen(7), citizen(8)];
    const desk = await openMessageDesk({ settings: { testMode: true, testUsers } });
    expect(await desk.queue(rows(300))).toMatchObject({ queued: 300 });
    expect(await desk.send()).toMatchObject({ sent: 2, byState: { accepted: 2, cancelled: 298 } });
    expect(desk.io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual(testUsers);
    for (const { message } of desk.io.stored) {
      expect(message.content.subject).toMatch(/^PROVA – /);
      expect(message.content.payment).toBeNull();
    }
    expect(desk.io.calls.filter(({ operation }) => operation === 'profile')).toHaveLength(2);
  });

  it('39: a test that was queued stays a test when test mode ends, and a real message is none when it begins', async () => {
    const desk = await openMessageDesk({ settings: { testMode: true, testUsers: [citizen(1)] } });
    await desk.queue(rows(2));
    await desk.settings({ ...defaultMessageSettings, testUsers: [citizen(1)] });
    expect(await desk.send()).toMatchObject({ sent: 1, byState: { accepted: 1, cancelled: 1 } });
    expect(desk.io.stored.map(({ message }) => message.content.subject.slice(0, 5))).toEqual(['PROVA']);
    await desk.queue(rows(2));
    await desk.settings({ ...defaultMessageSettings, testMode: true, testUsers: [citizen(1)] });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(1);
    // Nobody was written to: afterwards the real ones can be prepared again.
    await desk.settings(defaultMessageSettings);
    expect(await desk.queue(rows(2))).toMatchObject({ queued: 2, alreadyKnown: 0 });
    expect(await desk.send()).toMatchObject({ sent: 2 });
  });

  it('40: an answer that says nothing changes nothing; the key of another service is told', async () => {
    const desk = await openMessageDesk({ io: { fateOf: () => 'accepted-for-ever' } });
    await desk.queue(rows(2));
    await desk.send();
    desk.io.faults.script('status', 'gateway-500', 'problem-500');
    desk.clock.now += 2 * minute;
    expect(await desk.ask('outbox.follow', { all: true })).toMatchObject({ asked: 2, settled: 0 });
    expect(await desk.byState()).toEqual({ accepted: 2 });
    desk.environment['TREPALLINI_IO_KEY_TARI'] = mensaKey;
    await desk.reopen();
    expect(await desk.ask('outbox.follow', { all: true })).toMatchObject({
      asked: 2,
      settled: 0,
      otherKey: 2,
    });
    expect(await desk.byState()).toEqual({ accepted: 2 });
  });

  it('40: taken in and not processed for eight days: late, and never sent again', async () => {
    const desk = await openMessageDesk({ io: { fateOf: () => 'accepted-for-ever' } });
    await desk.queue(rows(1));
    await desk.send();
    let asked = 0;
    for (let hours = 0; hours < 9 * 24; hours++) {
      desk.clock.now += hour;
      const told = await desk.ask('outbox.follow', { all: false });
      asked += told.asked;
    }
    expect(asked).toBeGreaterThan(30);
    expect(asked).toBeLessThan(45);
    expect(await desk.only()).toMatchObject({ state: 'accepted', late: true });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(1);
  });
});
