import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { Ricevuta } from '../../../shared/domain/ricevuta.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { documentProblem, type ValueProblem } from '../check.ts';
import type { Importer, Sink } from '../importer.ts';
import { isPagoPaNamespace } from '../namespaces.ts';
import { readXml } from '../read-xml.ts';
import { anywhere, Field, type Shape } from '../shape.ts';
import { noticeWarnings } from './notice.ts';
import { receiptShape } from './receipt.ts';
import { rtShape } from './rt.ts';

const roots: ReadonlySet<string | null> = new Set([
  'RT',
  'receipt',
  'paSendRTReq',
  'paSendRT',
  'paSendRTV2Request',
  'paSendRTV2',
]);

/**
 * A receipt, alone or in a SOAP envelope: `docs/formati/ricevuta.md`. Several in one file, and those in base64, are
 * unwrapped before they get here.
 */
export const ricevuta: Importer = {
  name: 'ricevuta',
  kind: 'ricevuta',
  claims: ({ root }) => roots.has(root),
  knowsNamespace: isPagoPaNamespace,
  read,
};

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const problems: ValueProblem[] = [];
  let rows = 0;
  const reader = borrowReader((made) => {
    rows++;
    if (!made.ok) {
      problems.push(made.problem);
      sink.refusedRow({ row: rows, ...made.problem });
      return;
    }
    for (const warning of noticeWarnings(made.value)) sink.warning(warning);
    sink.reading({ type: 'ricevuta', ricevuta: made.value });
  });
  for (const part of parts) {
    const done = readXml(part, reader.document, sink);
    if (!done.ok) return done;
  }
  giveBack(reader);
  const [problem] = problems;
  if (rows === 0) return fail({ code: 'missing-field', field: 'receipt' });
  if (problem === undefined || problems.length < rows) return ok(undefined);
  return fail(rows === 1 ? documentProblem(problem) : { code: 'no-usable-rows', refused: rows });
}

interface Reader {
  readonly document: Shape;
  readonly station: Field;
  onRicevuta: (made: Result<Ricevuta, ValueProblem>) => void;
}

// Receipts come by the hundred thousand, one in each file: the fields that take them are made once. A reader that
// was stopped half-way is not given back, because what it has begun would end up in the next receipt.
let spare: Reader | null = null;

function borrowReader(onRicevuta: Reader['onRicevuta']): Reader {
  const reader = spare ?? createReader();
  spare = null;
  reader.onRicevuta = onRicevuta;
  return reader;
}

function giveBack(reader: Reader): void {
  reader.station.clear();
  spare = reader;
}

function createReader(): Reader {
  // In the request, not in the receipt; it comes before the receipt.
  const station = new Field('idStation');
  const tell: Reader['onRicevuta'] = (made) => reader.onRicevuta(made);
  const document = anywhere({ RT: rtShape(tell), receipt: receiptShape(station, tell), idStation: station });
  const reader: Reader = { document, station, onRicevuta: () => undefined };
  return reader;
}
