import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import { zip } from '../../src/main/demo/zip.ts';
import type { Settings } from '../../src/shared/domain/settings.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { times } from '../trust/figures.ts';
import type { Paper } from './office-arbitrary.ts';

// Every ledger has a thread of its own: what one has compiled the next need not compile again.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'tre-pallini-compiled');

const { codiceFiscale, denominazione } = inventedEnte;

/** Our invented ente, our own code 01, another partner with code 05. */
export const deskSettings = {
  ente: { codiceFiscale, denominazione },
  codiciPropri: ['01'],
  altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
  servizi: [{ id: 'tari', nome: 'TARI', codici: ['01'] }],
} satisfies Settings;

/** The same papers for everybody who runs the tests, more of them in a long run; with SEED and RUNS, others. */
export function runs(quick: number, long = quick): { readonly seed: number; readonly numRuns: number } {
  const { SEED, RUNS } = process.env;
  return {
    seed: Number(SEED ?? 20_260_331),
    numRuns: RUNS === undefined ? times(quick, long) : Number(RUNS),
  };
}

export type Desk = (work: (office: Office) => Promise<void>) => Promise<void>;

/**
 * One ledger for many runs of a property, because a new one takes longer than what is done with it: between
 * two runs every import is undone, and the ledger must say nothing again. After a failure a new one is opened, and after so
 * many runs that its history takes longer.
 */
export function createDesk(): Desk {
  let idle: Office | null = null;
  let blank = '';
  let used = 0;
  return async (work) => {
    const office = idle ?? (await openOffice({ settings: deskSettings }));
    if (idle === null) blank = await office.digest();
    idle = null;
    await work(office);
    await clear(office);
    expect(await office.digest(), 'everything undone, the ledger says nothing').toBe(blank);
    used += 1;
    if (used % manyRuns === 0) await office.close();
    else idle = office;
  };
}

const manyRuns = 50;

export async function clear(office: Office): Promise<void> {
  for (const { id, undoneAt } of await office.history()) if (undoneAt === null) await office.undo(id);
}

export type Outcome = Awaited<ReturnType<Office['drop']>>['documents'][number];

/** Drops the papers all together and says what became of each document; none may be refused. */
export async function drop(
  office: Office,
  papers: readonly Paper[],
  form: Form = 'loose',
): Promise<readonly Outcome[]> {
  const { documents } = await office.drop(toFiles(papers, form));
  expect(documents.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  return documents;
}

type Form = 'loose' | 'zipped';

function toFiles(papers: readonly Paper[], form: Form): Record<string, string | Uint8Array> {
  if (form === 'loose') return Object.fromEntries(papers.map(({ name, content }) => [name, content]));
  return {
    'carte.zip': zip(papers.map(({ name, content }) => ({ name, bytes: Buffer.from(content) }))),
  };
}

export interface Drop {
  readonly papers: readonly Paper[];
  readonly form: Form;
}

/** Shuffles the papers, and splits them in drops, loose or zipped, as the numbers say. */
export function deal(papers: readonly Paper[], numbers: readonly number[]): Drop[] {
  const shuffled = papers
    .map((paper, position) => ({ paper, number: numbers[position % numbers.length] ?? 0 }))
    .toSorted((a, b) => a.number - b.number);
  const drops: { papers: Paper[]; form: Form }[] = [];
  for (const { paper, number } of shuffled) {
    const last = drops.at(-1);
    if (last === undefined || number % 3 === 0)
      drops.push({ papers: [paper], form: number % 2 === 0 ? 'zipped' : 'loose' });
    else last.papers.push(paper);
  }
  return drops;
}

/** The first paper, and those whose number is even. */
export function some(papers: readonly Paper[], numbers: readonly number[]): Paper[] {
  return papers.filter(
    (_paper, position) => position === 0 || (numbers[position % numbers.length] ?? 0) % 2 === 0,
  );
}
