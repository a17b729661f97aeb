import { isDay, type Day } from '../../../../shared/domain/day.ts';
import {
  columnOf,
  textFields,
  type FieldName,
  type TextField,
} from '../../../../shared/domain/message/merge-field.ts';
import { noMergeValues, type MergeValues } from '../../../../shared/domain/message/compose.ts';
import type { Recipient } from '../../../../shared/domain/message/recipient.ts';
import { everyPart } from '../../../../shared/domain/message/template-parts.ts';
import type { Template } from '../../../../shared/domain/message/template.ts';

/** Somebody who does not exist, with a value for all that a text may ask of a list. */
export function inventedRow(template: Template, year: number): Recipient {
  const fields: readonly FieldName[] = [
    ...template.requires,
    ...everyPart([...template.subject, ...template.body]).flatMap(({ part }) =>
      part.kind === 'text' ? [] : [part.field],
    ),
  ];
  const headers = fields.flatMap((field) => columnOf(field) ?? []);
  return {
    row: 1,
    fiscalCode: 'FNTNCL70A01H501D',
    name: 'FINTI NICOLÒ',
    noticeNumber: '301026000000000220',
    cents: 6415,
    dueDay: dayIn(year),
    rata: { kind: 'rata', n: 1, of: 2 },
    debt: null,
    account: 'C0001',
    fields: { anno: String(year), ...Object.fromEntries(headers.map((header) => [header, `(${header})`])) },
  };
}

/** What does not come from the row: of the office where it is known, else invented. */
export function inventedValues(office: {
  readonly ente: string;
  readonly servizio: string;
  readonly contatti: string | null;
}): MergeValues {
  return {
    ...noMergeValues,
    ...office,
    contatti: office.contatti ?? 'Ufficio Tributi, tel. 0523 000000',
    immobili: ['Via dell’Inventata 1, foglio 3, particella 45, sub 2, categoria A/2, 85 mq'],
    texts: inventedTexts,
  };
}

const inventedTexts: Readonly<Record<TextField, string>> = {
  oggetto: 'L’oggetto che si scrive per la campagna',
  testo: 'Il testo che si scrive per la campagna, uguale per tutti quelli che lo ricevono.',
  messaggioErrato: 'L’oggetto del messaggio sbagliato',
  datoErrato: 'il dato sbagliato',
  datoCorretto: 'il dato giusto',
  cosaFare: 'Che cosa deve fare chi ha letto il messaggio.',
  prenotazione: 'Come si prenota.',
  cosaPortare: 'Che cosa si porta.',
  avvertenze: 'Le avvertenze.',
};

/** The texts of a campaign as far as they are written, over invented ones. */
export function withTexts(
  values: MergeValues,
  texts: Readonly<Partial<Record<TextField, string>>>,
): MergeValues {
  const written = textFields.filter((field) => (texts[field] ?? '').trim() !== '');
  return {
    ...values,
    texts: { ...values.texts, ...Object.fromEntries(written.map((field) => [field, texts[field]])) },
  };
}

function dayIn(year: number): Day {
  const day = `${year}-12-16`;
  if (!isDay(day)) throw new Error(`not a day: ${day}`);
  return day;
}
