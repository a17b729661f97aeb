import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { anna, mario, sample } from './sample.ts';
import { service } from './services.ts';

let program: ChildProcess | null = null;

afterEach(() => {
  program?.kill('SIGKILL');
  program = null;
});

async function start(...words: string[]): Promise<string> {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--latency', '0', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program = child;
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('it ended without saying where it is');
}

async function post(url: string, path: string, body: unknown): Promise<number> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Ocp-Apim-Subscription-Key': service('tari').primary },
    body: JSON.stringify(body),
  });
  await answer.body?.cancel();
  return answer.status;
}

it('serves as a program of its own, by its set-up and its script, and leaves its ledger behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'io-'));
  const [setup, ledger] = [join(folder, 'setup.json'), join(folder, 'ledger.jsonl')];
  writeFileSync(
    setup,
    JSON.stringify({ services: [{ id: 'tari', cap: 20_000 }], profiles: { [anna]: null } }),
  );
  const url = await start('--setup', setup, '--ledger', ledger, '--script', 'store-504,problem-500,wait:20');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  expect(await post(url, '/profiles', { fiscal_code: mario })).toBe(200);
  expect(await post(url, '/profiles', { fiscal_code: anna })).toBe(404);
  const codes = [];
  for (let n = 0; n < 4; n++) codes.push(await post(url, '/messages', sample()));
  expect(codes).toEqual([504, 500, 201, 201]);
  program?.kill('SIGKILL');
  const lines = readFileSync(ledger, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    lines.map(() =>
      expect.objectContaining({ service: 'tari', fiscalCode: mario, noticeNumber: '301000000000012373' }),
    ),
  );
  expect(lines).toHaveLength(3);
});
