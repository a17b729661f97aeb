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

/** Puts the figures of this run in the place of the last ones. */
export function writePage(outcomes: readonly Outcome[]): void {
  const page = readFileSync(file, 'utf8');
  const head = page.slice(0, page.indexOf(mark) + mark.length);
  const rows = outcomes.map(({ claim, state, figures }) => {
    const { id, tries, target, proof } = claim;
    const fell = 'seenToFail' in proof ? proof.seenToFail : '–';
    return `| ${[id, tries, target, `${words[state]}: ${figures.join('; ')}`, fell].map(cell).join(' | ')} |`;
  });
  const table = [
    '| n. | che cosa si prova | traguardo | trovato | vista fallire senza |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  writeFileSync(file, `${head}\n\n${table.join('\n')}\n`);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
