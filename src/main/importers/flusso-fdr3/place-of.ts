import { ok } from '../../../shared/domain/result.ts';
import { Check, optionalText } from '../check.ts';
import type { ByteSource } from '../bytes.ts';
import type { PagePlace } from '../importer.ts';
import { readJson } from '../json/open-json.ts';
import { field, objectIn, type JsonObject } from '../json/value.ts';
import { contentOf } from './content.ts';

/** Pages are numbered from 1, or by some from 0. */
export const headPage = -1;

/** Where a file stands among those of its flow: the head comes before the first. Null when it has all its payments, or is unreadable. */
export function placeOf(source: ByteSource): PagePlace | null {
  const content = readJson(source, (reader, from) => ok(contentOf(reader, from)));
  if (!content.ok) return null;
  const { flow, page, payments } = content.value;
  const rows = payments.length;
  const check = new Check();
  if (flow !== null) {
    const declared = check.optionalInteger(tot(flow), 0, manyRows);
    if (declared === null || rows >= declared) return null;
    return { group: optionalText(field(flow, 'fdr')) ?? '', page: headPage, pages: 0, lines: declared };
  }
  const metadata = page === null ? null : objectIn(page, 'metadata');
  return {
    group: page === null ? '' : (optionalText(field(page, 'fdr')) ?? ''),
    page: check.optionalInteger(field(metadata, 'pageNumber'), 0, manyRows) ?? 1,
    pages: check.optionalInteger(field(metadata, 'totPage'), 0, manyRows) ?? 1,
    lines: check.optionalInteger(field(page, 'count'), 0, manyRows) ?? rows,
    ownLines: rows,
  };
}

const manyRows = 1_000_000_000;

function tot(flow: JsonObject) {
  const told = field(flow, 'totPayments');
  return optionalText(told) === null ? field(flow, 'computedTotPayments') : told;
}
