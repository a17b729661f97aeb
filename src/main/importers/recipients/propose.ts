import { flawOfFiscalCode, plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import {
  listFields,
  type InstalmentColumns,
  type ListField,
  type ListProfile,
} from '../../../shared/domain/message/list-profile.ts';
import {
  dayChoices,
  decimalChoices,
  type ListProposal,
} from '../../../shared/domain/message/list-proposal.ts';
import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import {
  evidenceOfAmounts,
  evidenceOfDays,
  kindOfColumn,
  type ListCell,
} from '../../../shared/domain/profile-values.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Row } from '../table/table.ts';
import { cellAt } from './cells.ts';
import { fieldOfHeader } from './columns.ts';
import { findListColumns, namesOfColumns, type ListColumns } from './find-columns.ts';
import { openList } from './open-list.ts';

const samplesShown = 3;

/** Says what the columns of a list of people could be, by their headers and by what stands in them. Nothing is decided. */
export function proposeListProfile(source: ByteSource): Result<ListProposal, ListProblem> {
  const all = openList(source);
  if (!all.ok) return all;
  if (all.value.length === 0) return fail({ code: 'list-empty' });
  const found = columnsOf(all.value);
  if (!found.ok) return found;
  const { at, headers, places, instalments } = found.value;
  const rows = all.value.slice(at + 1);
  const guesses = new Map(listFields.map((field) => [places[field] ?? -1, field]));
  const columns = headers.map((header, index) => {
    const cells = rows.map((row) => cellAt(row, index)).filter(({ text }) => text !== '');
    return {
      header,
      kind: kindOfColumn(cells),
      samples: cells.slice(0, samplesShown).map(sampleOf),
      guess: guesses.get(index) ?? null,
    };
  });
  const written = (all.value[at]?.cells ?? []).map(({ text }) => text.trim());
  const asked = questions(rows, places, instalments);
  return ok({
    columns,
    headerRow: all.value[at]?.row ?? 1,
    profile: { name: '', headers: written, columns: places, instalments, ...asked.told },
    askDecimals: asked.askDecimals,
    askDays: asked.askDays,
  });
}

function columnsOf(rows: readonly Row[]): Result<ListColumns, ListProblem> {
  const found = findListColumns(rows);
  if (found.ok || found.problem.code !== 'list-column-missing') return found;
  return byValues(rows) ?? found;
}

/** A list whose headers nobody knows: its people are where the codici fiscali are. */
function byValues(rows: readonly Row[]): Result<ListColumns, ListProblem> | null {
  const first = rows.findIndex(({ cells }) => cells.some(({ text }) => isPerson(text)));
  const fiscalCode = rows[first]?.cells.findIndex(({ text }) => isPerson(text)) ?? -1;
  if (first < 1 || fiscalCode === -1) return null;
  const at = first - 1;
  const places: { [Field in ListField]?: number } = {};
  for (const [index, { text }] of (rows[at]?.cells ?? []).entries()) {
    const known = fieldOfHeader(text);
    if (known !== null && index !== fiscalCode) places[known.field] ??= index;
  }
  const notice = rows[first]?.cells.findIndex(({ text }) => /^3\d{17}$/.test(text.trim())) ?? -1;
  const placed = notice === -1 || places.notice !== undefined ? places : { ...places, notice };
  return ok({
    at,
    headers: namesOfColumns(rows[at]),
    places: { ...placed, fiscalCode },
    instalments: [],
  });
}

function isPerson(text: string): boolean {
  return flawOfFiscalCode(plainFiscalCode(text)) === null;
}

const longestSample = 200;

function sampleOf({ text, number }: ListCell): ListCell {
  const short = text.slice(0, longestSample);
  return number === undefined ? { text: short } : { text: short, number };
}

function questions(
  rows: readonly Row[],
  places: ListColumns['places'],
  instalments: readonly InstalmentColumns[],
): Pick<ListProposal, 'askDecimals' | 'askDays'> & { readonly told: Pick<ListProfile, 'decimals' | 'days'> } {
  const cellsIn = (indexes: readonly (number | null | undefined)[]): readonly ListCell[] =>
    indexes
      .filter((index) => index !== null && index !== undefined)
      .flatMap((index) => rows.map((row) => cellAt(row, index)))
      .filter(({ text }) => text !== '');
  const amounts = evidenceOfAmounts(cellsIn([places.amount, ...instalments.map(({ amount }) => amount)]));
  const days = evidenceOfDays(cellsIn([places.due, ...instalments.map(({ due }) => due)]));
  return {
    askDecimals:
      amounts.told === null && amounts.example !== null
        ? { example: amounts.example, choices: decimalChoices(amounts.example) }
        : null,
    askDays:
      days.told === null && days.example !== null ? { example: days.example, choices: dayChoices } : null,
    told: { decimals: amounts.told, days: days.told },
  };
}
