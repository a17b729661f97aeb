import { Check, optionalText } from '../check.ts';
import type { NamedText } from '../shape.ts';

/** Every record of the tracciato is as long as this, its last blanks included. */
export const recordLength = 2_000;

/** Fields by position, 1-based and both included, as the specification counts. */
const positions = {
  operazione: [91, 93],
  presentazione: [164, 169],
  avviso: [170, 187],
  iuv: [205, 239],
  causale: [518, 657],
  debtorCode: [719, 753],
  debtorName: [754, 803],
  paidOn: [1056, 1063],
  paid: [1105, 1119],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type SecimField = keyof typeof positions;

/** A field of a record, under its own name. */
export function fieldOf(record: string, key: SecimField): NamedText {
  const [from, to] = positions[key];
  return { name: `${names[key]} (${from}–${to})`, value: record.slice(from - 1, to) };
}

const names: Readonly<Record<SecimField, string>> = {
  operazione: 'operazione',
  presentazione: 'tipo presentazione',
  avviso: 'codice presentazione',
  iuv: 'IUV',
  causale: 'causale versamento',
  debtorCode: 'codice debitore',
  debtorName: 'anagrafica debitore',
  paidOn: 'data pagamento',
  paid: 'importo pagato',
};

/** A field of digits of which not one may be missing: a blank in it means that the record has slipped. */
export function digitsOf(record: string, key: SecimField, check: Check): string | null {
  const field = fieldOf(record, key);
  return /^\d+$/.test(field.value ?? '') ? field.value : check.refuse('invalid-value', field);
}

/** True for a field that is empty, or nothing but zeros. */
export function isBlank(field: NamedText): boolean {
  return /^0*$/.test(optionalText(field) ?? '');
}
