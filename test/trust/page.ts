import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Claim } from './claim.ts';

/** What became of a claim in a run: `unproven` when no test of it ran, or none told a figure. */
export interface Outcome {
  readonly claim: Claim;
  readonly state: keyof typeof words;
  readonly figures: readonly string[];
}

export const words = {
  passed: 'riuscita',
  failed: 'FALLITA',
  unproven: 'NON PROVATA',
  'not-here': 'non qui',
} as const;

const file = 'docs/affidabilita.md';
const mark = '<!-- Da qui in poi la pagina è scritta da `npm run trust -- --scrivi`. -->';

/** The areas in the order of the page; the letter is the first of an id. */
const areas: Readonly<Record<string, string>> = {
  R: 'Niente si perde e niente si raddoppia',
  K: 'Copie e ripristini interrotti',
  H: 'File e richieste ostili',
  F: 'Dati a caso',
  E: 'La finestra di Electron',
  L: 'La porta locale del browser',
  P: 'Dati personali e chiavi',
  S: 'Le parti di altri',
};

/** Puts the figures of this run in the place of the last ones; what was not tried now stays as it was found then. */
export function writePage(outcomes: readonly Outcome[]): void {
  const page = readFileSync(file, 'utf8');
  const head = page.slice(0, page.indexOf(mark) + mark.length);
  const found = new Map([
    ...told(page),
    ...outcomes.map((outcome) => [outcome.claim.id, promise(outcome)] as const),
  ]);
  const sections = Object.entries(areas).map(([letter, title]) => {
    const own = [...found].filter(([id]) => id.startsWith(letter)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const promises = own.map(([, text]) => text);
    return [`## ${title}`, counted(promises), ...promises].join('\n\n');
  });
  writeFileSync(file, `${head}\n\n${sections.join('\n\n')}\n`);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}

/** The promises of a page, by their ids. */
function told(page: string): (readonly [string, string])[] {
  const promises = page.matchAll(/^### ([A-Z]\d\d) · [\s\S]*?(?=\n+#{2,3} |\s*$(?![\s\S]))/gm);
  return [...promises].map(({ 0: text, 1: id = '' }) => [id, text]);
}

function counted(promises: readonly string[]): string {
  const count = (word: string): number =>
    promises.filter((text) => text.includes(`\n- **${capital(word)}**`)).length;
  return `${Object.values(words)
    .filter((word) => count(word) > 0)
    .map((word) => `${word}: ${count(word)}`)
    .join(' · ')}.`;
}

function promise({ claim, state, figures }: Outcome): string {
  const { id, tries, target, proof } = claim;
  const lines = [
    `- **Traguardo**: ${target}`,
    `- **${capital(words[state])}**${figures.length === 1 ? `: ${figures[0] ?? ''}` : ''}`,
    ...(figures.length > 1 ? figures.map((figure) => `  - ${figure}`) : []),
    ...('seenToFail' in proof ? [`- **Vista fallire senza**: ${proof.seenToFail}`] : []),
  ];
  return `### ${id} · ${tries}\n\n${lines.map(plain).join('\n')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Figures are words, not Markdown: what looks like a tag is shown as it is. */
const plain = (line: string): string => line.replaceAll(/<(?=\S)/g, String.raw`\<`);
