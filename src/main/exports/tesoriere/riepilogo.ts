import { italianDay, sayMoment, sayPeriod } from '../../../shared/wording/figures.ts';
import { sayDifference } from '../../../shared/wording/difference.ts';
import type { Head } from '../open-format.ts';
import type { Cell, Row, Sheet } from '../workbook/model.ts';

/** A figure of the ledger, and the formulas that reckon the same from the other sheets. */
export interface Figure {
  readonly says: string;
  readonly capitolo?: string | null;
  readonly accertamento?: string | null;
  readonly count: number;
  readonly cents: number;
  /** Of the row they stand in, which they may name. */
  readonly formulas: (row: number) => { readonly count: string; readonly cents: string };
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

export interface Summary {
  readonly head: Head;
  /** The name of the service, where only one is told. */
  readonly service: string | null;
  readonly difference: { readonly count: number; readonly cents: number };
  readonly sections: readonly Section[];
}

const widths = [46, 13, 16, 12, 18, 21, 21, 14] as const;
const titles = [
  'Voce',
  'Capitolo',
  'Accertamento',
  'Numero',
  'Importo',
  'Numero nei fogli',
  'Importo nei fogli',
  'Verifica',
] as const;

/** The first sheet: whose figures, of when, and that every one is the sum of what the other sheets list. */
export function summarySheet(summary: Summary): Sheet {
  const rows: Row[] = introduction(summary).map((cell) => ({ cells: [cell] }));
  for (const { title, figures } of summary.sections) {
    if (figures.length === 0) continue;
    rows.push({ cells: [] });
    rows.push({ cells: titles.map((_, i) => ({ look: 'section', value: i === 0 ? title : null })) });
    rows.push({
      cells: titles.map((value, i) => ({ look: i >= 3 && i <= 6 ? 'headerOfNumbers' : 'header', value })),
    });
    for (const figure of figures) rows.push({ cells: figureCells(figure, rows.length + 1) });
  }
  return {
    name: 'Riepilogo',
    columns: widths.map((width) => ({ width, kind: 'text' })),
    header: null,
    listed: 0,
    printed: widths.length,
    rows: [rows],
  };
}

function introduction({ head, service, difference }: Summary): Cell[] {
  const { ente, generato, oggi, filtro } = head;
  const { dal, al, chiaro } = filtro;
  return [
    { look: 'title', value: `Riconciliazione pagoPA · ${ente?.denominazione ?? 'ente non indicato'}` },
    ...(ente === null ? [] : [note(`Codice fiscale dell’ente ${ente.codiceFiscale}`)]),
    note(`Situazione al ${italianDay(oggi)}, esportata il ${sayMoment(generato)}`),
    note(`Periodo: ${sayLimits(dal, al)}. Servizio: ${service ?? 'tutti'}.`),
    note(
      chiaro
        ? 'Contiene nomi e codici fiscali in chiaro: va conservato e trasmesso come dato personale.'
        : 'I nomi e i codici fiscali dei debitori sono coperti; causali e ordinanti sono come li scrive la banca, senza codici fiscali.',
    ),
    { look: 'strong', value: sayDifference(difference) },
    note(
      'Ogni cifra viene dal registro; accanto, la stessa ricalcolata dai fogli di questa cartella. «quadra»: vanno d’accordo al centesimo.',
    ),
  ];
}

const note = (value: string): Cell => ({ look: 'note', value });

function sayLimits(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return sayPeriod(from, to);
  if (from !== null) return `dal ${italianDay(from)}`;
  return to === null ? 'tutto' : `fino al ${italianDay(to)}`;
}

function figureCells({ says, capitolo, accertamento, count, cents, formulas }: Figure, row: number): Cell[] {
  const reckoned = formulas(row);
  return [
    says,
    capitolo ?? null,
    accertamento ?? null,
    { look: 'plainCount', value: count },
    { look: 'plainEuro', value: cents },
    { look: 'plainCount', value: count, formula: reckoned.count },
    { look: 'plainEuro', value: cents, formula: `ROUND(${reckoned.cents},2)` },
    {
      look: 'good',
      value: 'quadra',
      formula: `IF(AND(D${row}=F${row},ROUND(E${row}-G${row},2)=0),"quadra","NON QUADRA")`,
    },
  ];
}
