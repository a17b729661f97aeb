import type { ByteReader } from '../byte-reader.ts';
import { elementsOf, membersOf, type Place } from '../json/scan.ts';
import { field, isObject, readValue, type JsonObject, type JsonValue } from '../json/value.ts';

/** A file of FDR-3: the head of a flow, a page of its payments, or both. */
export interface Content {
  /** The head, or null in a page. */
  readonly flow: JsonObject | null;
  /** What tells a page from the others; null in a file without one. */
  readonly page: JsonObject | null;
  /** Where the payments stand, in order. */
  readonly payments: readonly Place[];
}

/** Members that may be long: they are not read with the others. */
const lists: ReadonlySet<string> = new Set(['data', 'payments']);
/** Members under which a file that has everything keeps the head. */
const heads = ['fdr', 'flow', 'flusso'] as const;

/** Looks through a file; payments are only found, to be read one by one. */
export function contentOf(reader: ByteReader, from: number): Content {
  const members = new Map<string, JsonValue>();
  const payments: Place[] = [];
  for (const member of membersOf(reader, from)) {
    if (lists.has(member.key)) findPayments(reader, member, payments);
    else members.set(member.key, readValue(reader, member));
  }
  const flow = flowIn(members);
  const isPage = flow === null || members.has('metadata');
  return { flow, page: isPage ? members : null, payments };
}

function flowIn(members: JsonObject): JsonObject | null {
  if (field(members, 'fdr').value !== null && field(members, 'fdrDate').value !== null) return members;
  for (const name of heads) {
    const head = members.get(name);
    if (isObject(head)) return head;
  }
  return null;
}

/** The payments of a list, of a page, or of a list of pages: what the first element is, the others are. */
function findPayments(reader: ByteReader, { from }: Place, into: Place[]): void {
  if (reader.at(from) === openBrace) {
    for (const list of listsIn(reader, from)) findPayments(reader, list, into);
    return;
  }
  if (reader.at(from) !== openBracket) return;
  let arePages: boolean | null = null;
  for (const element of elementsOf(reader, from)) {
    arePages ??= reader.at(element.from) === openBrace && listsIn(reader, element.from).length > 0;
    if (arePages) findPayments(reader, element, into);
    else into.push(element);
  }
}

const openBracket = 0x5b;
const openBrace = 0x7b;

function listsIn(reader: ByteReader, from: number): Place[] {
  if (reader.at(from) !== openBrace) return [];
  return [...membersOf(reader, from)].filter(({ key }) => lists.has(key));
}
