import { beginningOf, type ByteSource } from '../bytes.ts';
import { optionalText } from '../check.ts';
import type { PagePlace } from '../importer.ts';
import { readXml, seenEnough } from '../read-xml.ts';
import { anywhere, byName, type Shape } from '../shape.ts';
import { headerFields } from './header-fields.ts';
import { toHeader } from './to-header.ts';

const enoughForHeader = 1024 * 1024;

/** Where a file stands among the pages of its giornale, from its head alone; null when it is whole. */
export function placeOf(source: ByteSource): PagePlace | null {
  const fields = headerFields();
  const conto: Shape = {
    open() {
      throw seenEnough;
    },
  };
  const head = anywhere({ ...byName(fields), informazioni_conto_evidenza: conto, Signature: {} });
  const read = readXml(beginningOf(source, enoughForHeader), head, { warning: () => {} });
  if (!read.ok) return null;
  const header = toHeader(fields);
  if (!header.ok || header.value.header.pages === 1) return null;
  const { flussoBt, enteCodiceFiscale, esercizio, from, to, createdAt, page, pages } = header.value.header;
  // The last two groups of the identifier are page and pages, which some banks write wrong.
  const tail = /#\d+#\d+\s*$/.exec(optionalText(fields.flussoBt) ?? '');
  const name = tail === null ? [esercizio, from, to, createdAt] : [flussoBt.slice(0, tail.index)];
  return { group: [enteCodiceFiscale ?? '', ...name].join('\n'), page, pages };
}
