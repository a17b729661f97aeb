import { bucketOfProvvisorio } from '../../shared/domain/bucket.ts';
import { causaleDays, readCausale } from '../../shared/domain/causale.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import type { WritableLedger } from '../ledger/open.ts';
import {
  coperture,
  formerProvvisorio,
  judgedProvvisori,
  keepProvvisorio,
  removeProvvisorio,
  setBucket,
  storniOfBolletta,
  touchedSospesi,
  type ProvvisorioKey,
  type SospesoFact,
} from '../ledger/provvisori.ts';
import { touchIuf, touchIuv } from '../ledger/touched.ts';
import { placeMoney, type Decided } from '../reconciliation/decided.ts';
import { newest, standOf } from '../reconciliation/stand-of-provvisorio.ts';

/**
 * Finds again the touched provvisori numbered `after`+1..`upTo`, and touches the flussi and the IUVs whose money
 * they are, or were.
 */
export function createProvvisorioDeriver(
  ledger: WritableLedger,
  decided: Decided,
): (after: number, upTo: number) => void {
  const known = knownIufs(ledger);

  function derive(key: ProvvisorioKey, facts: readonly SospesoFact[]): void {
    const line = newest(facts.filter((fact) => fact.operazione === 'ESEGUITO'));
    if (line === undefined) return;
    const events = facts.filter((fact) => fact.operazione !== 'ESEGUITO');
    const strays = line.bolletta === null ? [] : storniOfBolletta(ledger, key, line.bolletta);
    const extraction = readCausale(line.texts, known);
    const stand = standOf(line.cents, [...events, ...strays], coperture(ledger, key));
    const place = placeMoney(extraction, stand.state, decided.ofMoney(key));
    const { kind } = extraction;
    keepProvvisorio(ledger, {
      ...key,
      ...stand,
      movimentoId: line.id,
      day: line.day,
      cents: line.cents,
      causale: line.texts.causali.join(' '),
      extraction,
      ...place,
      bucket: bucketOfProvvisorio({
        ...place,
        state: stand.state,
        kind,
        single: null,
        flowBucket: null,
        hasFlusso: false,
      }),
      days: causaleDays(line.texts),
    });
    touchMoney(ledger, place.iufKey, kind, extraction.iuv);
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

/** Says where the touched provvisori numbered `after`+1..`upTo` stand, once their flussi and receipts are judged. */
export function judgeProvvisori(ledger: WritableLedger, after: number, upTo: number): void {
  for (const provvisorio of judgedProvvisori(ledger, after, upTo)) {
    const bucket = bucketOfProvvisorio({ ...provvisorio, hasFlusso: provvisorio.hasFlusso === 1 });
    if (bucket !== provvisorio.bucket) setBucket(ledger, provvisorio.id, bucket);
  }
}

function touchMoney(ledger: WritableLedger, key: string | null, kind: string, iuv: string | null): void {
  if (key !== null) touchIuf(ledger, key);
  if (kind === 'iuv' && iuv !== null) touchIuv(ledger, iuv);
}
