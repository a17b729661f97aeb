/** What both grids show: twelve columns, the fourth a word that the yardstick wraps in a badge. */
export const columns = Array.from({ length: 12 }, (_, column) => `Colonna ${column + 1}`);

/** As many as fit under the height that browsers allow. */
export const count = 900_000;
export const rowHeight = 36;
export const badgeColumn = 3;

const states = ['Riconciliato', 'In attesa', 'Da guardare'];

export function cellText(row: number, column: number): string {
  return column === badgeColumn
    ? (states[row % states.length] ?? '')
    : `${column}-${(row * 7_919) % 1_000_003}`;
}
