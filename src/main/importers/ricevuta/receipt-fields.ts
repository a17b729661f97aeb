import { byName, Field, type Shape } from '../shape.ts';

/** The texts of a `receipt`. */
export function receiptFields() {
  return {
    receiptId: new Field('receiptId'),
    noticeNumber: new Field('noticeNumber'),
    enteCodiceFiscale: new Field('fiscalCode'),
    outcome: new Field('outcome'),
    iuv: new Field('creditorReferenceId'),
    total: new Field('paymentAmount'),
    description: new Field('description'),
    debtorCode: new Field('entityUniqueIdentifierValue'),
    debtorName: new Field('fullName'),
    pspCode: new Field('idPSP'),
    pspName: new Field('PSPCompanyName'),
    paymentDateTime: new Field('paymentDateTime'),
    applicationDate: new Field('applicationDate'),
    transferDate: new Field('transferDate'),
  };
}

export type ReceiptFields = ReturnType<typeof receiptFields>;

/** The elements that fill these fields; the payer has a block of the same shape as the debtor's, and is not wanted. */
export function childrenOf(fields: ReceiptFields, transfer: Shape): Readonly<Record<string, Shape>> {
  const { debtorCode, debtorName, ...own } = fields;
  return {
    ...byName(own),
    debtor: {
      children: { ...byName({ debtorName }), uniqueIdentifier: { children: byName({ debtorCode }) } },
    },
    transferList: { children: { transfer } },
  };
}

/** The texts of one `transfer`. */
export function receiptTransferFields() {
  return {
    index: new Field('idTransfer'),
    amount: new Field('transferAmount'),
    enteCodiceFiscale: new Field('fiscalCodePA'),
    description: new Field('remittanceInformation'),
    category: new Field('transferCategory'),
  };
}

export type ReceiptTransferFields = ReturnType<typeof receiptTransferFields>;
