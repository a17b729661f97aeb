import { causaleDays, readCausale, type CausaleTexts } from '../../shared/domain/causale.ts';
import { leanTexts } from '../../shared/domain/lean-texts.ts';
import { compileServices } from '../../shared/domain/service.ts';
import type { Servizio } from '../../shared/domain/settings.ts';
import { canonical } from '../importers/canonical.ts';
import { verdictDigest } from '../ledger/digest.ts';
import { documentOfFact, partsOf } from '../ledger/documents.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import { leanMessages } from '../ledger/messages/minimise.ts';
import {
  keepMinimisedPart,
  leanDocument,
  leanMovements,
  leanNotes,
  leanPositions,
  leanReceipts,
  type KeepWords,
} from '../ledger/minimise.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readingsOf } from '../ledger/read-facts.ts';
import { readSettings } from '../ledger/settings.ts';
import { run } from '../ledger/statements.ts';
import { countItems, type JobContext } from './job-context.ts';
import { rederive } from './rederive.ts';
import { createTextDigest } from './text-digest.ts';

/** How much lost its names, or would. */
export interface Minimised {
  readonly receipts: number;
  readonly positions: number;
  readonly movements: number;
  /** Movements that keep their words, because without them they would be read otherwise. */
  readonly kept: number;
  readonly notes: number;
  readonly messages: number;
  readonly documents: number;
}

/**
 * Takes people out of what is older than a day and settled: names, codici fiscali, texts. Amounts, days and codes stay, and
 * with them every verdict: should one change, nothing is done. Each document keeps the digest of what it said, by which its
 * file is known again, and has beside it that of what it says now.
 */
export function minimise(
  ledger: WritableLedger,
  { before, author }: { readonly before: string; readonly author: string },
  context: JobContext,
): Minimised {
  const verdicts = verdictDigest(ledger);
  const words = keeperOf(readSettings(ledger).servizi);
  const known = knownIufs(ledger);
  const read = (texts: CausaleTexts): string =>
    JSON.stringify([readCausale(texts, known), causaleDays(texts)]);
  const receipts = leanReceipts(ledger, before, words);
  const positions = leanPositions(ledger, before, words);
  const movements = leanMovements(ledger, before, (texts) => {
    context.breathe();
    return leanTexts(texts, read);
  });
  const documents = new Set([...receipts, ...positions, ...movements.changed].map(documentOfFact));
  for (const id of documents) {
    context.breathe();
    leanDocument(ledger, id);
    digestAnew(ledger, id);
  }
  const notes = leanNotes(ledger, before);
  const messages = leanMessages(ledger, before);
  rederive(ledger, countItems(context, 'match'));
  if (verdictDigest(ledger) !== verdicts)
    throw new Error('without their names some payments would be judged otherwise');
  const counts: Minimised = {
    receipts: receipts.length,
    positions: positions.length,
    movements: movements.changed.length,
    kept: movements.kept,
    notes,
    messages,
    documents: documents.size,
  };
  run(ledger, `INSERT INTO minimisations (before_day, author, made_at, counts) VALUES (?, ?, ?, ?)`, [
    before,
    author,
    context.now,
    JSON.stringify(counts),
  ]);
  return counts;
}

function digestAnew(ledger: WritableLedger, id: number): void {
  const digests = partsOf(ledger, id).map(() => createTextDigest());
  for (const { part, reading } of readingsOf(ledger, id)) digests[part]?.add(canonical(reading));
  digests.forEach((digest, part) => keepMinimisedPart(ledger, id, part, digest.finish()));
}

/** Of a description stay the words by which the office knows the service. */
function keeperOf(servizi: readonly Servizio[]): KeepWords {
  const all = servizi.flatMap(({ parole = [] }) => parole);
  const finders = all.map((word) => ({
    word,
    find: compileServices([{ id: word, nome: word, codici: [], parole: [word] }], () => null),
  }));
  const nothingElse = { iuv: null, category: null, tipoDovuto: null, positionCategory: null };
  return (description) => {
    const told = finders.filter(({ find }) => find({ ...nothingElse, descriptions: [description] }) !== null);
    return told.length === 0 ? null : told.map(({ word }) => word).join(' ');
  };
}
