import type { Migration } from '../migrate.ts';

/**
 * The name of whoever owes a payment, as its receipt or its debt position tells it: an index of the payments alone has their
 * order. Payments of nobody come after all others. A payment names its receipt as well: a page of a list needs no other row
 * to find it. What lists are mostly filtered by stands in the indexes of their orders. An index of an expression has its order,
 * but finds no place in it: the last day to pay a position becomes a column.
 */
export const orderOfDebtors: Migration = {
  version: 21,
  sql: `
    ALTER TABLE payments ADD COLUMN ricevuta_id INTEGER;
    ALTER TABLE payments ADD COLUMN debtor TEXT;
    ALTER TABLE payments ADD COLUMN debtor_sort TEXT
      GENERATED ALWAYS AS (coalesce(lower(debtor), char(1114111))) VIRTUAL;
    UPDATE payments SET ricevuta_id = told.ricevuta_id, debtor = told.name FROM (
      SELECT p.id, x.ricevuta_id, CASE
          WHEN q.id IS NOT NULL
            AND coalesce(nullif(upper(r.debtor_name), 'ANONIMO'), nullif(upper(r.debtor_cf), 'ANONIMO')) IS NULL
          THEN q.debtor_name ELSE r.debtor_name END AS name
      FROM payments p
      LEFT JOIN transfers x ON x.id = p.transfer_id
      LEFT JOIN ricevute r ON r.id = x.ricevuta_id
      LEFT JOIN position_states o ON o.iuv = p.iuv
      LEFT JOIN posizioni q ON q.id = o.posizione_id) told
    WHERE told.id = payments.id AND (told.ricevuta_id IS NOT NULL OR told.name IS NOT NULL);
    CREATE INDEX payments_debtor ON payments(debtor_sort, iuv, service, evidence);
    DROP INDEX payments_paid;
    CREATE INDEX payments_paid ON payments(paid_sort, iuv, service, evidence);
    DROP INDEX payments_cents;
    CREATE INDEX payments_cents ON payments(cents, iuv, service, evidence);
    DROP INDEX payments_service;
    CREATE INDEX payments_service ON payments(service_sort, iuv, service, evidence);

    ALTER TABLE position_states ADD COLUMN due_sort TEXT
      GENERATED ALWAYS AS (coalesce(due_day, '9999-12-31')) VIRTUAL;
    DROP INDEX position_states_due;
    CREATE INDEX position_states_due ON position_states(due_sort, key);
  `,
};
