import { fail, ok, type Result } from '../result.ts';
import { fieldNamed, mergeFields, nearest, type FieldName } from './merge-field.ts';
import type { TemplateComplaint, TemplateFlaw } from './template-complaint.ts';
import { everyPart, readParts, type Part } from './template-parts.ts';

/** What a message is about: of one kind a debt, or a person, gets one message. */
export const templateKinds = [
  'avviso',
  'rata',
  'sollecito-1',
  'sollecito-2',
  'sollecito-3',
  'proroga',
  'benvenuto',
  'cie-scadenza',
  'cie-scaduta',
  'errata',
  'errore',
  'generico',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** A text to be filled for each row of a list. */
export interface Template {
  /** The name of its file without ending: it never changes. */
  readonly name: string;
  /** For a person who chooses one. */
  readonly title: string;
  readonly description: string;
  readonly kind: TemplateKind;
  /** The service that it was written for. */
  readonly service: string | null;
  /** Does an avviso di pagamento ride along? */
  readonly withNotice: boolean;
  /** What a row must have besides the fields that the text cannot do without. */
  readonly requires: readonly FieldName[];
  readonly subject: readonly Part[];
  readonly subjectLine: number;
  readonly body: readonly Part[];
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

const keys = ['nome', 'descrizione', 'tipo', 'servizio', 'avviso', 'richiede', 'oggetto'] as const;
type Key = (typeof keys)[number];
const optionalKeys: ReadonlySet<Key> = new Set(['descrizione', 'servizio', 'richiede']);

interface Written {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** A key that is not there is missing from the first line. */
const notWritten: Written = { value: '', line: 1, column: 1 };

/**
 * Reads the file of a template: a header between two lines `---`, one `key: value` on each line, then the Markdown. Fails
 * with all that is wrong with its form; what is wrong with the text is told by `checkTemplate`.
 */
export function parseTemplate(name: string, source: string): Result<Template, readonly TemplateComplaint[]> {
  const complaints: TemplateComplaint[] = [];
  const complain = (complaint: TemplateComplaint): void => void complaints.push(complaint);
  const refuse = (line: number, flaw: TemplateFlaw): void => complain({ ...flaw, line, severity: 'refuses' });
  const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  if (lines[0]?.trimEnd() !== '---') {
    return fail([{ severity: 'refuses', code: 'header-missing', line: 1 }]);
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) return fail([{ severity: 'refuses', code: 'header-open', line: 1 }]);

  const header = readHeader(lines.slice(1, end), refuse);
  const writtenAs = (key: Key): Written => header.get(key) ?? notWritten;
  const get = (key: Key): string => writtenAs(key).value;
  const lineOf = (key: Key): number => writtenAs(key).line;
  for (const key of keys) {
    if (get(key) === '' && !optionalKeys.has(key)) refuse(lineOf(key), { code: 'key-missing', key });
  }
  const kind = templateKinds.find((one) => one === get('tipo'));
  if (kind === undefined && get('tipo') !== '') {
    const near = nearest(get('tipo'), templateKinds);
    refuse(lineOf('tipo'), { code: 'kind-unknown', kind: get('tipo'), nearest: near });
  }
  const withNotice = yesOrNo(get('avviso'));
  if (withNotice === null && get('avviso') !== '') {
    refuse(lineOf('avviso'), { code: 'not-yes-no', key: 'avviso', text: get('avviso') });
  }
  const requires = readRequires(get('richiede'), (field) =>
    refuse(lineOf('richiede'), { code: 'field-unknown', field, nearest: nearest(field, mergeFields) }),
  );
  const subject = readParts(get('oggetto'), lineOf('oggetto'), writtenAs('oggetto').column, complain);

  let first = end + 1;
  while (lines[first]?.trim() === '') first++;
  const body = readParts(lines.slice(first).join('\n').trimEnd(), first + 1, 1, complain);
  if (complaints.length > 0 || kind === undefined || withNotice === null) return fail(complaints);
  return ok({
    name,
    title: get('nome'),
    description: get('descrizione'),
    kind,
    service: get('servizio') || null,
    withNotice,
    requires,
    subject,
    subjectLine: lineOf('oggetto'),
    body,
    bodyLine: first + 1,
  });
}

function readHeader(
  lines: readonly string[],
  refuse: (line: number, flaw: TemplateFlaw) => void,
): ReadonlyMap<Key, Written> {
  const header = new Map<Key, Written>();
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    const [, before = '', name = '', value = ''] = /^(([^\s:][^:]*?)\s*:[ \t]*)(.*)$/.exec(text) ?? [];
    const key = keys.find((one) => one === name);
    if (text.trim() === '') continue;
    if (name === '') refuse(line, { code: 'header-line', text: text.trim() });
    else if (key === undefined)
      refuse(line, { code: 'key-unknown', key: name, nearest: nearest(name, keys) });
    else if (header.has(key)) refuse(line, { code: 'key-twice', key });
    else header.set(key, { value: value.trim(), line, column: before.length + 1 });
  }
  return header;
}

function yesOrNo(text: string): boolean | null {
  if (/^s[iì]$/i.test(text)) return true;
  return /^no$/i.test(text) ? false : null;
}

function readRequires(text: string, onUnknown: (field: string) => void): FieldName[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.flatMap((name) => {
    const field = fieldNamed(name);
    if (field === null) onUnknown(name);
    return field === null ? [] : [field];
  });
}

/** What a row, or the campaign, must say for a message to be made: without it the row is refused. */
export function requiredFields(template: Template): readonly FieldName[] {
  const always = everyPart([...template.subject, ...template.body]).flatMap(({ part, optional }) =>
    part.kind === 'field' && !optional ? [part.field] : [],
  );
  const ofNotice: readonly FieldName[] = template.withNotice ? ['numeroAvviso', 'importo'] : [];
  return [...new Set([...template.requires, ...ofNotice, ...always])];
}

/** Does the message tell a due date, in words or by its avviso? Then the app shows it above the text. */
export function tellsDueDay(template: Template): boolean {
  return (
    template.withNotice ||
    template.requires.includes('scadenza') ||
    everyPart([...template.subject, ...template.body]).some(
      ({ part }) => part.kind === 'field' && part.field === 'scadenza',
    )
  );
}
