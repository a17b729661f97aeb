import { expect } from 'vitest';
import type { ImportedDocument } from '../../../src/shared/contract/imported-documents.ts';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { type Paper } from '../../helpers/office.ts';
import { aFlusso, anIuf, anOffice, aPayment, aRicevuta } from '../../scenarios/papers.ts';

/** A file that wants no good. */
export interface Case {
  readonly id: string;
  readonly what: string;
  readonly name?: string;
  readonly paper: Paper;
  /** What is said of it; null when it is read. */
  readonly says: RegExp | null;
  /** What the ledger says after it: as if this had come in its place. */
  readonly like?: Paper;
}

/** The longest that a file may take, in seconds of the processor: a neighbour on the machine does not count. */
const longest = 5;

/**
 * Drops each file between two good ones, and beside it the two alone in another ledger: the ledgers say the same, each
 * file is told by its name in an Italian sentence, and nothing is told to the log. Answers what was found, by id.
 */
export async function tryAll(cases: readonly Case[]): Promise<ReadonlyMap<string, string>> {
  const office = await anOffice();
  const plain = await anOffice();
  const worst = new Map<string, number>();
  let n = 0;
  for (const { id, what, name = 'ostile.xml', paper, says, like } of cases) {
    n += 1;
    const first = { 'a-buona.xml': aRicevuta(aPayment(1_000 + n, 1_000)) };
    const last = { 'z-buona.xml': aFlusso(anIuf(1_000 + n), [aPayment(1_000 + n, 1_000)]) };
    const label = `${id} ${what}`;
    const cpu = process.cpuUsage();
    const { documents } = await office.drop({ ...first, [name]: paper, ...last });
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (user + system) / 1e6;
    worst.set(id, Math.max(worst.get(id) ?? 0, seconds));
    await plain.drop({ ...first, ...(like === undefined ? {} : { 'simile.xml': like }), ...last });

    const own = documents.filter((document) => document.name.startsWith(name));
    const others = documents.filter((document) => !own.includes(document));
    expect
      .soft(
        others.map(({ outcome }) => outcome),
        label,
      )
      .toEqual(['imported', 'imported']);
    const sentences = own.flatMap(({ problem }) => (problem === null ? [] : [sayDocumentProblem(problem)]));
    if (says === null)
      expect.soft(own.map(told), label).toEqual(own.map(() => expect.stringMatching(/ported/)));
    else expect.soft(sentences, label).toContainEqual(expect.stringMatching(says));
    for (const sentence of sentences)
      expect.soft(sentence, label).toMatch(/^[A-ZÈÀ«].*\. Nel registro non è cambiato nulla\.$/s);
    expect.soft(await office.digest(), label).toBe(await plain.digest());
    expect.soft(office.defects, label).toEqual([]);
    expect.soft(seconds, label).toBeLessThan(longest);
  }
  const count = (id: string): number => cases.filter((one) => one.id === id).length;
  return new Map(
    Array.from(worst, ([id, seconds]) => [
      id,
      `${count(id)} file, il più lento ${seconds.toFixed(1)} s; registro uguale, gli altri importati`,
    ]),
  );
}

function told({ outcome, problem }: ImportedDocument): string {
  return problem === null ? outcome : `${outcome}: ${sayDocumentProblem(problem)}`;
}
