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

/** Puts the figures of this run in the place of the last ones. */
export function writePage(outcomes: readonly Outcome[]): void {
  const page = readFileSync(file, 'utf8');
  const head = page.slice(0, page.indexOf(mark) + mark.length);
  const sections = Object.entries(areas).map(([letter, title]) => {
    const own = outcomes.filter(({ claim }) => claim.id.startsWith(letter));
    return [`## ${title}`, counted(own), ...own.map(promise)].join('\n\n');
  });
  writeFileSync(file, `${head}\n\n${sections.join('\n\n')}\n`);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}

function counted(outcomes: readonly Outcome[]): string {
  const count = (wanted: Outcome['state']): number => outcomes.filter(({ state }) => state === wanted).length;
  const states = (Object.keys(words) as Outcome['state'][]).filter((state) => count(state) > 0);
  return `${states.map((state) => `${words[state]}: ${count(state)}`).join(' · ')}.`;
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

/** Figures are words, not Markdown: what looks like markup is shown as it is. */
const plain = (line: string): string => line.replaceAll(/(?<=\S)[<*](?=\S)/g, String.raw`\$&`);
