import type { DocumentProblem, LeftAside, Reading } from '../../../shared/domain/document.ts';
import { cents } from '../../../shared/domain/euro.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { Check, optionalText, verbatim, type ValueProblem } from '../check.ts';
import { decodeText } from '../decode.ts';
import type { Head, Importer, Sink } from '../importer.ts';
import { Refusal } from '../refusal.ts';
import { noticeWarnings } from '../ricevuta/notice.ts';
import { neededIuv } from '../table/iuv-and-notice.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { linesOf } from './lines.ts';
import { digitsOf, fieldOf, isBlank, recordLength } from './record.ts';

/** What was paid, in records of 2000 characters (SECIM): `docs/formati/secim.md`. */
export const secim: Importer = {
  name: 'secim',
  kind: 'ricevuta',
  claims,
  knowsNamespace: () => true,
  read,
};

/** Also a record that slipped by a few characters: it is refused with its reason, rather than not known. */
const beginning = /^.{80,100}(?:RIS|RIV).{60,80}BOL_PA/;

function claims({ kind, text }: Head): boolean {
  return kind === 'text' && beginning.test(text);
}

function read([part]: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  if (part === undefined) throw new Error('a text without a part');
  const text = decodeText(part);
  if (!text.ok) return text;
  for (const warning of text.value.warnings) sink.warning(warning);
  const aside = new Map<LeftAside, number>();
  let kept = 0;
  let refused = 0;
  try {
    for (const { line, row } of linesOf(text.value.pieces(), recordLength)) {
      if (line.trim() === '') continue;
      const said = readRecord(line, sink);
      if (typeof said === 'string') aside.set(said, (aside.get(said) ?? 0) + 1);
      else if (said.ok) {
        kept += 1;
        sink.reading(said.value, row);
      } else {
        refused += 1;
        sink.refusedRow({ row, ...said.problem });
      }
    }
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
  for (const [why, rows] of aside) sink.warning({ code: 'rows-left-aside', rows, why });
  return kept === 0 ? fail({ code: 'no-usable-rows', refused }) : ok(undefined);
}

function readRecord(record: string, sink: Sink): Result<Reading, ValueProblem> | LeftAside {
  const check = new Check();
  if (record.length !== recordLength) {
    const field = `lunghezza del record (${recordLength})`;
    return fail({ code: 'invalid-value', field, value: String(record.length) });
  }
  if (optionalText(fieldOf(record, 'presentazione')) !== 'BOL_PA')
    check.refuse('invalid-value', fieldOf(record, 'presentazione'));
  const operazione = optionalText(fieldOf(record, 'operazione'));
  if (operazione !== 'RIS' && operazione !== 'RIV')
    check.refuse('invalid-value', fieldOf(record, 'operazione'));
  const day = digitsOf(record, 'paidOn', check);
  const paid = digitsOf(record, 'paid', check);
  if (check.problem !== null || day === null || paid === null) return fail(check.known());
  if (operazione === 'RIV') return 'settlement';
  if (isBlank(fieldOf(record, 'paidOn'))) return 'not-paid';
  if (isBlank(fieldOf(record, 'paid'))) return 'zero-amount';
  const paidOn = check.italianDay(fieldOf(record, 'paidOn'));
  const avviso = fieldOf(record, 'avviso');
  const codes = neededIuv(
    check,
    fieldOf(record, 'iuv'),
    isBlank(avviso) ? { ...avviso, value: null } : avviso,
  );
  if (codes === null || paidOn === null) return fail(check.known());
  const reading = ricevutaInList({
    ...codes,
    paidOn,
    cents: cents(Number(paid)),
    debtor: {
      codiceFiscale: optionalText(fieldOf(record, 'debtorCode')),
      name: optionalText(fieldOf(record, 'debtorName')),
    },
    description: verbatim(fieldOf(record, 'causale'))?.trimEnd() ?? null,
  });
  for (const warning of noticeWarnings(reading.ricevuta)) sink.warning(warning);
  return ok(reading);
}
