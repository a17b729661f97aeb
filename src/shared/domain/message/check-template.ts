import { parseAppMarkdown, shownText } from './app-markdown.ts';
import { escapeMarkdown } from './escape.ts';
import { limits } from './check-request.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { isReminder } from './kind.ts';
import { isPersonal, type FieldName } from './merge-field.ts';
import type { TemplateComplaint, TemplateFlaw } from './template-complaint.ts';
import { everyPart, fillParts, type Part } from './template-parts.ts';
import type { Template } from './template.ts';
import { saysIgnore, subjectWords, typedData, wordsToWeigh } from './template-words.ts';

type Severity = TemplateComplaint['severity'];
type Tell = (severity: Severity, line: number, flaw: TemplateFlaw, column?: number) => void;

/**
 * What is wrong with a text, whatever row it will be filled from; in the order of its lines. `ente` is the name that the
 * app already shows above every message.
 */
export function checkTemplate(
  template: Template,
  { ente = null }: { readonly ente?: string | null } = {},
): TemplateComplaint[] {
  const complaints: TemplateComplaint[] = [];
  const tell: Tell = (severity, line, flaw, column) =>
    complaints.push({ ...flaw, severity, line, ...(column !== undefined && { column }) });
  checkSubject(template, ente, tell);
  checkLength('body', template.body, template.bodyLine, tell);
  checkTexts(template.body, tell);
  checkMarkdown(template, tell);
  if (isReminder(template.kind) && !saysIgnore(fixedText(template.body))) {
    tell('refuses', template.bodyLine, { code: 'reminder-without-ignore' });
  }
  return complaints.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}

function checkSubject({ subject, subjectLine }: Template, ente: string | null, tell: Tell): void {
  checkLength('subject', subject, subjectLine, tell);
  checkTexts(subject, tell);
  for (const { part } of everyPart(subject)) {
    if (part.kind === 'text') continue;
    const { line, column } = part.kind === 'field' ? part : { line: subjectLine, column: undefined };
    if (isPersonal(part.field))
      tell('refuses', line, { code: 'personal-in-subject', field: part.field }, column);
    if (part.field === 'ente') tell('warns', line, { code: 'subject-names-ente' }, column);
  }
  for (const code of subjectWords(fixedText(subject), ente)) tell('warns', subjectLine, { code });
}

/** Too long whatever the fields say, or too short because there are none. */
function checkLength(which: 'subject' | 'body', parts: readonly Part[], line: number, tell: Tell): void {
  const { min, max } = limits[which];
  const shortest = fillParts(parts, { has: () => false, write: () => 'x' }).text.length;
  if (shortest > max) tell('refuses', line, { code: `${which}-too-long`, length: shortest, max });
  const grows = everyPart(parts).some(({ part }) => part.kind === 'field');
  const longest = fillParts(parts, { has: () => true, write: () => '' }).text.length;
  if (!grows && longest < min) tell('refuses', line, { code: `${which}-too-short`, length: longest, min });
}

/** What stands in the text itself, outside the fields. */
function checkTexts(parts: readonly Part[], tell: Tell): void {
  for (const { part } of everyPart(parts)) {
    if (part.kind !== 'text') continue;
    for (const [index, text] of part.text.split('\n').entries()) {
      const line = part.line + index;
      const columnOf = (at: number): number => at + (index === 0 ? part.column : 1);
      for (const { at, ...flaw } of typedData(text)) tell('refuses', line, flaw, columnOf(at));
      for (const { at, ...flaw } of wordsToWeigh(text)) tell('warns', line, flaw, columnOf(at));
    }
  }
}

function fixedText(parts: readonly Part[]): string {
  return fillParts(parts, { has: () => true, write: () => '' }).text;
}

/** Fields are filled with marks that would show if anything of a value were lost, or taken for Markdown. */
function checkMarkdown(template: Template, tell: Tell): void {
  const places: { readonly field: FieldName; readonly line: number; readonly column: number }[] = [];
  for (const { part } of everyPart(template.body)) if (part.kind === 'field') places.push(part);
  let next = 0;
  const { text, lines } = fillParts(template.body, {
    has: () => true,
    write: (field) => `${field === 'immobili' ? '- ' : ''}${escapeMarkdown(probe(next++))}`,
  });
  const lineAt = (line: number): number => lines[line - 1] ?? template.bodyLine;

  for (const { line, ...flaw } of readFrontMatter(text).flaws) {
    tell(flaw.code === 'cta-text-long' ? 'warns' : 'refuses', lineAt(line), flaw);
  }
  const { head, body, lines: above } = splitFrontMatter(text);
  const shown = shownText(text);
  for (const [index, { field, line, column }] of places.entries()) {
    if (head?.some((one) => one.includes(escapeMarkdown(probe(index)))) === true) {
      tell('refuses', line, { code: 'field-in-front-matter', field }, column);
    } else if (!shown.includes(probe(index)))
      tell('refuses', line, { code: 'field-not-shown', field }, column);
    else if (field === 'immobili' && !shown.split('\n').includes(`• ${probe(index)}`)) {
      tell('refuses', line, { code: 'properties-not-alone' }, column);
    }
  }

  const { dropped } = parseAppMarkdown(body);
  const inTables = new Set<number>();
  for (const { what, line, text: lost } of dropped) {
    tell('refuses', lineAt(above + line), { code: `dropped-${what}`, text: lost });
    if (what === 'table') for (let i = 0; i < lost.split('\n').length; i++) inTables.add(line + i);
  }
  let blank = 0;
  for (const [index, line] of body.split('\n').entries()) {
    blank = line.trim() === '' ? blank + 1 : 0;
    if (blank === 3) tell('warns', lineAt(above + index + 1), { code: 'blank-lines' });
    // The copy by e-mail begins after the last of them, wherever it stands.
    if (line.includes('---') && !inTables.has(index + 1)) {
      tell('refuses', lineAt(above + index + 1), { code: 'rule-in-body' });
    }
  }
}

const probe = (index: number): string => `[*${index}*]`;
