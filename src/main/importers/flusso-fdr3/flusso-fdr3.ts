import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteReader } from '../byte-reader.ts';
import type { ByteSource } from '../bytes.ts';
import { Check, type ValueProblem } from '../check.ts';
import type { Head, Importer, Sink } from '../importer.ts';
import { readJson } from '../json/open-json.ts';
import type { Place } from '../json/scan.ts';
import { field, isObject, objectIn, readValue, type JsonValue } from '../json/value.ts';
import { Refusal } from '../refusal.ts';
import { missingPages } from '../pages.ts';
import { contentOf, type Content } from './content.ts';
import { gather } from './gather.ts';
import { placeOf } from './place-of.ts';
import { toHeader, toRiga } from './to-flusso.ts';

/** The flusso di rendicontazione as the new service gives it, JSON in one file or in pages: `docs/formati/flusso-fdr3.md`. */
export const flussoFdr3: Importer = {
  name: 'flusso-fdr3',
  kind: 'flusso',
  claims: (head) => isFlow(head) || isPage(head),
  knowsNamespace: () => true,
  read,
  placeOf,
  gather,
};

function isFlow({ keys }: Head): boolean {
  if (keys === null) return false;
  const has = (key: string): boolean => keys.includes(key);
  if (has('fdr') && has('fdrDate')) return true;
  return (has('fdr') || has('flow') || has('flusso')) && (has('payments') || has('data'));
}

/** The list of the flows has pages too: theirs hold the names of flows. */
function isPage({ keys, text }: Head): boolean {
  if (keys === null || !keys.includes('data')) return false;
  if (!keys.includes('count') && !keys.includes('metadata')) return false;
  return /"iuv"\s*:/.test(text) || /"data"\s*:\s*\[\s*\]/.test(text);
}

/** A file that has been looked through. */
interface Part extends Content {
  readonly reader: ByteReader;
}

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const contents: Part[] = [];
  for (const part of parts) {
    const content = readJson(part, (reader, from) => ok({ reader, ...contentOf(reader, from) }));
    if (!content.ok) return content;
    contents.push(content.value);
  }
  const flow = contents.map((content) => content.flow).find((one) => one !== null);
  if (flow === undefined) return fail({ code: 'page-without-flow', reason: 'alone' });
  const header = toHeader(flow);
  if (!header.ok) return header;
  // The service publishes no flow whose figures disagree: what is missing are pages.
  const rows = contents.reduce((sum, { payments }) => sum + payments.length, 0);
  const declared = header.value.declaredCount;
  if (rows < declared) return fail({ code: 'pages-incomplete', rows, declared, ...missingOf(contents) });
  sink.reading({ type: 'flusso', header: header.value });
  return tellRows(contents, sink);
}

function tellRows(parts: readonly Part[], sink: Sink): Result<void, DocumentProblem> {
  let row = 0;
  let refused = 0;
  for (const { reader, payments } of parts) {
    for (const place of payments) {
      row++;
      const payment = valueAt(reader, place);
      if (!payment.ok) return payment;
      const made = isObject(payment.value) ? toRiga(payment.value) : fail(noPayment);
      if (made.ok) sink.reading({ type: 'riga', riga: made.value });
      else {
        refused++;
        sink.refusedRow({ row, ...made.problem });
      }
    }
  }
  return refused > 0 && refused === row ? fail({ code: 'no-usable-rows', refused }) : ok(undefined);
}

const noPayment: ValueProblem = { code: 'missing-value', field: 'data', value: '' };

/** What the sink throws must not be taken for trouble of the file: only the reading is watched. */
function valueAt(reader: ByteReader, place: Place): Result<JsonValue, DocumentProblem> {
  try {
    return ok(readValue(reader, place));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

function missingOf(parts: readonly Part[]): { missing: readonly number[]; pages: number } {
  const check = new Check();
  let pages = 0;
  const present = new Set<number>();
  for (const { page } of parts) {
    if (page === null) continue;
    const metadata = objectIn(page, 'metadata');
    pages = Math.max(pages, check.optionalInteger(field(metadata, 'totPage'), 0, 1_000_000_000) ?? 0);
    present.add(check.optionalInteger(field(metadata, 'pageNumber'), 0, 1_000_000_000) ?? 0);
  }
  return { missing: missingPages(present, pages), pages };
}
