import { parseAmount, parseItalianAmount, type Cents } from '../../../shared/domain/euro.ts';
import {
  tipiDocumento,
  tipiOperazione,
  type Movimento,
  type SospesoCoperto,
  type TipoDocumento,
  type TipoOperazione,
} from '../../../shared/domain/movimento.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { Check, cut, optionalText, verbatim, type ValueProblem } from '../check.ts';
import type { NamedText } from '../shape.ts';
import type { MovimentoFields } from './movimento-fields.ts';

/** Where a movement stands. */
export interface MovimentoPlace {
  readonly conto: string;
  readonly esercizio: number;
}

/** A movement, and the amounts that were not written as the schema wants. */
export interface ReadMovimento {
  readonly movimento: Movimento;
  readonly tolerated: readonly NamedText[];
}

/** Turns the texts of a movement into values, or says which one does not stand. */
export function toMovimento(
  fields: MovimentoFields,
  place: MovimentoPlace,
): Result<ReadMovimento, ValueProblem> {
  const check = new Check();
  const tolerated: NamedText[] = [];
  const verso = toVerso(fields.verso, check);
  const documento = toDocumento(fields.documento, check);
  const operazione = toOperazione(fields.operazione, check);
  const numero = check.text(fields.numero);
  const cents = toCents(fields.importo, check, tolerated);
  const date = check.day(fields.date);
  const valueDate = check.optionalDay(fields.valueDate);
  const sospesi = toSospesi(fields, check, tolerated);
  // Money that arrives is more than nothing; only what calls it back may bear a sign.
  if (documento === 'SOSPESO ENTRATA' && operazione === 'ESEGUITO' && cents !== null && cents <= 0)
    check.refuse('invalid-amount', fields.importo);
  const needed = check.all({ verso, documento, operazione, numero, cents, date });
  if (!needed.ok) return needed;
  return ok({
    movimento: {
      conto: place.conto,
      esercizio: place.esercizio,
      ...needed.value,
      numero: withoutZeros(needed.value.numero),
      valueDate,
      bolletta: toBolletta(fields.bolletta),
      bollettaStorno: toBolletta(fields.bollettaStorno),
      numeroMovimento: optionalText(fields.numeroMovimento),
      causali: fields.causali.values,
      endToEnd: verbatim(fields.endToEnd),
      bankTexts: fields.bankTexts.values,
      reference: verbatim(fields.reference),
      payer: optionalText(fields.payer),
      sospesi,
    },
    tolerated,
  });
}

/** `1000.00` by the schema; `1.234,56`, as some banks write it, is understood and told. */
function toCents(field: NamedText, check: Check, tolerated: NamedText[]): Cents | null {
  const text = check.text(field);
  if (text === null) return null;
  const strict = parseAmount(text);
  if (strict.ok) return strict.value;
  const italian = parseItalianAmount(text);
  if (!italian.ok) return check.refuse('invalid-amount', field);
  tolerated.push({ name: field.name, value: cut(text) });
  return italian.value;
}

function toVerso(field: NamedText, check: Check): 'ENTRATA' | 'USCITA' | null {
  const text = check.text(field)?.toUpperCase();
  if (text === undefined) return null;
  return text === 'ENTRATA' || text === 'USCITA' ? text : check.refuse('invalid-value', field);
}

function toDocumento(field: NamedText, check: Check): TipoDocumento | null {
  const text = check.text(field)?.toUpperCase().replace(/\s+/g, ' ');
  return text === undefined ? null : (tipiDocumento.find((tipo) => tipo === text) ?? 'ALTRO');
}

function toOperazione(field: NamedText, check: Check): TipoOperazione | null {
  const text = check.text(field)?.toUpperCase();
  if (text === undefined) return null;
  return tipiOperazione.find((tipo) => tipo === text) ?? check.refuse('invalid-value', field);
}

function toSospesi(fields: MovimentoFields, check: Check, tolerated: NamedText[]): readonly SospesoCoperto[] {
  const coperti: SospesoCoperto[] = [];
  for (const { numero, importo } of fields.sospesi.values) {
    const text = withoutZeros(optionalText(numero) ?? '');
    // Some banks write 0 where nothing is covered.
    if (text === '' || text === '0') continue;
    const cents =
      importo === null || optionalText(importo) === null ? null : toCents(importo, check, tolerated);
    coperti.push(cents === null ? { numero: text } : { numero: text, cents });
  }
  return coperti;
}

/** Zero is how banks write "none". */
function toBolletta(field: NamedText): string | null {
  const text = withoutZeros(optionalText(field) ?? '');
  return text === '' || text === '0' ? null : text;
}

function withoutZeros(numero: string): string {
  return numero.replace(/^0+(?=.)/, '');
}
