import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { generate } from '../../bench/generate.ts';
import { run } from '../../main/hosts/command-line.ts';
import { found, times } from '../figures.ts';
import { aPlace, today, whole } from './act.ts';

const here = (name: string): string => join(import.meta.dirname, name);
const answer = z.object({
  stops: z.array(z.number()),
  late: z.int(),
  isUntouched: z.boolean(),
  imports: z.array(z.tuple([z.number(), z.number()])),
});
const line = z.object({ at: z.number(), own: z.number(), ms: z.number(), sql: z.string() });

/** What stands in the ledger, and in the drop that is stopped. */
const payments = times(100, 100_000);
const dropped = times(150, 10_000);
const tries = times(2, 50);

it('R35 an import that is stopped at any moment gives the screen back at once, and leaves nothing', async () => {
  const place = aPlace();
  const papers = generate(join(place, 'carte'), payments, dropped);
  const archive = join(place, 'archivio');
  await whole(archive, ['command-line', 'impostazioni', 'scrivi', papers.settings]);
  await whole(archive, ['command-line', 'importa', papers.year]);

  const clock = join(place, 'istruzioni.jsonl');
  writeFileSync(clock, '');
  const preload = `${pathToFileURL(here('statement-clock-child.ts')).href}?to=${encodeURIComponent(clock)}`;
  const words = ['--import', preload, here('stops-child.ts'), today, archive, papers.newDay, tries];
  const told = await run(process.execPath, words.map(String));
  expect(told).toMatchObject({ code: 0 });
  const { stops, late, isUntouched, imports } = answer.parse(JSON.parse(told.stdout));

  expect(isUntouched).toBe(true);
  expect(stops.length).toBeGreaterThanOrEqual(tries / 2);
  const slowestStop = Math.max(...stops);
  expect(slowestStop).toBeLessThan(times(2_000, 500));
  const statements = readFileSync(clock, 'utf8')
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)))
    // Who tries an import verifies the ledger before and after: that is no part of it.
    .filter(({ at }) => imports.some(([from, to]) => at >= from && at <= to))
    .toSorted((a, b) => b.own - a.own);
  const slowest = statements.find(({ sql }) => sql !== 'COMMIT');
  if (slowest === undefined) throw new Error('no statement was timed');
  expect(slowest.own < 100 ? [] : [slowest]).toEqual([]);
  found(
    'R35',
    `${stops.length} interruzioni (${late} arrivate a cosa fatta) su un registro di ${payments} pagamenti: risposta al più in ${Math.round(slowestStop)} ms, registro intatto, istruzione più lenta ${Math.round(slowest.own)} ms di processore (${Math.round(slowest.ms)} all’orologio)`,
  );
});
