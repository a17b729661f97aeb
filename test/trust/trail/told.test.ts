import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCore, type Core } from '../../../src/main/core.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import type { Input, Output } from '../../../src/shared/contract/api.ts';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { aFolder } from '../../helpers/small-ledger.ts';
import { officeSettings } from '../../helpers/office.ts';
import { found } from '../figures.ts';

const at = '2026-03-31T10:00:00.000Z';

async function withCore<T>(folder: string, use: (ask: Ask, core: Core) => Promise<T>): Promise<T> {
  const core = createCore({
    folder,
    demo: false,
    author: 'impiegata',
    version: '1.0.0',
    host: 'browser',
    alone: true,
    today: () => '2026-03-31' as Day,
    now: () => at,
    onDefect: (_incident, _operation, error) => {
      throw error;
    },
  });
  const ask: Ask = async (name, input) => {
    const answer = await core.call(name, input);
    if (answer.ok) return answer.value;
    throw new Error(JSON.stringify(answer.problem));
  };
  try {
    return await use(ask, core);
  } finally {
    await core.close();
  }
}

type Ask = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

const operationsOf = async (ask: Ask): Promise<string[]> =>
  (await ask('trail.list', {})).rows.map(({ operation }) => operation).toReversed();

it('R31 a restored copy goes on with its own trail, which tells the restore and what is not in it', async () => {
  const folder = aFolder();
  await withCore(folder, async (ask) => {
    await ask('settings.write', { settings: officeSettings });
    await ask('backups.make', {});
    await ask('programs.create', { name: 'Tributi' });
    await ask('ledger.verify', {});
    const [last] = (await ask('trail.list', {})).rows;
    const [copy] = (await ask('backups.list', {})).copies;
    await ask('backups.restore', { copy: copy?.file ?? '' });
    expect(await operationsOf(ask)).toEqual(['trail-begun', 'settings-written', 'ledger-restored']);
    const [restored] = (await ask('trail.list', {})).rows;
    expect(restored).toMatchObject({
      user: 'impiegata',
      host: 'browser',
      subject: copy?.name,
      details: { sha256: copy?.sha256, lost: { seq: last?.seq, hash: last?.hash } },
    });
    expect(await ask('ledger.verify', {})).toMatchObject({ ok: true });
  });
  await withCore(folder, async (ask) => {
    await ask('programs.create', { name: 'Tributi' });
    expect((await operationsOf(ask)).slice(-2)).toEqual(['ledger-verified', 'program-created']);
    expect(await ask('ledger.verify', {})).toMatchObject({ ok: true });
  });
});

it('R31 an older file put in the place of the ledger is told by the next who goes on with it', async () => {
  const folder = aFolder();
  await withCore(folder, (ask) => ask('settings.write', { settings: officeSettings }));
  const old = join(aFolder(), 'vecchio.db');
  copyFileSync(ledgerFile(folder), old);
  await withCore(folder, (ask) =>
    ask('settings.write', { settings: { ...officeSettings, codiciPropri: ['02'] } }),
  );
  copyFileSync(old, ledgerFile(folder));
  await withCore(folder, async (ask) => {
    await ask('settings.write', { settings: officeSettings });
    expect(await operationsOf(ask)).toEqual([
      'trail-begun',
      'settings-written',
      'ledger-older',
      'settings-written',
    ]);
    expect(await ask('ledger.verify', {})).toMatchObject({ ok: true });
  });
  found('R31', 'copia ripristinata e file più vecchio: la catena continua e li racconta, 0 falsi allarmi');
});

it('R31 the trail is read by day and by operation, in pages, and leaves as a CSV file', async () => {
  await withCore(aFolder(), async (ask, core) => {
    await ask('settings.write', { settings: officeSettings });
    for (const name of ['Uno', 'Due', 'Tre']) await ask('programs.create', { name });
    const day = { from: '2026-03-31', to: '2026-03-31' };
    const first = await ask('trail.list', { filter: day, limit: 2 });
    const second = await ask('trail.list', { filter: day, limit: 2, after: first.next });
    expect([...first.rows, ...second.rows].map(({ subject }) => subject)).toEqual([
      'Tre',
      'Due',
      'Uno',
      officeSettings.ente?.codiceFiscale,
    ]);
    expect((await ask('trail.list', { filter: { from: '2026-04-01', to: '2026-04-30' } })).rows).toEqual([]);
    const operations = ['program-created'] as const;
    const { parcel, rows } = await ask('trail.export', { filter: { operations } });
    const csv = Buffer.from(core.collect(parcel)?.bytes ?? []).toString();
    expect(rows).toBe(3);
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain('"impiegata";"1.0.0";"browser";"program-created";"Programma autorizzato";"Tre"');
    expect(await core.call('trail.list', { filter: { from: '2026-02-30' } })).toMatchObject({ ok: false });
  });
});
