import type { Migration } from '../migrate.ts';
import { firstTables } from './0001-first-tables.ts';
import { decisions } from './0002-decisions.ts';
import { listsAndDashboard } from './0003-lists-and-dashboard.ts';
import { dropsAndPreferences } from './0004-drops-and-preferences.ts';
import { shares } from './0005-shares.ts';
import { lists } from './0006-lists.ts';
import { positions } from './0007-positions.ts';
import { expectedFlussi } from './0008-expected-flussi.ts';
import { profiles } from './0009-profiles.ts';
import { consumers } from './0010-consumers.ts';
import { programs } from './0011-programs.ts';
import { declaredTotals } from './0012-declared-totals.ts';
import { rowsOfLists } from './0013-rows-of-lists.ts';
import { changes } from './0014-changes.ts';
import { messages } from './0015-messages.ts';
import { seals } from './0016-seals.ts';
import { trail } from './0017-trail.ts';
import { personalData } from './0018-personal-data.ts';
import { countersAndOrders } from './0019-counters-and-orders.ts';
import { madeNumbers } from './0020-made-numbers.ts';
import { orderOfDebtors } from './0021-order-of-debtors.ts';
import { leanIndexes } from './0022-lean-indexes.ts';

/** Every step of the schema, oldest first; a step that was published is never edited. */
export const migrations: readonly Migration[] = [
  firstTables,
  decisions,
  listsAndDashboard,
  dropsAndPreferences,
  shares,
  lists,
  positions,
  expectedFlussi,
  profiles,
  consumers,
  programs,
  declaredTotals,
  rowsOfLists,
  changes,
  messages,
  seals,
  trail,
  personalData,
  countersAndOrders,
  madeNumbers,
  orderOfDebtors,
  leanIndexes,
];
