import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aDesk, cliFile, projectFolder, run, stackTrace } from './command-line.ts';
import { importDay, wholeFlusso } from './day-of-papers.ts';
import { flusso, ricevuta, rt } from './papers.ts';
import { ask, importShape } from './shapes.ts';

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));

describe('a script and its streams', () => {
  const desk = aDesk(importDay);

  it('gets the answer on stdout and the progress on stderr', async () => {
    const { code, stdout, stderr } = await desk.run(['importa', desk.path('carte'), '--json']);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(/Lettura \d+%: /);
  });

  it.each([['stato'], ['pagamenti'], ['flussi'], ['provvisori'], ['importazioni'], ['verifica']])(
    'gets one JSON document from %s and nothing else',
    async (...words) => {
      const { code, stderr, value } = await desk.json(words);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(value).toBeTypeOf('object');
    },
  );

  it('may stop reading early, as `| head -1` does', async () => {
    const many = desk.write('tanti.xml', flusso('2026-03-06BINVIT9X-66', manyRows(5_000)));
    expect((await desk.run(['importa', many])).code).toBe(0);
    const { stderr } = await desk.run(['pagamenti'], { closeStdout: true });
    expect(stderr).not.toMatch(stackTrace);
    const json = await desk.run(['pagamenti', '--json'], { closeStdout: true });
    expect(json.stderr).not.toMatch(stackTrace);
  });

  it('may read slowly: what it did not take is not gathered in memory', async () => {
    const program = `
      import { note, print, taken } from ${JSON.stringify(join(projectFolder, 'src/main/hosts/cli/streams.ts'))};
      for (let page = 1; page <= 50; page++) {
        print('x'.repeat(200_000));
        await taken();
        note(String(page));
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    let pages = 0;
    child.stderr.on('data', (said: Buffer) => (pages += said.toString().split('\n').length - 1));
    const ended = once(child, 'close');
    await setTimeout(700);
    // Some of it fits into the pipe.
    expect(pages).toBeLessThan(10);
    child.stdout.resume();
    await ended;
    expect(pages).toBe(50);
  });

  it('may name files as it likes', async () => {
    const names = ["d'oro.xml", 'due\nrighe.xml', '"virgolette" è.xml', '-trattino.xml', '$HOME `id` *.xml'];
    const paths = names.map((name, i) =>
      desk.write(`nomi/${name}`, i % 2 === 0 ? ricevuta(500 + i, 1) : rt(500 + i, 1)),
    );
    const { documents } = await ask(desk, ['importa', ...paths], importShape);
    expect(documents.map(({ name, outcome }) => [name, outcome])).toEqual(
      names.map((name) => [name, 'imported']),
    );
    const relative = await desk.run(['importa', '--json', '--', '--doppio.xml', 'nomi/-trattino.xml']);
    expect(importShape.parse(JSON.parse(relative.stdout)).documents.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'already-imported',
    ]);
  });

  it('may name thousands of files', async () => {
    const paths = Array.from({ length: 2_000 }, () => desk.path('carte/giornale.xml'));
    const { documents } = await ask(desk, ['importa', ...paths], importShape);
    expect(documents).toHaveLength(2_000);
  });

  it('is told of a name too long and of a causale too long, without a stack trace', async () => {
    const name = 'x'.repeat(300);
    const { documents } = await ask(desk, ['importa', name], importShape, 3);
    expect(documents).toMatchObject([{ name, outcome: 'refused' }]);
    const long = await desk.run(['causale', 'x'.repeat(100_001)]);
    expect(long.code).toBeOneOf([2, 3]);
    expect(long.stderr).not.toMatch(/expected|Too big/);
  });

  it.skipIf(process.getuid?.() === 0)(
    'is told of a folder that it may not read, and imports the rest',
    async () => {
      desk.write('chiusa/f.xml', wholeFlusso);
      chmodSync(desk.path('chiusa'), 0o000);
      const { documents } = await ask(
        desk,
        ['importa', desk.path('chiusa'), desk.path('carte/giornale.xml')],
        importShape,
        3,
      );
      chmodSync(desk.path('chiusa'), 0o700);
      expect(documents.map(({ outcome }) => outcome)).toEqual(['refused', 'already-imported']);
    },
  );

  it('may go through npm', async () => {
    const npm = await run(
      'npm',
      [
        'run',
        '-s',
        'cli',
        '--',
        'causale',
        '/RFB/340105455507221/100.99/TXT/Diritti "e" $x',
        '--json',
        '--archivio',
        desk.archive,
      ],
      { cwd: projectFolder },
    );
    expect(npm.code).toBe(0);
    expect(JSON.parse(npm.stdout)).toMatchObject({ iuv: '340105455507221', amountCents: 10_099 });
  });

  it.runIf(oldNode !== undefined)('started on a Node that is too old gets one Italian sentence', async () => {
    const node = oldNode ?? '';
    const version = await run(node, ['--version']);
    if (/^v2[4-9]/.test(version.stdout)) return;
    const { code, stdout, stderr } = await run(node, [cliFile, 'stato']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('ha bisogno di Node 24');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

function manyRows(count: number): { n: number; cents: number }[] {
  return Array.from({ length: count }, (_, i) => ({ n: 10_000 + i, cents: 100 + i }));
}
