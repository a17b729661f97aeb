import type { DocumentWarning } from '../../../shared/domain/document.ts';
import { cents, type Cents } from '../../../shared/domain/euro.ts';
import type { Movimento } from '../../../shared/domain/movimento.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { Check, optionalText, type ValueProblem } from '../check.ts';
import type { NamedText } from '../shape.ts';
import { isEuro, problemOf } from '../treasury/fields.ts';
import type { LineNumbers } from '../treasury/line-numbers.ts';
import { toMovimento } from '../treasury/to-movimento.ts';
import type { CbiRecord } from './records.ts';
import { readTexts } from './texts.ts';

/** A field of a record, named by its place: the format has no names of its own. */
function field(record: CbiRecord, name: string, from: number, to: number): NamedText {
  return { name: `${name} (posizioni ${from}-${to})`, value: record.at(from, to) };
}

/** `ddmmyy`, as the check of days understands it. */
function dayField(record: CbiRecord, name: string, from: number): NamedText {
  const { name: place, value } = field(record, name, from, from + 5);
  return { name: place, value: (value ?? '').replace(/^(\d\d)(\d\d)(\d\d)$/, '$1/$2/$3') };
}

/** An amount beside the letter that says whether it is owed to the holder. */
function signed(check: Check, sign: NamedText, amount: NamedText): Cents | null {
  const euro = check.euro(amount);
  if (euro === null) return null;
  if (sign.value === 'C') return euro;
  return sign.value === 'D' ? cents(0 - euro) : check.refuse('invalid-value', sign);
}

/** One account on one day (`61` to `64`): its movements are added up to be compared with the balances. */
export class Statement {
  readonly #conto: string;
  readonly #divisa: NamedText;
  /** Null when it cannot be read. */
  readonly #opening: Cents | null;
  #found = 0;
  #isWhole = true;

  constructor(record: CbiRecord) {
    this.#conto = contoOf(record);
    this.#divisa = field(record, 'divisa', 75, 77);
    this.#opening = balanceAt(record, 84);
  }

  /** The movement of a `62`, with the `63` that follow it. */
  movimento(
    record: CbiRecord,
    texts: readonly CbiRecord[],
    numberOf: LineNumbers,
  ): Result<Movimento, ValueProblem> {
    const check = new Check();
    if (!isEuro(this.#divisa)) check.refuse('invalid-value', this.#divisa);
    const date = check.italianDay(dayField(record, 'data contabile', 20));
    const valueDate = check.optionalItalianDay(dayField(record, 'data valuta', 14));
    const amount = field(record, 'importo', 27, 41);
    const euro = signed(check, field(record, 'segno', 26, 26), amount);
    if (euro === 0) check.refuse('invalid-amount', amount);
    if (check.problem !== null || date === null || euro === null) {
      this.#isWhole = false;
      return fail(problemOf(check));
    }
    this.#found += euro;
    const { causali: told, ...rest } = readTexts(texts);
    const own = optionalText(field(record, 'descrizione', 87, 120));
    const causali = told.length === 0 && own !== null ? [own] : told;
    const bankTexts = told.length === 0 || own === null ? rest.bankTexts : [...rest.bankTexts, own];
    const line = { conto: this.#conto, date, cents: euro, causali };
    const reference = optionalText(field(record, 'riferimento banca', 62, 77));
    return ok(
      toMovimento({
        ...line,
        ...rest,
        bankTexts,
        esercizio: null,
        numero: numberOf(line),
        valueDate,
        reference,
      }),
    );
  }

  /** What the closing balance of a `64` has against the movements that were found; null when it agrees. */
  close(record: CbiRecord): DocumentWarning | null {
    const stated = balanceAt(record, 20);
    if (stated === null || this.#opening === null || !this.#isWhole) return null;
    const foundCents = this.#opening + this.#found;
    if (foundCents === stated) return null;
    return { code: 'totals-disagree', field: 'saldo contabile', statedCents: stated, foundCents };
  }
}

function balanceAt(record: CbiRecord, from: number): Cents | null {
  return signed(new Check(), field(record, 'segno', from, from), field(record, 'saldo', from + 1, from + 15));
}

/** The IBAN, where the record tells all of it; else ABI, CAB and number. */
function contoOf(record: CbiRecord): string {
  const bban = record.at(52, 74);
  const iban = `${record.at(100, 103)}${bban}`;
  if (/^IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}$/.test(iban)) return iban;
  return [record.at(53, 57), record.at(58, 62), record.at(63, 74)]
    .map((part) => part.trim())
    .join(' ')
    .trim();
}
