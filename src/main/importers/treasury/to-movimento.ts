import type { Reading } from '../../../shared/domain/document.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { cents, type Cents } from '../../../shared/domain/euro.ts';
import type { Movimento } from '../../../shared/domain/movimento.ts';

/** A movement as the lists of treasurers and banks tell it. */
export interface TreasuryLine {
  readonly conto: string;
  /** The year of its number; null for that of its day. */
  readonly esercizio: number | null;
  readonly numero: string;
  /** Negative for a debit. */
  readonly cents: Cents;
  readonly date: Day;
  readonly valueDate: Day | null;
  readonly causali: readonly string[];
  readonly bolletta?: string | null;
  readonly endToEnd?: string | null;
  readonly bankTexts?: readonly string[];
  readonly reference?: string | null;
  readonly payer?: string | null;
}

/** A credit is money that arrived; a debit is kept as a fact, and is no provvisorio of entrata. */
export function toMovimento(line: TreasuryLine): Movimento {
  const isDebit = line.cents < 0;
  return {
    conto: line.conto,
    esercizio: line.esercizio ?? Number(line.date.slice(0, 4)),
    numero: line.numero,
    verso: isDebit ? 'USCITA' : 'ENTRATA',
    documento: isDebit ? 'SOSPESO USCITA' : 'SOSPESO ENTRATA',
    operazione: 'ESEGUITO',
    cents: cents(Math.abs(line.cents)),
    date: line.date,
    valueDate: line.valueDate,
    bolletta: line.bolletta ?? null,
    bollettaStorno: null,
    numeroMovimento: null,
    causali: line.causali,
    endToEnd: line.endToEnd ?? null,
    bankTexts: line.bankTexts ?? [],
    reference: line.reference ?? null,
    payer: line.payer ?? null,
    sospesi: [],
  };
}

export function movimentoReading(movimento: Movimento): Reading {
  return { type: 'movimento', movimento };
}

/** A list whose lines, or nobody, tell the conto. */
export function estrattoReading(layout: string, conto = ''): Reading {
  return { type: 'estratto', header: { layout, conto } };
}

/** Stands for the numero provvisorio where a list tells only the bolletta, which is another number. */
export function numeroOfBolletta(bolletta: string): string {
  return `B-${bolletta}`;
}
