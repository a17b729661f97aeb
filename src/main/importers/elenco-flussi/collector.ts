import type { FlussoAtteso } from '../../../shared/domain/flusso.ts';
import { Check, optionalText } from '../check.ts';
import type { Sink } from '../importer.ts';
import type { NamedText } from '../shape.ts';

/** The texts of one entry, by whatever name the list has for them. */
export interface EntryTexts {
  readonly iuf: NamedText;
  readonly createdAt: NamedText;
  readonly revision: NamedText;
  readonly pspCode: NamedText;
}

export type Collector = ReturnType<typeof createCollector>;

/** Takes the entries of a list in order; the same entry again says nothing more, and the node does repeat them. */
export function createCollector(sink: Sink) {
  const told = new Set<string>();
  let rows = 0;
  let refused = 0;
  return {
    take(texts: EntryTexts): void {
      rows++;
      const check = new Check();
      const iuf = check.text(texts.iuf);
      const createdAt = optionalText(texts.createdAt);
      // The moment decides which version is meant: half of one would decide wrongly.
      if (createdAt !== null) check.optionalInstant(texts.createdAt);
      const revision = check.optionalInteger(texts.revision, 1, 1_000_000);
      if (check.problem !== null || iuf === null) {
        refused++;
        if (check.problem !== null) sink.refusedRow({ row: rows, ...check.problem });
        return;
      }
      const atteso: FlussoAtteso = { iuf, createdAt, revision, pspCode: optionalText(texts.pspCode) };
      const key = JSON.stringify(atteso);
      if (told.has(key)) return;
      told.add(key);
      sink.reading({ type: 'flusso-atteso', atteso });
    },
    /** How many entries came, how many of them were left out, and how many different ones are left. */
    counts: () => ({ rows, refused, different: told.size }),
  };
}
