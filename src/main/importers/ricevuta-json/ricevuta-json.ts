import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { documentProblem } from '../check.ts';
import type { Importer, Sink } from '../importer.ts';
import { readJson } from '../json/open-json.ts';
import { endOfValue } from '../json/scan.ts';
import { isObject, readValue } from '../json/value.ts';
import { noticeWarnings } from '../ricevuta/notice.ts';
import { toRicevuta } from './to-ricevuta.ts';

/** A receipt as the service for enti gives it, the `receipt` of the XML in JSON: `docs/formati/ricevuta-json.md`. */
export const ricevutaJson: Importer = {
  name: 'ricevuta-json',
  kind: 'ricevuta',
  claims: ({ keys }) => keys !== null && marks.every((mark) => keys.includes(mark)),
  knowsNamespace: () => true,
  read,
};

const marks = ['receiptId', 'creditorReferenceId', 'transferList'] as const;

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  for (const part of parts) {
    const made = readJson(part, (reader, from) => {
      const receipt = readValue(reader, { from, to: endOfValue(reader, from) });
      if (!isObject(receipt)) return fail({ code: 'missing-field', field: 'receipt' });
      const ricevuta = toRicevuta(receipt);
      return ricevuta.ok ? ricevuta : fail(documentProblem(ricevuta.problem));
    });
    if (!made.ok) return made;
    for (const warning of noticeWarnings(made.value)) sink.warning(warning);
    sink.reading({ type: 'ricevuta', ricevuta: made.value });
  }
  return ok(undefined);
}
