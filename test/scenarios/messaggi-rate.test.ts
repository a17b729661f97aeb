import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../helpers/office.ts';

const list = readFileSync(join(import.meta.dirname, '../main/importers/recipients/tari-2026.csv'), 'latin1');
const colleague = 'PRVNNA81B42F205L';

it('a row that asks for several instalments shows each, and each can be tried', async () => {
  const office = await openOffice();
  await office.ask('messages.settings.write', { settings: { testUsers: [colleague] } });
  const [parcel = ''] = office.handOver({ 'tari.csv': list });
  const { campaign } = await office.ask('campaigns.prepare', {
    service: 'tari',
    template: 'tari-avviso',
    list: parcel,
  });
  const amounts = [12_830, 6_415, 6_415];
  for (const [part, cents] of amounts.entries())
    expect(await office.ask('campaigns.preview', { id: campaign, row: 1, part })).toMatchObject({
      payment: { cents },
    });
  const first = await office.ask('campaigns.preview', { id: campaign, row: 1 });
  expect(first.payment).toEqual({ cents: 12_830, noticeNumber: '301026000000000119' });

  await office.ask('campaigns.trial', { id: campaign, row: 1, part: 2, fiscalCode: colleague });
  const { rows } = await office.ask('outbox.messages', { filter: { states: ['queued'] } });
  expect(rows).toMatchObject([{ kind: 'prova', rata: { kind: 'rata', n: 2 }, dueDay: '2026-12-16' }]);
});
