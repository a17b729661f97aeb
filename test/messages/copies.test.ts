import { describe, expect, it } from 'vitest';
import { row, rows } from '../helpers/citizens.ts';
import { openMessageDesk, storedTwice } from '../helpers/message-desk.ts';

// One ledger that is in several places, or was: whatever is put back or carried over, nobody is written to twice.

describe('a folder put back from a copy', () => {
  it('does not send again what was prepared after the copy', async () => {
    const desk = await openMessageDesk();
    await desk.prepare([row(99)]);
    const copy = desk.copyOf(desk.archive);
    await desk.queue(rows(3));
    expect(await desk.send()).toMatchObject({ sent: 3 });
    await desk.core.close();
    desk.putBack(copy, desk.archive);
    await desk.reopen();
    expect(await desk.queue(rows(3))).toMatchObject({ queued: 0, alreadyKnown: 3 });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held', why: 'restored' } });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: null });
    expect(desk.io.stored).toHaveLength(3);
    expect(await desk.ask('outbox.messages', { filter: { states: ['cancelled'] } })).toMatchObject({
      rows: Array.from({ length: 3 }, () => ({ reason: { code: 'written-elsewhere' } })),
    });
  });

  it('leaves to a person what nobody knows of it', async () => {
    const desk = await openMessageDesk();
    await desk.prepare([row(99)]);
    const copy = desk.copyOf(desk.archive);
    desk.io.faults.script('message', 'gateway-503');
    await desk.queue(rows(1));
    expect(await desk.send()).toMatchObject({ byState: { uncertain: 1 } });
    await desk.core.close();
    desk.putBack(copy, desk.archive);
    await desk.reopen();
    await desk.ask('outbox.confirm', {});
    expect(await desk.queue(rows(1))).toMatchObject({ queued: 0, alreadyKnown: 1 });
    const [doubt] = await desk.messages(['uncertain']);
    expect(doubt).toMatchObject({ row: 1, reason: { code: 'uncertain' } });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    await desk.ask('outbox.settle', { key: doubt?.key ?? '', how: 'reinvia' });
    expect(await desk.send()).toMatchObject({ sent: 1 });
    expect(desk.io.stored).toHaveLength(1);
  });

  it('is not misled by a row that had been wrong', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1, { amount: '10.000,01' })]);
    await desk.send();
    const copy = desk.copyOf(desk.archive);
    await desk.queue([row(1)]);
    expect(await desk.send()).toMatchObject({ sent: 1 });
    await desk.core.close();
    desk.putBack(copy, desk.archive);
    await desk.reopen();
    await desk.ask('outbox.confirm', {});
    expect(await desk.queue([row(1)])).toMatchObject({ queued: 0, alreadyKnown: 1 });
    expect(await desk.send()).toMatchObject({ sent: 0 });
    expect(desk.io.stored).toHaveLength(1);
  });

  it('is recognised once, and not again at every start', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    const copy = desk.copyOf(desk.archive);
    await desk.send();
    await desk.core.close();
    desk.putBack(copy, desk.archive);
    await desk.reopen();
    await desk.ask('outbox.confirm', {});
    await desk.reopen();
    expect(await desk.ask('outbox.read', {})).toMatchObject({ hold: null, byState: { accepted: 2 } });
    await desk.queue([row(3)]);
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
  });
});

describe('two copies of one folder', () => {
  it('used in turn on one computer know of each other', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(6));
    const original = desk.archive;
    const copy = desk.copyOf(original);
    desk.io.faults.script('message', 'ok', 'ok', 'gateway-401');
    expect(await desk.send()).toMatchObject({ sent: 2, blocked: { code: 'service-refused' } });
    await desk.reopen({ archive: copy });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held', why: 'restored' } });
    await desk.ask('outbox.confirm', {});
    desk.io.faults.script('message', 'ok', 'gateway-401');
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: { code: 'service-refused' } });
    await desk.reopen({ archive: original });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held' } });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 3, blocked: null, byState: { accepted: 6 } });
    expect(storedTwice(desk.io)).toEqual([]);
    expect(desk.io.stored).toHaveLength(6);
  });

  it('opened at once know of each other at the next run', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    const original = desk.archive;
    const copy = desk.copyOf(original);
    const first = desk.second();
    await first.call('outbox.read', {});
    await desk.reopen({ archive: copy });
    await desk.ask('outbox.read', {});
    expect(await first.call('outbox.run', {})).toMatchObject({ value: { sent: 2 } });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held', why: 'restored' } });
    expect(await desk.byState()).toEqual({ accepted: 2 });
    expect(desk.io.stored).toHaveLength(2);
  });

  it('on two computers that gave the same number to different messages do not hide one behind the other', async () => {
    const desk = await openMessageDesk();
    const first = await desk.queue([row(1)]);
    const second = await desk.queue([row(2)]);
    const carried = desk.copyOf(desk.archive);
    const here = { archive: desk.archive, office: desk.office };
    await desk.ask('campaigns.pause', { id: second.campaign, paused: true });
    expect(await desk.send()).toMatchObject({ sent: 1 });
    await desk.reopen({ archive: carried, office: `${desk.office}-altro` });
    await desk.ask('campaigns.pause', { id: first.campaign, paused: true });
    expect(await desk.send()).toMatchObject({ sent: 1 });
    await desk.core.close();
    desk.putBack(carried, here.archive);
    await desk.reopen(here);
    await desk.ask('campaigns.pause', { id: first.campaign, paused: false });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held' } });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: null, byState: { accepted: 2 } });
    expect(storedTwice(desk.io)).toEqual([]);
    expect(desk.io.stored).toHaveLength(2);
  });
});

describe('another computer', () => {
  it('sends nothing until a person has taken the queue over, and then the first one does not', async () => {
    const desk = await openMessageDesk();
    const { office } = desk;
    await desk.queue([row(1)]);
    await desk.send();
    await desk.queue([row(2)]);
    await desk.reopen({ office: `${office}-altro` });
    expect(await desk.send()).toMatchObject({
      sent: 0,
      blocked: { code: 'queue-held', why: 'other-machine' },
    });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 1 });
    await desk.queue([row(3)]);
    await desk.reopen({ office });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { why: 'other-machine' } });
    expect(desk.io.stored).toHaveLength(2);
  });
});
