import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import type { CoreEvent } from '../../src/shared/contract/events.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { fail } from '../../src/shared/domain/result.ts';

describe('the core', () => {
  it('tells that the ledger changed after what writes, and not after what looks', async () => {
    const core = aCore(aFolder());
    await core.call('about.read', {});
    const heard = hearing(core);

    await core.call('dashboard.read', {});
    expect(await core.call('documents.undo', { id: 99 })).toEqual(fail({ code: 'no-such-document', id: 99 }));
    expect(heard).toEqual([]);
    await core.call('settings.write', { settings: { codiciPropri: ['01'] } });
    expect(heard).toEqual([{ type: 'ledger-changed' }]);
  });

  it('tells also what another program wrote, and a ledger that was not there yet', async () => {
    const folder = aFolder();
    const heard = hearing(aCore(folder));

    await aCore(folder, false).call('settings.write', { settings: { codiciPropri: ['01'] } });

    await vi.waitFor(() => expect(heard).toEqual([{ type: 'ledger-changed' }]), { timeout: 5_000 });
  });

  it('tells nobody who stopped listening', async () => {
    const core = aCore(aFolder());
    const heard: CoreEvent[] = [];
    const deaf = core.listen((event) => heard.push(event));
    deaf();
    await core.call('settings.write', { settings: { codiciPropri: ['01'] } });
    expect(heard).toEqual([]);
  });

  it('keeps a file that arrives until it is imported or given up', async () => {
    const folder = aFolder();
    const core = aCore(folder);
    const imported = await arrive(core, 'a.xml', '<nulla/>');
    const discarded = await arrive(core, 'b.xml', '<nulla/>');
    expect(readdirSync(join(folder, 'in-arrivo'))).toHaveLength(2);

    await core.call('documents.discard', { parcels: [discarded] });
    expect(readdirSync(join(folder, 'in-arrivo'))).toHaveLength(1);
    await core.call('documents.import', { parcels: [imported] });
    expect(readdirSync(join(folder, 'in-arrivo'))).toEqual([]);
    expect(await core.call('documents.import', { parcels: [discarded] })).toEqual(
      fail({ code: 'no-such-parcel', parcel: discarded }),
    );
  });

  it('never takes away a file that was handed over by its path', async () => {
    const folder = aFolder();
    const core = aCore(folder);
    const path = join(folder, 'mio.xml');
    writeFileSync(path, '<nulla/>');
    const parcel = core.handOver({ path, name: 'mio.xml' });
    await core.call('documents.import', { parcels: [parcel] });
    await core.call('documents.discard', { parcels: [parcel] });
    expect(existsSync(path)).toBe(true);
  });

  it('sweeps what was left on its way in, at its beginning and its end, but only when it is alone', async () => {
    const folder = aFolder();
    const first = aCore(folder);
    await arrive(first, 'a.xml', 'x');
    await aCore(folder, false).close();
    expect(readdirSync(join(folder, 'in-arrivo'))).toHaveLength(1);
    await first.close();
    expect(existsSync(join(folder, 'in-arrivo'))).toBe(false);

    await arrive(aCore(folder, false), 'b.xml', 'x');
    aCore(folder);
    expect(existsSync(join(folder, 'in-arrivo'))).toBe(false);
  });

  it('says why a file cannot be kept, and keeps saying it', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'in-arrivo'), 'a file where the folder should be');
    const incoming = aCore(folder, false).receive('a.xml');
    const refused = { ok: false, problem: { code: 'ledger-unreadable', detail: 'EEXIST' } };
    expect(await incoming.write(new Uint8Array(1))).toEqual(refused);
    expect(await incoming.write(new Uint8Array(1))).toEqual(refused);
    expect(await incoming.finish()).toEqual(refused);
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-core-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function aCore(folder: string, alone = true): Core {
  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone,
    today: () => '2026-03-31' as Day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
  onTestFinished(() => core.close());
  return core;
}

function hearing(core: Core): CoreEvent[] {
  const heard: CoreEvent[] = [];
  core.listen((event) => heard.push(event));
  return heard;
}

async function arrive(core: Core, name: string, content: string): Promise<string> {
  const incoming = core.receive(name);
  await incoming.write(Buffer.from(content));
  const parcel = await incoming.finish();
  if (!parcel.ok) throw new Error(parcel.problem.code);
  return parcel.value;
}
