import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { toHeader, toRiga } from '../flusso-fdr1/to-flusso.ts';
import type { Importer, Sink } from '../importer.ts';
import { readXml } from '../read-xml.ts';
import { Refusal } from '../refusal.ts';
import { anywhere, byName, clearAll } from '../shape.ts';
import { rigaFields, testataFields } from './fields.ts';

/**
 * The flusso as Regione Piemonte enriches it for the enti that it serves: `docs/formati/flusso-piemonte.md`. As a rule
 * it carries the original in base64, which is unwrapped and read instead; this reads its lists when the original is
 * not there.
 */
export const flussoPiemonte: Importer = {
  name: 'flusso-piemonte',
  kind: 'flusso',
  holdsOriginal: true,
  claims: ({ root }) => root !== null && roots.test(root),
  // Its name is long enough to mean nothing else, and its namespace has changed with the years.
  knowsNamespace: () => true,
  read,
};

/** The element of the service, and the type, which some write in its place. */
const roots = /^[tT]rasmettiFlussoRendicontazioneExt(?:Request)?(?:Type)?$/;

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const testata = testataFields();
  const { revision: _revision, createdAt: _createdAt, ...told } = testata;
  const riga = rigaFields();
  let isBegun = false;
  let rows = 0;
  let refused = 0;
  const begin = (): void => {
    if (isBegun) return;
    isBegun = true;
    // `dataOraFlusso` is told by the original alone: the day of the transfer makes that the newer version, should it come.
    testata.createdAt.value = testata.date.value;
    const header = toHeader(testata);
    if (!header.ok) throw new Refusal(header.problem);
    sink.reading({ type: 'flusso', header: { ...header.value, createdAt: header.value.date } });
  };
  const document = anywhere({
    Testata: { children: byName(told), close: begin },
    // In each of the three lists: together they are the flusso.
    DatiSingoloPagamento: {
      children: byName(riga),
      open: begin,
      close() {
        rows++;
        const made = toRiga(riga);
        clearAll(riga);
        if (made.ok) sink.reading({ type: 'riga', riga: made.value });
        else {
          refused++;
          sink.refusedRow({ row: rows, ...made.problem });
        }
      },
    },
  });
  for (const part of parts) {
    const done = readXml(part, document, sink);
    if (!done.ok) return done;
  }
  if (!isBegun) return fail({ code: 'missing-field', field: 'Testata' });
  return refused > 0 && refused === rows ? fail({ code: 'no-usable-rows', refused }) : ok(undefined);
}
