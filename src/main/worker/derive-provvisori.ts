import { bucketOfProvvisorio } from '../../shared/domain/bucket.ts';
import { causaleDays, readCausale } from '../../shared/domain/causale.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import { keepGone, noteFormer } from '../ledger/gone-rows.ts';
import type { WritableLedger } from '../ledger/open.ts';
import {
  judgedProvvisori,
  keepProvvisorio,
  removeProvvisori,
  setBucket,
  stampProvvisori,
  type ProvvisorioKey,
} from '../ledger/provvisori.ts';
import {
  storniOfBolletta,
  touchedCoperture,
  touchedSospesi,
  type CoperturaFact,
  type SospesoFact,
} from '../ledger/sospesi.ts';
import { touchMoneyOfTouched, touchSharesOf } from '../ledger/touch-further.ts';
import { touchIuv } from '../ledger/touched.ts';
import { soundTotal } from '../ledger/flow-versions.ts';
import type { Decided } from '../reconciliation/decided.ts';
import { conflictOf, correctedReading, placeMoney, sumOf } from '../reconciliation/place-money.ts';
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

  /** Answers its number; null when no money is told of any more. */
  function derive(
    key: ProvvisorioKey,
    facts: readonly SospesoFact[],
    covered: readonly CoperturaFact[],
  ): number | null {
    const line = newest(facts.filter((fact) => fact.operazione === 'ESEGUITO'));
    if (line === undefined) return null;
    const events = facts.filter((fact) => fact.operazione !== 'ESEGUITO');
    const strays =
      line.bolletta === null || !line.isCalledBack ? [] : storniOfBolletta(ledger, key, line.bolletta);
    const read = readCausale(line.texts, known);
    const stand = standOf(line.cents, [...events, ...strays], covered);
    const left = { state: stand.state, cents: line.cents - stand.stornedCents };
    // What was decided while only lines without conto told of it holds under the conto to which they belong.
    const nameless = facts.some((fact) => fact.toldConto !== key.conto) ? { ...key, conto: '' } : null;
    const money = decided.ofMoney(key) ?? (nameless && decided.ofMoney(nameless));
    const reading = decided.ofReading(key) ?? (nameless && decided.ofReading(nameless));
    const extraction = correctedReading(read, left, reading);
    const place = placeMoney(extraction, left, money, (iufKey) => soundTotal(ledger, iufKey));
    const { kind } = extraction;
    if (kind === 'iuv' && extraction.iuv !== null) touchIuv(ledger, extraction.iuv);
    return keepProvvisorio(ledger, {
      ...key,
      ...stand,
      movimentoId: line.id,
      day: line.day,
      cents: line.cents,
      causale: line.texts.causali.join(' '),
      extraction,
      ...place,
      conflict: conflictOf(read, place, money, reading, stand.state),
      bucket: bucketOfProvvisorio({
        decided: place.decided,
        shares: place.shares.map(() => ({ flowBucket: null, hasFlusso: false })),
        remains: sumOf(place.shares) < left.cents,
        state: stand.state,
        kind,
        single: null,
      }),
      days: causaleDays(line.texts),
    });
  }

  return (after, upTo) => {
    const former = noteFormer(ledger, 'provvisori', after, upTo);
    if (former > 0) {
      touchMoneyOfTouched(ledger, after, upTo);
      removeProvvisori(ledger, after, upTo);
    }
    const covered = touchedCoperture(ledger, after, upTo);
    let first: number | null = null;
    let last = 0;
    for (const { seq, key, facts } of touchedSospesi(ledger, after, upTo)) {
      const id = derive(key, facts, covered.get(seq) ?? []);
      if (id === null) continue;
      first ??= id;
      last = id;
    }
    // They were numbered one after the other.
    if (first !== null) touchSharesOf(ledger, first, last);
    if (former > 0) keepGone(ledger, 'provvisori');
  };
}

/** Says where the touched provvisori numbered `after`+1..`upTo` stand, once their flussi and receipts are judged. */
export function judgeProvvisori(ledger: WritableLedger, after: number, upTo: number): void {
  for (const provvisorio of judgedProvvisori(ledger, after, upTo)) {
    const bucket = bucketOfProvvisorio(provvisorio);
    if (bucket !== provvisorio.bucket) setBucket(ledger, provvisorio.id, bucket);
  }
  stampProvvisori(ledger, after, upTo);
}
