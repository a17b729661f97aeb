import type {
  Content,
  DocumentProblem,
  DocumentWarning,
  Reading,
  RefusedRow,
} from '../../shared/domain/document.ts';
import {
  createFlowCounter,
  isAnomalous,
  type FlowCounter,
  type FlowTally,
} from '../../shared/domain/flow-tally.ts';
import type { GiornaleEnd, GiornaleHeader } from '../../shared/domain/movimento.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { canonical } from '../importers/canonical.ts';
import type { LogicalDocument, Watch } from '../importers/logical-document.ts';
import type { Sink } from '../importers/importer.ts';
import type { PartRecord } from '../ledger/documents.ts';
import type { KeptHeader } from '../ledger/read-facts.ts';
import { createTextDigest, type TextDigest } from './text-digest.ts';

/** What became of a document while it was read, beside its facts. */
export interface Told {
  /** Digest of what each page says, whatever its bytes: equal digests mean the same content. */
  readonly parts: readonly PartRecord[];
  readonly warnings: readonly DocumentWarning[];
  readonly refusedRows: readonly RefusedRow[];
  /** The rows of each flusso added up, in order. */
  readonly tallies: readonly FlowTally[];
}

/** Takes the facts of a document as they come, and the canonical text of each. */
export type KeepReading = (reading: Content, part: number, row: number | null, text: string) => void;

/** Ends the reading of a document that speaks of another ente. */
class OtherEnte extends Error {
  readonly problem: DocumentProblem;
  constructor(problem: DocumentProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Reads a document to its end, checks whose it is and digests what it says. `keep` may throw to stop.
 * A giornale of another ente is refused at its header, before anything else of it is read; with no ente of ours (null)
 * nobody is another one.
 */
export function readDocument(
  document: LogicalDocument,
  enteCodiceFiscale: string | null,
  keep: KeepReading,
  watch?: Watch,
): Result<Told, DocumentProblem> {
  const parts: { readonly digest: TextDigest; header: KeptHeader & { end?: GiornaleEnd } }[] = [];
  const warnings: DocumentWarning[] = [];
  const refusedRows: RefusedRow[] = [];
  const counters: { readonly counter: FlowCounter; readonly iuf: string }[] = [];
  // In a list of flussi those of another ente are left aside; alone it is refused.
  let foreign: DocumentProblem | null = null;
  let isForeign = false;
  let rowsLeftAside = 0;

  function take(reading: Reading, row?: number): void {
    if (reading.type === 'giornale') {
      const { enteCodiceFiscale: found, enteDenominazione: name } = reading.header;
      const other = otherEnte(found, name, enteCodiceFiscale);
      if (other !== null) throw new OtherEnte(other);
      if (found === null && parts.length === 0) warnings.push({ code: 'ente-not-told' });
      parts.push({ digest: createTextDigest(), header: { giornale: reading.header } });
    } else if (reading.type === 'flusso') {
      const { header } = reading;
      const other = otherEnte(header.enteCodiceFiscale, header.enteDenominazione, enteCodiceFiscale);
      foreign ??= other;
      isForeign = other !== null;
      if (isForeign) return;
      counters.push({ counter: createFlowCounter(header), iuf: header.iuf });
      parts.push({ digest: createTextDigest(), header: { flusso: header } });
    } else if (reading.type === 'riga') {
      if (isForeign) {
        rowsLeftAside += 1;
        return;
      }
      counters.at(-1)?.counter.add(reading.riga);
    }
    const part = parts.at(-1) ?? { digest: createTextDigest(), header: {} };
    if (parts.length === 0) parts.push(part);
    if (reading.type === 'giornale-end') {
      part.header = { ...part.header, end: reading.end };
      if (!reading.end.signed && !warnings.some((warning) => warning.code === 'not-signed'))
        warnings.push({ code: 'not-signed' });
      return;
    }
    if (reading.type === 'estratto') part.header = { estratto: reading.header };
    const text = canonical(reading);
    part.digest.add(text);
    keep(reading, parts.length - 1, row ?? null, text);
  }

  try {
    const sink: Sink = {
      reading: take,
      warning: (warning) => warnings.push(warning),
      refusedRow: (row) => refusedRows.push(row),
    };
    const read = document.read(sink, watch);
    if (!read.ok) return read;
  } catch (error) {
    if (error instanceof OtherEnte) return fail(error.problem);
    throw error;
  }
  if (foreign !== null && counters.length === 0) return fail(foreign);
  // An empty list is a document all the same, and every other empty one says as much.
  if (parts.length === 0) parts.push({ digest: createTextDigest(), header: {} });
  if (rowsLeftAside > 0) warnings.push({ code: 'rows-left-aside', rows: rowsLeftAside, why: 'other-ente' });
  const tallies = counters.map(({ counter, iuf }) => {
    const tally = counter.finish();
    warnings.push(...warningsOf(iuf, tally));
    return tally;
  });
  return ok({
    parts: parts.map((part) => ({
      digest: part.digest.finish(),
      header: Object.keys(part.header).length === 0 ? null : JSON.stringify(part.header),
      pageGroup: pageGroupOf(part.header.giornale),
    })),
    warnings,
    refusedRows,
    tallies,
  });
}

/** The end of `identificativo_flusso_BT` is the page: what comes before it is common to all pages. */
function pageGroupOf(header: GiornaleHeader | undefined): string | null {
  if (header === undefined || header.pages <= 1) return null;
  const [common = ''] = header.flussoBt.split('#');
  return [common, header.esercizio, header.from, header.to, header.pages].join('|');
}

function warningsOf(iuf: string, tally: FlowTally): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  if (tally.withoutIndex > 0) warnings.push({ code: 'index-missing', rows: tally.withoutIndex });
  if (tally.anomalies.length > 0)
    warnings.push({
      code: 'flow-anomalous',
      iuf,
      whole: isAnomalous(tally.anomalies),
      anomalies: tally.anomalies,
    });
  return warnings;
}

function otherEnte(
  found: string | null,
  foundName: string | null,
  expected: string | null,
): DocumentProblem | null {
  if (found === null || expected === null || found === expected) return null;
  return { code: 'other-ente', found, foundName, expected };
}
