import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHostLog, type HostLog } from '../../../src/main/hosts/log/host-log.ts';
import { createLog, logFiles, logFolder } from '../../../src/main/hosts/log/log.ts';
import { iuv } from '../../main/hosts/papers.ts';
import { found, times } from '../figures.ts';
import { filesUnder, filesWith, marked, type Marked } from './bytes.ts';

const now = (): string => '2026-03-10T10:00:00.000Z';

function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tre-pallini-log-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** What libraries throw repeats what they were given. */
const throwers: readonly ((person: Marked, code: string) => unknown)[] = [
  (person) => new Error(`the debtor ${person.name} (${person.codiceFiscale}) is there twice`),
  ({ name, codiceFiscale }, code) => caught(() => JSON.parse(`{"a": ${name} ${codiceFiscale} ${code}`)),
  (person, code) =>
    Object.assign(new TypeError(`«${person.name}», ${code}`), { code: 'SQLITE_CONSTRAINT', cause: person }),
  (person) => new Error('no row', { cause: new Error(`of ${person.codiceFiscale.toLowerCase()}`) }),
  // As a thread tells it: one text with a stack inside.
  (person, code) =>
    new Error(`Error: no ${code}\n    at read (/home/${person.name}/src/main/worker/jobs.ts:1:2)\n    at x`),
  (person) => `${person.name} ${person.address}`,
  (person, code) => new Error(`IBAN IT60X0542811101000000123456, ${person.name}@posta.example.it, ${code}`),
];

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Everything that reaches a log of a person and a code; what was said on the terminal. */
function tell(log: HostLog, person: Marked, code: string): void {
  throwers.forEach((thrown) => log.onDefect('1a2b3c4d', 'payments.read', thrown(person, code)));
  const input = { iuv: code, filter: { search: person.name, codiceFiscale: person.codiceFiscale } };
  log.onAnswer?.('payments.read', { ms: 3, problem: 'not-found', input });
}

it('P02 the log says what happened and never to whom', () => {
  const home = aHome();
  const said: string[] = [];
  const log = createHostLog(home, 'cli', now, (text) => said.push(text));
  const people = Array.from({ length: times(100, 1_000) }, (_, n) => marked(n));
  people.forEach((person, n) => tell(log, person, iuv('01', n + 1)));
  log.ended(0);

  const texts = people.flatMap(({ name, codiceFiscale, address }, n) => [
    name.split(' ')[0] ?? '',
    codiceFiscale,
    address,
    iuv('01', n + 1),
  ]);
  expect(filesWith([logFolder(home)], [...texts, 'IT60X0542811101000000123456'])).toEqual([]);
  const told = said.join('\n').toLowerCase();
  expect(texts.filter((text) => told.includes(text.toLowerCase()))).toEqual([]);
  // And yet it serves: the name of the error, its code, where it fell, and one sign for one code.
  const lines = log.logTail?.(1_000) ?? [];
  expect(lines.some((line) => line.includes('SQLITE_CONSTRAINT'))).toBe(true);
  expect(lines.some((line) => line.includes('at read (src/main/worker/jobs.ts:1:2)'))).toBe(true);
  expect(lines.findLast((line) => line.includes('"problem":"not-found"'))).toMatch(
    /"about":\["codice:[0-9a-f]{8}","cf:[0-9a-f]{8}"\]/,
  );
  found('P02', `${people.length * (throwers.length + 1)} righe con dati di persone, 0 byte trovati`);
}, 300_000);

const sign = (home: string): string => createLog(home, now).hide('cf', 'ZQXBBB40A01H501X');

it('P02 a code has one sign in one folder, another one elsewhere, and the key is for its owner alone', () => {
  const [here, there] = [aHome(), aHome()];
  expect(sign(here)).toMatch(/^cf:[0-9a-f]{8}$/);
  expect(sign(here)).toBe(sign(here));
  expect(sign(there)).not.toBe(sign(here));
  const { mode, size } = statSync(join(logFolder(here), 'chiave'));
  expect(size).toBe(32);
  // Windows knows no such rights: the folder of the person is theirs alone there.
  expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600);
});

it('P02 five files and no more, each of two megabytes, the newest lines in the first', () => {
  const home = aHome();
  const log = createLog(home, now);
  const text = 'parola '.repeat(2_000);
  for (let n = 0; n < 1_000; n++) log.note({ what: 'trouble', n, text });
  const files = filesUnder(logFolder(home)).filter((file) => file.endsWith('.log'));
  expect(files).toHaveLength(logFiles);
  expect(Math.max(...files.map((file) => statSync(file).size))).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(readFileSync(join(logFolder(home), 'eventi.log'), 'utf8').trimEnd()).toMatch(/"n":999,[^\n]*$/);
  expect(log.tail(2).map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([998, 999]);
});
