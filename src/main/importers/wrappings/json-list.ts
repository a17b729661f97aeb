import { ok } from '../../../shared/domain/result.ts';
import type { ByteReader } from '../byte-reader.ts';
import { sliceOf } from '../bytes.ts';
import { readJson } from '../json/open-json.ts';
import { elementsOf } from '../json/scan.ts';
import { insideOf, type Inside, type Wrapping } from './wrapping.ts';

/** A JSON list of objects, each of which is a document or a page of one. */
export const jsonList: Wrapping = {
  name: 'json',
  unwrap(source, head) {
    if (head.kind !== 'json' || !head.text.trimStart().startsWith('[')) return null;
    return readJson(source, (reader, from) => ok(insidesOf(reader, from)));
  },
};

function* insidesOf(reader: ByteReader, from: number): Generator<Inside, void, undefined> {
  for (const place of elementsOf(reader, from))
    if (reader.at(place.from) === 0x7b)
      yield insideOf(sliceOf(reader.source, place.from, place.to), reader.source);
}
