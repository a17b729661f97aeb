import type { Ricevuta } from '../../../shared/domain/ricevuta.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { Check, optionalText, type ValueProblem } from '../check.ts';
import { field, isList, isObject, objectIn, type JsonObject } from '../json/value.ts';
import { receiptFields, receiptTransferFields } from '../ricevuta/receipt-fields.ts';
import { toRicevuta as ofFields, toTransfer, type TransferDraft } from '../ricevuta/receipt.ts';
import type { Field } from '../shape.ts';

/** Turns a receipt of JSON into what its XML twin would say. */
export function toRicevuta(receipt: JsonObject): Result<Ricevuta, ValueProblem> {
  const fields = receiptFields();
  const { debtorCode, debtorName, pspName, paymentDateTime, ...same } = fields;
  fill(same, receipt);
  const debtor = objectIn(receipt, 'debtor');
  fill({ debtorName }, debtor);
  // Flat in the answers of the service; whoever turns the XML into JSON keeps its blocks and its capitals.
  fill({ debtorCode }, (debtor === null ? null : objectIn(debtor, 'uniqueIdentifier')) ?? debtor);
  pspName.value = either(receipt, 'pspCompanyName', 'PSPCompanyName');
  // Some answers hold the moment in the second form only.
  paymentDateTime.value = either(receipt, 'paymentDateTime', 'paymentDateTimeFormatted');
  const check = new Check();
  return ofFields(fields, check, transfersOf(receipt, check), null);
}

function transfersOf(receipt: JsonObject, check: Check): readonly TransferDraft[] {
  const list = receipt.get('transferList');
  const drafts: TransferDraft[] = [];
  for (const item of isList(list) ? list : []) {
    const fields = receiptTransferFields();
    const transfer = isObject(item) ? item : null;
    fill(fields, transfer);
    const bollo = (either(transfer, 'mbdAttachment', 'MBDAttachment')?.trim() ?? '') !== '';
    const draft = toTransfer(fields, check, drafts.length + 1, bollo);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** Takes the members that have the names of the elements. */
function fill(fields: Readonly<Record<string, Field>>, from: JsonObject | null): void {
  for (const one of Object.values(fields)) one.value = field(from, one.name).value;
}

function either(object: JsonObject | null, first: string, second: string): string | null {
  const named = field(object, first);
  return optionalText(named) === null ? field(object, second).value : named.value;
}
