import { compileCodici } from '../../shared/domain/codice.ts';
import type { ReadableLedger, WritableLedger } from '../ledger/open.ts';
import { countAllPayments } from '../ledger/payment-counts.ts';
import { raiseRevision } from '../ledger/revision.ts';
import { writeSealed } from '../ledger/seals/write-seals.ts';
import { derivationOf, readSettings, setDerivation } from '../ledger/settings.ts';
import { touchEverything } from '../ledger/touch-everything.ts';
import { openTouched } from '../ledger/touched.ts';
import { reconcile, type OnMatched } from './reconcile.ts';

/**
 * The edition of the rules from causale to verdict. Raised whenever they change, so that a ledger matched by an
 * older edition is matched again when it is opened.
 */
const edition = 5;

/** False when the verdicts come from older rules: the writer must be opened before anybody looks. */
export function isUpToDate(ledger: ReadableLedger): boolean {
  return derivationOf(ledger) === edition;
}

/** Matches the whole ledger again when its verdicts come from older rules. */
export function bringUpToDate(ledger: WritableLedger): void {
  if (isUpToDate(ledger)) return;
  writeSealed(ledger, () => {
    rederive(ledger, () => undefined);
    raiseRevision(ledger);
  });
}

/** Finds every derived row again from the facts. */
export function rederive(ledger: WritableLedger, onMatched: OnMatched): void {
  openTouched(ledger);
  touchEverything(ledger, (iuvs) => onMatched(0, iuvs));
  const areCounted = reconcile(ledger, compileCodici(readSettings(ledger)), onMatched);
  if (!areCounted) countAllPayments(ledger);
  setDerivation(ledger, edition);
}
