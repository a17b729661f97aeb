import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { overCeiling } from '../archive/limits.ts';
import { ByteReader } from '../byte-reader.ts';
import type { ByteSource } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { inUtf8 } from '../wrappings/in-utf8.ts';
import { elementsOf, endOfValue, malformed, membersOf } from './scan.ts';

/** A flusso of 100,000 payments has 20 MB. */
export const largestJson = 64 * 1024 * 1024;

/** Opens a JSON text and hands it over with the position at which it begins; refusals become values. */
export function readJson<T>(
  source: ByteSource,
  read: (reader: ByteReader, from: number) => Result<T, DocumentProblem>,
): Result<T, DocumentProblem> {
  if (source.size > largestJson) return fail(overCeiling('size', largestJson));
  try {
    const text = inUtf8(source);
    if (!text.ok) return text;
    const reader = new ByteReader(text.value);
    const from = reader.afterBlanks(0);
    const end = reader.afterBlanks(endOfValue(reader, from));
    if (reader.at(end) !== -1) throw malformed(reader, end);
    return read(reader, from);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

/** What is wrong with a text that begins as JSON, as far as its outer parts tell. */
export function problemOfJson(source: ByteSource): DocumentProblem | null {
  const read = readJson(source, (reader, from) => {
    const parts = reader.at(from) === 0x7b ? membersOf(reader, from) : elementsOf(reader, from);
    while (parts.next().done !== true);
    return ok(undefined);
  });
  return read.ok ? null : read.problem;
}

/** The keys of the object that a text is, or of the first one in the list that it is; empty when it is none. */
export function keysOf(source: ByteSource): readonly string[] {
  if (source.size > largestJson) return [];
  const text = inUtf8(source);
  if (!text.ok) return [];
  const reader = new ByteReader(text.value);
  const from = reader.afterBlanks(0);
  const keys: string[] = [];
  try {
    for (const { key } of membersOf(reader, from)) {
      keys.push(key.slice(0, 80));
      if (keys.length >= enoughKeys) break;
    }
  } catch (error) {
    // As far as it can be read: whoever claims it will say what is wrong.
    if (!(error instanceof Refusal)) throw error;
  }
  return keys;
}

const enoughKeys = 200;
