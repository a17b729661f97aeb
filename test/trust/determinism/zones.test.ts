import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { dayOf } from '../../helpers/office.ts';
import { cliFile, parseOne, run } from '../../main/hosts/command-line.ts';
import { found, times } from '../figures.ts';

import { shuffled } from './shuffled.ts';

const places = [
  { TZ: 'Europe/Rome', LC_ALL: 'it_IT.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'Pacific/Pago_Pago', LC_ALL: 'sv_SE.UTF-8' },
];

it(
  'R33 the same papers, shuffled, in any time zone and language: the same words',
  { timeout: 900_000 },
  async () => {
    const random = createRandom(33);
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-zone-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const settings = join(folder, 'impostazioni.json');
    writeFileSync(settings, JSON.stringify(demoSettings));
    const { files } = demoComune(dayOf('2026-03-31'));
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const runs = times(3, 20);
    const answers = new Map<string, Set<string>>();
    for (let n = 0; n < runs; n++) {
      const env = { ...places[n % places.length], TREPALLINI_HOME: join(folder, `casa-${n}`) };
      const ask = async (words: readonly string[]): Promise<string> => {
        const ended = await run(
          process.execPath,
          [cliFile, '--archivio', join(folder, `archivio-${n}`), ...words],
          { env },
        );
        expect([ended.code, ended.stderr]).toEqual([0, expect.anything()]);
        return ended.stdout;
      };
      const asking = ['--json', '--oggi', '2026-03-31'];
      await ask([...asking, 'impostazioni', 'scrivi', settings]);
      await ask([...asking, 'importa', ...shuffled(files, random).map(({ path }) => join(folder, path))]);
      for (const name of ['pagamenti', 'flussi', 'provvisori', 'stato', 'verifica']) {
        const said = JSON.stringify(parseOne(await ask([...asking, name])));
        answers.set(name, (answers.get(name) ?? new Set()).add(said));
      }
    }
    const different = [...answers].filter(([, said]) => said.size > 1).map(([name]) => name);
    expect(different).toEqual([]);
    found(
      'R33',
      `${runs} prove in ${Math.min(runs, places.length)} fusi e lingue, file mescolati: risposte identiche parola per parola`,
    );
  },
);
