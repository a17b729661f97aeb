import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { readWorkbook } from '../../helpers/workbook-reading.ts';
import { found, isLong, times } from '../figures.ts';
import { act, away, copyOf, moments, restarted, whole } from './act.ts';
import { anOffice } from './an-office.ts';
import { before, kinds } from './kinds.ts';

const all = [
  'tesoriere.xlsx',
  'pagamenti.csv',
  'pagamenti.json',
  'flussi.json',
  'provvisori.csv',
  'riconciliazione.json',
];
const tried = all.slice(0, isLong ? undefined : 1);

it('R03 an export that is killed leaves the old file, the new one or none, and no half of one for long', async () => {
  const { place, archive } = await anOffice(
    isLong ? [before, kinds['un carico grande, letto da un filo a parte'] ?? {}] : [before],
  );
  const { digest } = await restarted(archive);
  const folder = join(place, 'fuori');
  mkdirSync(folder);
  let [kills, old, fresh, none, drafts] = [0, 0, 0, 0, 0];
  for (const file of tried) {
    const target = join(folder, file);
    const words = ['command-line', 'esporta', file.replace(/\..*/, ''), '--out', target];
    const { ms } = await whole(archive, words);
    const wanted = contentOf(target);
    for (const [turn, moment] of moments(times(1, 20), ms).entries()) {
      const here = copyOf(archive);
      const stood = turn % 2 === 0;
      if (stood) writeFileSync(target, 'com’era');
      else away(target);
      const { killed, said } = await act(here, moment, words);
      expect(killed).toBe(true);
      const stands = existsSync(target) ? contentOf(target) : null;
      const isNew = isDeepStrictEqual(stands, wanted);
      const isOld = stands === 'com’era';
      const earlier = stood ? isOld : stands === null;
      expect({ isWhole: isNew || earlier, isLost: /Scritto/.test(said) && !isNew }).toEqual({
        isWhole: true,
        isLost: false,
      });
      if (isNew) fresh += 1;
      else if (isOld) old += 1;
      else none += 1;
      drafts += readdirSync(folder).length - (existsSync(target) ? 1 : 0);
      expect((await restarted(here)).digest).toBe(digest);
      kills += 1;
      away(here);
    }
    // Whoever exports there again finds nothing of it.
    await whole(archive, words);
    expect(readdirSync(folder)).toEqual([file]);
    away(target);
  }
  found(
    'R03',
    `${kills} kill -9 in ${tried.length === 1 ? 'una esportazione' : `${tried.length} esportazioni`}: ${old} volte il file di prima, ${fresh} quello nuovo intero, ${none} nessuno, 0 a metà; ${drafts} avanzi, tolti alla riapertura`,
  );
});

/** What a file says, without the moment at which it was made. */
function contentOf(file: string): unknown {
  const bytes = readFileSync(file);
  if (bytes.toString('utf8') === 'com’era') return 'com’era';
  if (extname(file) === '.csv') return bytes.toString('utf8');
  if (extname(file) === '.json') return { ...(JSON.parse(bytes.toString('utf8')) as object), generato: null };
  const book = readWorkbook(bytes);
  return book.names.slice(1).map((name) => [name, book.values(name)]);
}
