import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Importer, Sink } from '../importer.ts';
import { isPagoPaNamespace } from '../namespaces.ts';
import { readXml } from '../read-xml.ts';
import { Refusal } from '../refusal.ts';
import { anywhere, byName, clearAll, type Shape } from '../shape.ts';
import { childrenOf, flussoFields, rigaFields } from './flusso-fields.ts';
import { toHeader, toRiga } from './to-flusso.ts';

/**
 * The flusso di rendicontazione as bare XML: `docs/formati/flusso-fdr1.md`. Its wrappings in SOAP and base64
 * (`nodoChiediFlussoRendicontazioneRisposta`) are unwrapped before it gets here.
 */
export const flussoFdr1: Importer = {
  name: 'flusso-fdr1',
  kind: 'flusso',
  claims: ({ root }) => root === 'FlussoRiversamento',
  knowsNamespace: isPagoPaNamespace,
  read,
};

interface Progress {
  rows: number;
  refused: number;
}

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const progress: Progress = { rows: 0, refused: 0 };
  for (const part of parts) {
    const done = readXml(part, anywhere({ FlussoRiversamento: flusso(sink, progress) }), sink);
    if (!done.ok) return done;
  }
  const { rows, refused } = progress;
  if (refused > 0 && refused === rows) return fail({ code: 'no-usable-rows', refused });
  return ok(undefined);
}

function flusso(sink: Sink, progress: Progress): Shape {
  const fields = flussoFields();
  const riga = rigaFields();
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    const header = toHeader(fields);
    if (!header.ok) throw new Refusal(header.problem);
    begun = true;
    sink.reading({ type: 'flusso', header: header.value });
  };
  const rigaShape: Shape = {
    children: byName(riga),
    open: begin,
    close() {
      progress.rows++;
      const made = toRiga(riga);
      clearAll(riga);
      if (!made.ok) {
        progress.refused++;
        sink.refusedRow({ row: progress.rows, ...made.problem });
        return;
      }
      sink.reading({ type: 'riga', riga: made.value });
    },
  };
  return {
    children: { ...childrenOf(fields), datiSingoliPagamenti: rigaShape },
    close() {
      begin();
      begun = false;
      clearAll(fields);
    },
  };
}
