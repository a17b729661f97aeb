import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteReader } from '../byte-reader.ts';
import type { ByteSource } from '../bytes.ts';
import { Check } from '../check.ts';
import type { Sink } from '../importer.ts';
import { readJson } from '../json/open-json.ts';
import { elementsOf, membersOf } from '../json/scan.ts';
import { field, isObject, readValue, type JsonObject, type JsonValue } from '../json/value.ts';
import type { Collector } from './collector.ts';

/** Reads a page of the list of the new service: `data`, and in `metadata` which page it is. */
export function readPage(part: ByteSource, collector: Collector, sink: Sink): Result<void, DocumentProblem> {
  const read = readJson(part, (reader, from) => ok(contentOf(reader, from)));
  if (!read.ok) return read;
  const { entries, metadata } = read.value;
  for (const entry of entries)
    collector.take({
      iuf: field(entry, 'fdr'),
      createdAt: field(entry, 'created'),
      revision: field(entry, 'revision'),
      pspCode: field(entry, 'pspId'),
    });
  const check = new Check();
  const page = check.optionalInteger(field(metadata, 'pageNumber'), 0, manyPages);
  const pages = check.optionalInteger(field(metadata, 'totPage'), 0, manyPages);
  if (page !== null && pages !== null && pages > 1) sink.warning({ code: 'list-page', page, pages });
  return ok(undefined);
}

const manyPages = 1_000_000_000;

interface Content {
  /** What is no object is an entry that tells nothing. */
  readonly entries: readonly (JsonObject | null)[];
  readonly metadata: JsonObject | null;
}

function contentOf(reader: ByteReader, from: number): Content {
  const entries: (JsonObject | null)[] = [];
  let metadata: JsonValue = null;
  for (const member of membersOf(reader, from)) {
    if (member.key === 'metadata') metadata = readValue(reader, member);
    if (member.key !== 'data') continue;
    for (const place of elementsOf(reader, member.from)) {
      const value = readValue(reader, place);
      entries.push(isObject(value) ? value : null);
    }
  }
  return { entries, metadata: isObject(metadata) ? metadata : null };
}
