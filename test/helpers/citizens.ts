import { flawOfFiscalCode } from '../../src/shared/domain/message/fiscal-code.ts';

const consonants = 'BCDFGLMNPRSTVZ';

/** Somebody invented, one for each number up to some ten thousands; the check character is right. */
export function citizen(n: number): string {
  const letters = Array.from({ length: 6 }, (_, i) => consonants[Math.floor(n / 14 ** i) % 14] ?? 'B').join(
    '',
  );
  const open = `${letters}80A01H501`;
  const flaw = flawOfFiscalCode(`${open}A`);
  if (flaw === null) return `${open}A`;
  if (flaw.code !== 'cf-check') throw new Error(`no citizen ${n}: ${flaw.code}`);
  return `${open}${flaw.expected}`;
}

/** A numero avviso with right check digits, one for each number; `prefix` tells lists apart. */
export function notice(n: number, prefix = '301'): string {
  const open = `${prefix}${String(n).padStart(13, '0')}`;
  return `${open}${String(Number(open) % 93).padStart(2, '0')}`;
}

/** One line of a list. */
export interface ListRow {
  readonly fiscalCode: string;
  readonly notice: string;
  readonly amount: string;
  /** As in Italian lists. */
  readonly due: string;
}

export function row(n: number, different: Partial<ListRow> = {}): ListRow {
  return { fiscalCode: citizen(n), notice: notice(n), amount: '128,30', due: '16/12/2026', ...different };
}

export function rows(count: number, from = 1): ListRow[] {
  return Array.from({ length: count }, (_, i) => row(from + i));
}

export function listOf(all: readonly ListRow[]): string {
  return [
    'Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza',
    ...all.map((one, i) => [one.fiscalCode, `Persona ${i + 1}`, one.notice, one.amount, one.due].join(';')),
  ].join('\n');
}
