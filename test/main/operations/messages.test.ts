import { expect, it } from 'vitest';
import { recipientsExample } from '../../helpers/message-examples.ts';
import { openOffice } from '../../helpers/office.ts';

it('a list of messages is read onward and backward, and says what stands at either side', async () => {
  const office = await openOffice();
  const [list = ''] = office.handOver({ [recipientsExample.name]: recipientsExample.content });
  await office.ask('campaigns.prepare', { service: 'tari', template: 'tari-avviso', list });
  const all = await office.ask('outbox.messages', {});
  const ids = all.rows.map(({ id }) => id);
  const [first = 0, second = 0] = ids;
  expect(all).toMatchObject({ previous: null, next: null, count: 2 });
  expect(ids).toHaveLength(2);

  const top = await office.ask('outbox.messages', { limit: 1 });
  expect(top).toMatchObject({ rows: [{ id: first }], previous: null, next: first });
  const behind = await office.ask('outbox.messages', { limit: 1, after: first });
  expect(behind).toMatchObject({ rows: [{ id: second }], previous: second, next: null });
  const back = await office.ask('outbox.messages', { limit: 1, after: second, backward: true });
  expect(back).toMatchObject({ rows: [{ id: first }], previous: null, next: first });
  const end = await office.ask('outbox.messages', { limit: 1, backward: true });
  expect(end).toMatchObject({ rows: [{ id: second }], previous: second, next: null });
  const both = await office.ask('outbox.messages', { limit: 2, backward: true });
  expect(both.rows.map(({ id }) => id)).toEqual(ids);
  await office.close();
});
