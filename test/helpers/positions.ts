import { join } from 'node:path';
import { canonical } from '../../src/main/importers/canonical.ts';
import { insertDocument, insertPart, nextDocumentId } from '../../src/main/ledger/documents.ts';
import { createFactWriter } from '../../src/main/ledger/facts.ts';
import { openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { sealWrites } from '../../src/main/ledger/seals/write-seals.ts';
import { readSettings } from '../../src/main/ledger/settings.ts';
import { touchDocuments } from '../../src/main/ledger/touch-facts.ts';
import { openTouched } from '../../src/main/ledger/touched.ts';
import { reconcile } from '../../src/main/worker/reconcile.ts';
import { createTextDigest, digestOf } from '../../src/main/worker/text-digest.ts';
import { compileCodici } from '../../src/shared/domain/codice.ts';
import type { Posizione } from '../../src/shared/domain/posizione.ts';
import { cents } from '../../src/shared/domain/euro.ts';

/** What a test says of a position; the rest is that of a notice for the mensa of an invented citizen. */
export type PositionDraft = Partial<Omit<Posizione, 'cents'>> & { readonly cents?: number };

export function posizione({ cents: amount = 4_550, ...over }: PositionDraft = {}): Posizione {
  return {
    iud: null,
    iuv: '01000000000000144',
    noticeNumber: null,
    debtor: { codiceFiscale: 'RSSMRA80A01H501U', name: 'Mario Rossi' },
    tipoDovuto: 'MENSA',
    description: 'Mensa scolastica marzo',
    category: null,
    dueDay: null,
    action: 'keep',
    cents: cents(amount),
    ...over,
  };
}

/** Keeps a list of positions as an import does, whatever format it would come in; tells the number of the document. */
export function keepPositions(
  ledger: WritableLedger,
  name: string,
  drafts: readonly PositionDraft[],
): number {
  return ledger
    .transaction(() => {
      const id = nextDocumentId(ledger);
      const settings = readSettings(ledger);
      const ente = settings.ente?.codiceFiscale ?? '';
      insertDocument(ledger, { id, name, kind: 'posizioni', ente, importedAt: '2026-03-31T09:00:00.000Z' });
      const writer = createFactWriter(ledger, id, ente);
      const part = createTextDigest();
      for (const draft of drafts) {
        const reading = { type: 'posizione', posizione: posizione(draft) } as const;
        const text = canonical(reading);
        part.add(text);
        writer.keep(reading, 0, () => digestOf(text), null);
      }
      insertPart(ledger, id, 0, { digest: part.finish(), header: null, pageGroup: null });
      openTouched(ledger);
      touchDocuments(ledger, id);
      reconcile(ledger, compileCodici(settings), () => undefined);
      sealWrites(ledger);
      return id;
    })
    .immediate();
}

/** The same in the folder of a ledger that a core has open. */
export function dropPositions(
  office: { readonly folder: string },
  name: string,
  drafts: readonly PositionDraft[],
): number {
  return keepPositionsIn(join(office.folder, 'archivio'), name, drafts);
}

export function keepPositionsIn(folder: string, name: string, drafts: readonly PositionDraft[]): number {
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  try {
    return keepPositions(opened.value, name, drafts);
  } finally {
    opened.value.close();
  }
}
