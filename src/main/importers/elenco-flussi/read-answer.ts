import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { Check } from '../check.ts';
import type { Sink } from '../importer.ts';
import { readXml } from '../read-xml.ts';
import { anywhere, byName, clearAll, Field } from '../shape.ts';
import type { Collector } from './collector.ts';

/** Reads `nodoChiediElencoFlussiRendicontazioneRisposta`, in its envelope or without. */
export function readAnswer(
  part: ByteSource,
  collector: Collector,
  sink: Sink,
): Result<void, DocumentProblem> {
  const total = new Field('totRestituiti');
  const fields = { iuf: new Field('identificativoFlusso'), createdAt: new Field('dataOraFlusso') };
  const untold = { revision: new Field('revisione'), pspCode: new Field('psp') };
  const before = collector.counts();
  const read = readXml(
    part,
    anywhere({
      totRestituiti: total,
      idRendicontazione: {
        children: byName(fields),
        close() {
          collector.take({ ...fields, ...untold });
          clearAll(fields);
        },
      },
    }),
    sink,
  );
  if (!read.ok) return read;
  const declared = new Check().optionalInteger(total, 0, 1_000_000_000);
  const { rows, different } = collector.counts();
  const found = rows - before.rows;
  // Some count what they repeat, others do not.
  if (declared !== null && declared !== found && declared !== different - before.different)
    sink.warning({ code: 'list-count-differs', declared, found });
  return read;
}
