import { fieldNamed, mergeFields, nearest, type FieldName } from './merge-field.ts';
import type { TemplateComplaint } from './template-complaint.ts';

/** A text with its fields, in the order in which they stand. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly line: number; readonly column: number }
  | { readonly kind: 'field'; readonly field: FieldName; readonly line: number; readonly column: number }
  /** What is left out where the field has no value. */
  | { readonly kind: 'if'; readonly field: FieldName; readonly parts: readonly Part[] };

const mark = /\{\{([^{}\n]*)\}\}/g;

/**
 * Reads `{{field}}` and `{{#se field}}…{{/se}}`; `line` and `column` are where the text begins in its file. A mark of an
 * optional part that has a line for itself takes the line away with it.
 */
export function readParts(
  text: string,
  line: number,
  column: number,
  complain: (complaint: TemplateComplaint) => void,
): readonly Part[] {
  const whole: Part[] = [];
  let open: { readonly field: FieldName; readonly parts: Part[]; readonly line: number } | null = null;
  let done = 0;
  let at = { line, column };

  /** Takes the text up to a place, and goes there. */
  function takeText(end: number): void {
    const taken = text.slice(done, end);
    if (taken !== '') (open?.parts ?? whole).push({ kind: 'text', text: taken, ...at });
    if (taken.includes('{{')) {
      complain({
        severity: 'refuses',
        code: 'field-open',
        ...after(at, taken.slice(0, taken.indexOf('{{'))),
      });
    }
    at = after(at, taken);
    done = end;
  }

  for (const found of text.matchAll(mark)) {
    const [marked, inside = ''] = found;
    takeText(found.index);
    const place = at;
    const [, conditional] = /^\s*#se\s+(.*)$/.exec(inside) ?? [];
    const isEnd = inside.trim() === '/se';
    const written = (conditional ?? inside).trim();
    const field = isEnd ? null : fieldNamed(written);
    if (isEnd) {
      if (open === null) complain({ severity: 'refuses', code: 'part-not-opened', ...place });
      else whole.push({ kind: 'if', field: open.field, parts: open.parts });
      open = null;
    } else if (field === null) {
      complain({
        severity: 'refuses',
        code: 'field-unknown',
        field: written,
        nearest: nearest(written, mergeFields),
        ...place,
      });
    } else if (conditional === undefined) {
      (open?.parts ?? whole).push({ kind: 'field', field, ...place });
    } else if (open === null) open = { field, parts: [], line: place.line };
    else complain({ severity: 'refuses', code: 'part-in-part', field: written, ...place });
    at = { line: place.line, column: place.column + marked.length };
    done = found.index + marked.length;
    const isAlone = (found.index === 0 || text[found.index - 1] === '\n') && text[done] === '\n';
    if ((isEnd || conditional !== undefined) && isAlone) {
      done++;
      at = { line: at.line + 1, column: 1 };
    }
  }
  takeText(text.length);
  if (open !== null) {
    complain({ severity: 'refuses', code: 'part-open', field: open.field, line: open.line });
  }
  return whole;
}

function after(
  { line, column }: { readonly line: number; readonly column: number },
  text: string,
): { readonly line: number; readonly column: number } {
  const last = text.lastIndexOf('\n');
  if (last === -1) return { line, column: column + text.length };
  return { line: line + text.split('\n').length - 1, column: text.length - last };
}

/** The parts of all depths; `optional` tells those that may be left out. */
export function everyPart(
  parts: readonly Part[],
  optional = false,
): { readonly part: Part; readonly optional: boolean }[] {
  return parts.flatMap((part) =>
    part.kind === 'if' ? [{ part, optional }, ...everyPart(part.parts, true)] : [{ part, optional }],
  );
}

/** What fills the fields of a text. */
export interface Fill {
  /** Is there anything to say? */
  has(field: FieldName): boolean;
  /** What to write in its place. */
  write(field: FieldName): string;
}

/** The text with its fields filled. `lines` holds for each line of it the line of the file that it comes from. */
export function fillParts(
  parts: readonly Part[],
  fill: Fill,
): { readonly text: string; readonly lines: readonly number[] } {
  const written: string[] = [];
  const lines: number[] = [];
  let isNewLine = true;
  const add = (text: string, line: number): void => {
    if (text === '') return;
    const [first, ...others] = text.split('\n');
    if (isNewLine) lines[Math.max(0, lines.length - 1)] = line;
    for (const [index] of others.entries()) lines.push(line + index + 1);
    isNewLine = others.length > 0 ? others.at(-1) === '' : isNewLine && first === '';
    written.push(text);
  };
  const walk = (some: readonly Part[]): void => {
    for (const part of some) {
      if (part.kind === 'text') add(part.text, part.line);
      else if (part.kind === 'field') add(fill.write(part.field), part.line);
      else if (fill.has(part.field)) walk(part.parts);
    }
  };
  walk(parts);
  return { text: written.join(''), lines };
}
