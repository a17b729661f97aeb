import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { countedPayments } from '../../../src/main/ledger/counted-payments.ts';
import type { PaymentFilter } from '../../../src/main/ledger/payment-filter.ts';
import { countPayments } from '../../../src/main/ledger/payment-list.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { paymentFilter } from '../../../src/shared/contract/schemas/payments.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { statuses } from '../../../src/shared/domain/verdict.ts';
import { readHere } from '../../helpers/read-here.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

const nothing = paymentFilter.parse({});

function aDemo() {
  const folder = aFolder();
  const ledger = opened(folder);
  onTestFinished(() => void ledger.close());
  const outside = {
    now: '2026-03-31T10:00:00.000Z',
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  };
  const { files, settings } = demoComune('2026-03-31' as Day);
  const papers = files.map(({ path, bytes }, i) => {
    const at = join(folder, `${i}`);
    writeFileSync(at, bytes);
    return { path: at, name: path };
  });
  runJob(ledger, 'settings', { settings }, outside);
  runJob(ledger, 'import', { files: papers }, outside);
  return ledger;
}

it('days and statuses are counted as the rows are, on whatever day they are asked for', () => {
  const ledger = aDemo();
  const days = { from: '2026-03-02', to: '2026-03-20' };
  const filters: Partial<PaymentFilter>[] = [
    {},
    { attention: true },
    { search: ' ' },
    days,
    { ...days, attention: true },
    { from: '2026-03-20' },
    { to: '2026-03-02' },
    { statuses: ['complete', 'not-reported'], attention: true },
    ...statuses.map((status) => ({ statuses: [status] })),
  ];
  const counts = new Set<number>();
  for (const today of ['2026-03-10', '2026-03-31', '2026-06-30'] as Day[])
    for (const filter of filters) {
      // No payment is below nothing: asked for that as well, the rows themselves are counted.
      const rows = countPayments(ledger, today, { ...nothing, ...filter, centsFrom: 0 });
      expect({ filter, ...countedPayments(ledger, today, { ...nothing, ...filter }) }).toEqual({
        filter,
        ...rows,
      });
      counts.add(rows.count);
    }
  expect(counts.size).toBeGreaterThan(15);
});

it.each<Partial<PaymentFilter>>([
  { search: 'rossi' },
  { centsTo: 100 },
  { document: 1 },
  { services: [''] },
  { has: ['paid'] },
  { iuf: 'x' },
  { codiceFiscale: 'x' },
])('what asks for more is left to the rows: %o', (filter) => {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  expect(countedPayments(ledger, '2026-03-31' as Day, { ...nothing, ...filter })).toBeNull();
});
