import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aDesk, cliFile, settle } from './command-line.ts';
import { threePapers } from '../../scenarios/papers.ts';

const desk = aDesk(settle);

interface Running {
  /** The next line of its answer. */
  line(): Promise<string>;
  end(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** A command that runs on until it is told to stop. */
function start(words: readonly string[]): Running {
  const child = spawn(process.execPath, [cliFile, '--archivio', desk.archive, '--json', ...words], {
    cwd: desk.folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const chunks = child.stdout
    .map(String)
    .flatMap((chunk: string) => chunk.split('\n').filter((line) => line !== ''));
  const lines = chunks[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    async line() {
      const next = (await lines.next()) as IteratorResult<string, undefined>;
      if (next.done === true) throw new Error(`it ended: ${stderr}`);
      return next.value;
    },
    async end() {
      child.kill('SIGINT');
      return { code: await ended, stderr };
    },
  };
}

describe('the local API on the command line', () => {
  it('makes a token, answers with it, and takes it away', async () => {
    const created = await desk.json(['api', 'consumatori', 'crea', 'Controllo di gestione', '--chiaro']);
    expect(created).toMatchObject({
      code: 0,
      value: {
        program: { name: 'Controllo di gestione', clear: true },
        token: expect.any(String) as string,
      },
    });
    const { token } = created.value as { token: string };
    expect(await desk.json(['api', 'consumatori', 'crea', 'controllo di gestione'])).toMatchObject({
      code: 3,
      value: { code: 'program-exists' },
    });

    const serving = start(['api', 'servi', '--porta', '0']);
    const { origin } = JSON.parse(await serving.line()) as { origin: string };
    const ask = (): Promise<Response> =>
      fetch(`${origin}/v1/stato`, { headers: { Authorization: `Bearer ${token}` } });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ payments: { count: 0 } });
    // Another program imports; whoever asks is told of it.
    for (const [name, paper] of Object.entries(threePapers(1, 500))) desk.write(`posta/${name}`, paper);
    expect((await desk.run(['importa', 'posta'])).code).toBe(0);
    expect(await (await ask()).json()).toMatchObject({ payments: { count: 1, cents: 500 } });

    const revoked = await desk.run(['api', 'consumatori', 'revoca', 'CONTROLLO di gestione']);
    expect(revoked).toMatchObject({ code: 0, stdout: expect.stringContaining('revocato il') as string });
    expect((await ask()).status).toBe(401);
    expect(await desk.json(['api', 'consumatori', 'revoca', 'Controllo di gestione'])).toMatchObject({
      code: 3,
      value: { code: 'not-found' },
    });
    const busy = await desk.run(['api', 'servi', '--porta', new URL(origin).port]);
    expect(busy.code).toBe(3);
    expect(busy.stderr).toContain('è di un altro programma');
    expect(await serving.end()).toMatchObject({ code: 0, stderr: '' });
    await expect(
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port: Number(new URL(origin).port) }, () =>
          resolve(null),
        );
        socket.on('error', reject);
      }),
    ).rejects.toThrow('ECONNREFUSED');
  });

  it('wants a port that is one', async () => {
    for (const porta of ['80', 'x'])
      expect(await desk.run(['api', 'servi', '--porta', porta])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('non è una porta') as string,
      });
  });
});

describe('a watched folder on the command line', () => {
  it('imports what is saved into it, and says what became of it, until it is told to stop', async () => {
    mkdirSync(desk.path('scaricati'), { recursive: true });
    const watching = start(['sorveglia', 'scaricati']);
    desk.write('scaricati/gdc.xml', threePapers(2, 700)['gdc.xml']);
    expect(JSON.parse(await watching.line())).toMatchObject({
      code: 'watch-imported',
      files: ['gdc.xml'],
      imported: 1,
      report: { new: 1 },
      message: 'Dalla cartella sorvegliata (gdc.xml): 1 documento importato.',
    });
    expect(await watching.end()).toMatchObject({ code: 0 });
    expect(await desk.json(['sorveglia', 'non-ce'])).toMatchObject({
      code: 3,
      value: { code: 'folder-refused' },
    });
  });
});
