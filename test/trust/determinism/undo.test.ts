import { expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { dayOf, openOffice, type Office, type Paper } from '../../helpers/office.ts';
import { found, times } from '../figures.ts';

import { shuffled } from './shuffled.ts';

const random = createRandom(29);
const today = '2026-03-31';

it(
  'R29 imports and undos of eight papers in any sequence: the ledger of those that stay',
  { timeout: times(1_200_000, 7_200_000) },
  async () => {
    const papers = eightPapers();
    const office = await openOffice({ settings: demoSettings, today });
    const digests = new Map<string, string>();
    const sequences = times(20, 300);
    let acts = 0;
    for (let n = 0; n < sequences; n++) {
      const standing = new Map<string, number>();
      for (let act = random.int(4, 16); act > 0; act--) {
        acts += 1;
        const [name, content] = random.pick(papers);
        const id = standing.get(name);
        if (id !== undefined) {
          await office.undo(id);
          standing.delete(name);
        } else {
          standing.set(name, await keep(office, name, content));
        }
      }
      const digest = await office.digest();
      const which = [...standing.keys()].toSorted().join(' ');
      // What only these papers leave, dropped together on an empty ledger, is found once for each choice of them.
      const only = digests.get(which) ?? (await digestOf(papers.filter(([name]) => standing.has(name))));
      digests.set(which, only);
      expect(digest).toBe(only);
      for (const id of standing.values()) await office.undo(id);
    }
    found(
      'R29',
      `${sequences} sequenze, ${acts} importazioni e annullamenti, ${digests.size} insiemi diversi: 0 differenze`,
    );
  },
);

async function keep(office: Office, name: string, content: Paper): Promise<number> {
  const [document] = (await office.drop({ [name]: content })).documents;
  expect(document?.outcome).toBe('imported');
  return document?.id ?? 0;
}

let fresh: Office | null = null;

async function digestOf(papers: readonly [string, Paper][]): Promise<string> {
  fresh ??= await openOffice({ settings: demoSettings, today });
  const { documents } =
    papers.length === 0 ? { documents: [] } : await fresh.drop(Object.fromEntries(papers));
  const digest = await fresh.digest();
  for (const { id } of documents) if (id !== null) await fresh.undo(id);
  return digest;
}

/** Two giornali that tell of the same days, and flussi and receipts that they touch. */
function eightPapers(): [string, Paper][] {
  const files = demoComune(dayOf(today)).files.filter(({ path }) => path.endsWith('.xml'));
  const some = (folder: string, count: number) =>
    shuffled(
      files.filter(({ path }) => path.startsWith(folder)),
      random,
    ).slice(0, count);
  const chosen = [...some('giornali/', 3), ...some('flussi/', 3), ...some('ricevute/', 2)];
  return chosen.map(({ path, bytes }) => [path, bytes]);
}
