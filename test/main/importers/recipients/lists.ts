import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import {
  readRecipients,
  type ListOptions,
  type RecipientList,
} from '../../../../src/main/importers/recipients/recipients.ts';

/** A file in memory. */
export const source = (content: string | Uint8Array) =>
  bytesInMemory(typeof content === 'string' ? Buffer.from(content) : content);

/** The lines of a text in columns. */
export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** What a list says; throws when it is refused whole. */
export function read(content: string | Uint8Array, options: ListOptions = {}): RecipientList {
  const list = readRecipients(source(content), options);
  if (!list.ok) throw new Error(JSON.stringify(list.problem));
  return list.value;
}

/** Why a list is refused whole. */
export function problemOf(content: string | Uint8Array, options: ListOptions = {}) {
  const list = readRecipients(source(content), options);
  if (list.ok) throw new Error('the list was read');
  return list.problem;
}
