/** What a text may take from the row, from the settings or from the campaign. */
export const mergeFields = [
  'importo',
  'scadenza',
  'nome',
  'numeroAvviso',
  'rata',
  'rate',
  'anno',
  'immobili',
  'ente',
  'servizio',
  'contatti',
  // What a person writes once for a whole campaign.
  'oggetto',
  'testo',
  'messaggioErrato',
  'datoErrato',
  'datoCorretto',
  'cosaFare',
  'prenotazione',
  'cosaPortare',
  'avvertenze',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** What a person writes once for a whole campaign. */
export const textFields = [
  'oggetto',
  'testo',
  'messaggioErrato',
  'datoErrato',
  'datoCorretto',
  'cosaFare',
  'prenotazione',
  'cosaPortare',
  'avvertenze',
] as const satisfies readonly MergeField[];
export type TextField = (typeof textFields)[number];

/** A field, or a column of the list by its header: `colonna:Indirizzo`. */
export type FieldName = MergeField | `colonna:${string}`;

/** True for a field that a person fills once for a whole campaign. */
export function isTextField(text: string): text is TextField {
  return textFields.some((field) => field === text);
}

export function isMergeField(text: string): text is MergeField {
  return mergeFields.some((field) => field === text);
}

/** Reads what stands between `{{` and `}}`; null when there is no such field. */
export function fieldNamed(text: string): FieldName | null {
  const name = text.trim();
  const [, header] = /^colonna:\s*(\S.*)$/.exec(name) ?? [];
  if (header !== undefined) return `colonna:${header}`;
  return isMergeField(name) ? name : null;
}

/** The header that a field names; null for the fields that have a name of their own. */
export function columnOf(field: FieldName): string | null {
  return field.startsWith('colonna:') ? field.slice('colonna:'.length) : null;
}

/** A header without what people write differently: capitals, accents, blanks and marks. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
}

/** On a locked screen anybody can read a subject: these say something of one person. */
export function isPersonal(field: FieldName): boolean {
  return columnOf(field) !== null || personal.some((one) => one === field);
}

const personal: readonly MergeField[] = [
  'importo',
  'nome',
  'numeroAvviso',
  'immobili',
  'testo',
  'datoErrato',
  'datoCorretto',
];

/** Of some names the one that was probably meant; null when none is near. */
export function nearest<Name extends string>(written: string, names: readonly Name[]): Name | null {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  let best: { readonly name: Name; readonly steps: number } | null = null;
  for (const name of names) {
    const steps = stepsBetween(foldHeader(written.slice(0, 40)), foldHeader(name));
    if (steps <= allowed && (best === null || steps < best.steps)) best = { name, steps };
  }
  return best?.name ?? null;
}

/** How many characters have to be written, left out or changed to make one word of the other. */
function stepsBetween(one: string, other: string): number {
  let steps = other.length;
  let above = Array.from(other, (_, index) => index + 1);
  for (const [place, letter] of Array.from(one).entries()) {
    let corner = place;
    steps = place + 1;
    above = above.map((up, index) => {
      const change = corner + (letter === other[index] ? 0 : 1);
      corner = up;
      steps = Math.min(change, up + 1, steps + 1);
      return steps;
    });
  }
  return steps;
}
