/** A button under a message. */
export interface Cta {
  readonly text: string;
  /** As the app wants it: `iohandledlink://https://…` or `ioit://…`. */
  readonly action: string;
}

export interface Ctas {
  readonly it: readonly Cta[];
  readonly en: readonly Cta[];
}

/** What is wrong with the front matter of a message; `line` counts from 1, of the whole text. */
export type FrontMatterFlaw =
  /** The app reads no YAML with tabs. */
  | { readonly code: 'front-matter-tab'; readonly line: number }
  /** The app would say that the message cannot be shown. */
  | { readonly code: 'front-matter-invalid'; readonly line: number; readonly text: string }
  | { readonly code: 'front-matter-open'; readonly line: number }
  | { readonly code: 'cta-action'; readonly line: number; readonly action: string }
  | { readonly code: 'cta-incomplete'; readonly line: number }
  | { readonly code: 'cta-without-italian'; readonly line: number }
  | { readonly code: 'cta-text-long'; readonly line: number; readonly text: string };

/** Longer words do not fit on a button. */
export const longestButton = 20;

/** A text that begins with `---` has front matter up to the next such line; null when that line is missing. */
export function splitFrontMatter(markdown: string): {
  readonly head: readonly string[] | null;
  readonly body: string;
  /** Lines before the body. */
  readonly lines: number;
} {
  if (!/^---[ \t]*(?:\r?\n|$)/.test(markdown)) return { head: null, body: markdown, lines: 0 };
  const lines = markdown.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  // Without an end the app takes all of it for front matter, and shows nothing.
  if (end === -1) return { head: lines.slice(1), body: '', lines: lines.length };
  return { head: lines.slice(1, end), body: lines.slice(end + 1).join('\n'), lines: end + 1 };
}

/** Reads the buttons of a message, and what is wrong with them. None is wrong when there is no front matter. */
export function readFrontMatter(markdown: string): {
  readonly ctas: Ctas;
  readonly flaws: readonly FrontMatterFlaw[];
} {
  const { head, lines } = splitFrontMatter(markdown);
  const flaws: FrontMatterFlaw[] = [];
  if (head === null) return { ctas: { it: [], en: [] }, flaws };
  if (lines === head.length + 1) flaws.push({ code: 'front-matter-open', line: 1 });
  else if (head.some((line) => line.includes('\t'))) {
    flaws.push({ code: 'front-matter-tab', line: head.findIndex((line) => line.includes('\t')) + 2 });
  } else {
    const drafts = readDrafts(head, flaws);
    if (flaws.length === 0) checkDrafts(drafts, flaws);
    return { ctas: { it: ctasOf(drafts, 'it'), en: ctasOf(drafts, 'en') }, flaws };
  }
  return { ctas: { it: [], en: [] }, flaws };
}

interface Draft {
  readonly language: string;
  readonly name: string;
  readonly line: number;
  readonly values: Map<string, { readonly value: string; readonly line: number }>;
}

const language = /^(it|en):\s*$/;
const button = /^ {2}(cta_[12]):\s*$/;
const value = /^ {4}(text|action):\s+(.+)$/;

/** Of all of YAML only what buttons need: two levels of names, each value on its line. */
function readDrafts(head: readonly string[], flaws: FrontMatterFlaw[]): Draft[] {
  const drafts: Draft[] = [];
  const languages = new Set<string>();
  let current: string | null = null;
  let draft: Draft | null = null;
  for (const [index, text] of head.entries()) {
    const line = index + 2;
    const invalid = (): void => void flaws.push({ code: 'front-matter-invalid', line, text: text.trim() });
    // One flaw makes nonsense of all that follows.
    if (flaws.length > 0) break;
    if (text.trim() === '') continue;
    const [, named] = language.exec(text) ?? [];
    const [, called] = button.exec(text) ?? [];
    const [, key = '', written] = value.exec(text) ?? [];
    if (named !== undefined && !languages.has(named)) {
      languages.add(named);
      current = named;
      draft = null;
    } else if (
      called !== undefined &&
      current !== null &&
      !drafts.some((one) => one.language === current && one.name === called)
    ) {
      draft = { language: current, name: called, line, values: new Map() };
      drafts.push(draft);
    } else if (written !== undefined && draft !== null && !draft.values.has(key)) {
      const said = scalarOf(written.trim());
      if (said === null) invalid();
      else draft.values.set(key, { value: said, line });
    } else invalid();
  }
  if (drafts.length === 0 && flaws.length === 0)
    flaws.push({ code: 'front-matter-invalid', line: 1, text: '---' });
  return drafts;
}

/** A value in quotes, or one that YAML takes for nothing but text. */
function scalarOf(written: string): string | null {
  const [, inDouble] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(written) ?? [];
  if (inDouble !== undefined) return inDouble.replaceAll(/\\(["\\])/g, '$1');
  const [, inSingle] = /^'((?:[^']|'')*)'$/.exec(written) ?? [];
  if (inSingle !== undefined) return inSingle.replaceAll("''", "'");
  const isPlain = !/^[-?:,[\]{}#&*!|>'"%@`]/.test(written) && !/: |:$| #/.test(written);
  return isPlain ? written : null;
}

const actions = /^(?:iohandledlink:\/\/(?:https?:\/\/|mailto:|tel:|sms:)\S+|ioit:\/\/\S+)$/;

function checkDrafts(drafts: readonly Draft[], flaws: FrontMatterFlaw[]): void {
  for (const { line, values } of drafts) {
    const [text, action] = [values.get('text'), values.get('action')];
    if (text === undefined || action === undefined) flaws.push({ code: 'cta-incomplete', line });
    if (action !== undefined && !actions.test(action.value)) {
      flaws.push({ code: 'cta-action', line: action.line, action: action.value });
    }
    if (text !== undefined && text.value.length > longestButton) {
      flaws.push({ code: 'cta-text-long', line: text.line, text: text.value });
    }
  }
  if (!drafts.some((draft) => draft.language === 'it' && draft.name === 'cta_1')) {
    flaws.push({ code: 'cta-without-italian', line: 2 });
  }
}

function ctasOf(drafts: readonly Draft[], of: string): Cta[] {
  return drafts
    .filter((draft) => draft.language === of)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ values }) => {
      const [text, action] = [values.get('text'), values.get('action')];
      return text === undefined || action === undefined ? [] : [{ text: text.value, action: action.value }];
    });
}
