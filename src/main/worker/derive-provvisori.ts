import { causaleDays, readCausale, type Extraction } from '../../shared/domain/causale.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import type { WritableLedger } from '../ledger/open.ts';
import {
  coperture,
  formerProvvisorio,
  keepProvvisorio,
  removeProvvisorio,
  storniOfBolletta,
  touchedSospesi,
  type ProvvisorioKey,
  type SospesoFact,
} from '../ledger/provvisori.ts';
import { touchIuf, touchIuv } from '../ledger/touched.ts';
import { newest, standOf } from '../reconciliation/stand-of-provvisorio.ts';

/**
 * Finds again the touched provvisori numbered `after`+1..`upTo`, and touches the flussi and the IUVs whose money
 * they are, or were.
 */
export function createProvvisorioDeriver(ledger: WritableLedger): (after: number, upTo: number) => void {
  const known = knownIufs(ledger);

  function derive(key: ProvvisorioKey, facts: readonly SospesoFact[]): void {
    const line = newest(facts.filter((fact) => fact.operazione === 'ESEGUITO'));
    if (line === undefined) return;
    const events = facts.filter((fact) => fact.operazione !== 'ESEGUITO');
    const strays = line.bolletta === null ? [] : storniOfBolletta(ledger, key, line.bolletta);
    const extraction = readCausale(line.texts, known);
    const stand = standOf(line.cents, [...events, ...strays], coperture(ledger, key));
    const countsUnder = moneyKey(extraction);
    keepProvvisorio(ledger, {
      ...key,
      ...stand,
      movimentoId: line.id,
      day: line.day,
      cents: line.cents,
      causale: line.texts.causali.join(' '),
      extraction,
      iufKey: countsUnder,
      days: causaleDays(line.texts),
    });
    touchMoney(ledger, countsUnder, extraction.kind, extraction.iuv);
  }

  return (after, upTo) => {
    for (const { key, facts } of touchedSospesi(ledger, after, upTo)) {
      const former = formerProvvisorio(ledger, key);
      if (former) {
        touchMoney(ledger, former.iufKey, former.kind, former.iuv);
        removeProvvisorio(ledger, former.id);
      }
      derive(key, facts);
    }
  };
}

/** Money counts under the one IUF that the causale names whole; two IUFs must be shared out by a person. */
function moneyKey(extraction: Extraction): string | null {
  if (extraction.kind !== 'iuf' || extraction.iuf === null || extraction.otherIufs.length > 0) return null;
  return iufKey(extraction.iuf);
}

function touchMoney(ledger: WritableLedger, key: string | null, kind: string, iuv: string | null): void {
  if (key !== null) touchIuf(ledger, key);
  if (kind === 'iuv' && iuv !== null) touchIuv(ledger, iuv);
}
