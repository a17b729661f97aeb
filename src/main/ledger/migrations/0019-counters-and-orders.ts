import type { Migration } from '../migrate.ts';

const countIn = `INSERT INTO payment_counts (evidence, due_day, paid_on, count, cents)
        VALUES (new.evidence, coalesce(new.due_day, ''), coalesce(new.paid_on, ''), 1, new.cents)
        ON CONFLICT DO UPDATE SET count = count + 1, cents = cents + excluded.cents;`;
const isOld = `evidence = old.evidence AND due_day = coalesce(old.due_day, '') AND paid_on = coalesce(old.paid_on, '')`;
const countOut = `UPDATE payment_counts SET count = count - 1, cents = cents - old.cents WHERE ${isOld};
      DELETE FROM payment_counts WHERE ${isOld} AND count = 0;`;

/**
 * What the dashboard is judged on, counted: payments that share their evidence and their days (`''` is no day). Derived, and
 * kept by triggers: whoever writes payments, in whatever way, cannot forget it.
 *
 * The orders of the payments have an index each: what they are put in order by is never null (`paid_sort`, `service_sort`),
 * and the IUV behind it tells nearly all payments apart. Payments that are not settled are few, and have an index of their
 * own that has all they are put in order by. What is awaited is found by its last day; no dashboard reads payments any more.
 */
export const countersAndOrders: Migration = {
  version: 19,
  sql: `
    CREATE TABLE payment_counts (
      evidence INTEGER NOT NULL,
      due_day TEXT NOT NULL,
      paid_on TEXT NOT NULL,
      count INTEGER NOT NULL,
      cents INTEGER NOT NULL,
      PRIMARY KEY (evidence, due_day, paid_on)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO payment_counts (evidence, due_day, paid_on, count, cents)
      SELECT evidence, coalesce(due_day, ''), coalesce(paid_on, ''), count(*), sum(cents) FROM payments GROUP BY 1, 2, 3;
    CREATE TRIGGER payment_counted AFTER INSERT ON payments BEGIN
      ${countIn}
    END;
    CREATE TRIGGER payment_discounted AFTER DELETE ON payments BEGIN
      ${countOut}
    END;
    CREATE TRIGGER payment_recounted AFTER UPDATE OF evidence, due_day, paid_on, cents ON payments BEGIN
      ${countOut}
      ${countIn}
    END;

    ALTER TABLE payments ADD COLUMN paid_sort TEXT GENERATED ALWAYS AS (coalesce(paid_on, '')) VIRTUAL;
    ALTER TABLE payments ADD COLUMN service_sort TEXT
      GENERATED ALWAYS AS (coalesce(lower(service), char(1114111))) VIRTUAL;
    CREATE INDEX payments_paid ON payments(paid_sort, iuv);
    CREATE INDEX payments_cents ON payments(cents, iuv);
    CREATE INDEX payments_service ON payments(service_sort, iuv);
    CREATE INDEX payments_open
      ON payments(iuv, iur, idx, status, late_status, due_day, cents, paid_on, service)
      WHERE status <> 'complete' OR late_status <> 'complete';
    DROP INDEX payments_evidence;
    CREATE INDEX payments_due ON payments(due_day);

    CREATE INDEX flow_states_counted
      ON flow_states(bucket, late_bucket, due_day, flusso_id, received_cents, total_cents);
    CREATE INDEX flussi_day ON flussi(day);
    CREATE INDEX documents_giornali ON documents(id) WHERE kind = 'giornale-opi' AND undone_at IS NULL;
    CREATE INDEX provvisori_counted ON provvisori(bucket, state, cents, storned_cents, day);
  `,
};
