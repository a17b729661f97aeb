import { limits } from '../../domain/message/check-request.ts';
import { euro } from '../figures.ts';

/** A part of the request by its name in it, or by its path, as the office calls it, with its article. */
export function sayField(field: string): string {
  const name = lastOf(field);
  return fields.get(name)?.name ?? (name === '' ? 'il messaggio' : `il campo «${name}»`);
}

/** What a part of the request must be: `dev’essere di 18 cifre`; null where nobody knows. */
export function sayWhatFieldMustBe(field: string): string | null {
  return fields.get(lastOf(field))?.mustBe ?? null;
}

/** `amount` of `content.payment_data.amount`. */
function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

interface FieldWords {
  readonly name: string;
  readonly mustBe: string;
}

const { subject, body, amount } = limits;

const fields: ReadonlyMap<string, FieldWords> = new Map<string, FieldWords>([
  [
    'fiscal_code',
    {
      name: 'il codice fiscale',
      mustBe: 'dev’essere quello di una persona, di 16 caratteri, con lettere e cifre al loro posto',
    },
  ],
  ['subject', { name: 'il titolo', mustBe: `deve avere da ${subject.min} a ${subject.max} caratteri` }],
  [
    'markdown',
    {
      name: 'il testo',
      mustBe: `deve avere da ${body.min} a ${body.max.toLocaleString('it-IT')} caratteri`,
    },
  ],
  ['due_date', { name: 'la scadenza', mustBe: 'dev’essere un giorno che esiste' }],
  ['payment_data', { name: 'i dati del pagamento', mustBe: 'devono avere numero avviso e importo' }],
  ['amount', { name: 'l’importo', mustBe: `dev’essere da ${euro(amount.min)} a ${euro(amount.max)}` }],
  [
    'notice_number',
    { name: 'il numero avviso', mustBe: 'dev’essere di 18 cifre e cominciare con 0, 1, 2 o 3' },
  ],
]);
