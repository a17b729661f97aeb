import type { CitizenExtract, ExtractKind, ExtractSection } from '../../shared/domain/extract.ts';
import { italianDay, many } from '../../shared/wording/figures.ts';
import type { Cell, Row, Sheet, Workbook } from './workbook/model.ts';

const widths: Readonly<Record<ExtractKind, number>> = { text: 24, long: 60, euro: 14, day: 13, count: 9 };

/** What is kept about one citizen, for the citizen: a sheet for each kind of thing, and one that says what they are. */
export function citizenWorkbook(
  { codiceFiscale, sections }: CitizenExtract,
  told: { readonly ente: string; readonly today: string; readonly now: string },
): Workbook {
  const found = sections.filter(({ rows }) => rows.length > 0);
  return {
    title: 'Estratto per il cittadino',
    ente: told.ente,
    created: told.now,
    sheets: [cover(codiceFiscale, sections, told), ...found.map(sheetOf)],
  };
}

const line = (...cells: Cell[]): Row => ({ cells });

function cover(
  codiceFiscale: string,
  sections: readonly ExtractSection[],
  { ente, today }: { readonly ente: string; readonly today: string },
): Sheet {
  return {
    name: 'Estratto',
    columns: [
      { width: 34, kind: 'text' },
      { width: 70, kind: 'long' },
    ],
    header: null,
    listed: 0,
    printed: 2,
    rows: [
      [
        line({ look: 'title', value: 'Estratto dei dati personali' }),
        line('Ente', ente),
        line('Codice fiscale', codiceFiscale),
        line('Data', italianDay(today)),
        line(null),
        ...sections.map(({ title, rows }) => line(title, many(rows.length, 'riga', 'righe'))),
        line(null),
        line('Che cos’è', about),
      ],
    ],
  };
}

const about =
  'Ciò che il programma Tre Pallini tiene su questo codice fiscale (art. 15 del Regolamento (UE) 2016/679), con il file e la riga da cui viene. Il programma è una copia di lavoro: gli originali stanno nel protocollo e nei gestionali dell’ente.';

function sheetOf({ title, columns, rows }: ExtractSection): Sheet {
  const header = columns.map(({ title: head, kind }): Cell => ({
    look: kind === 'euro' ? 'headerOfNumbers' : 'header',
    value: head,
  }));
  return {
    name: title,
    columns: columns.map(({ kind }) => ({ width: widths[kind], kind })),
    header: 1,
    listed: rows.length,
    printed: columns.length,
    rows: [[{ cells: header }, ...rows.map((cells) => ({ cells }))]],
  };
}
