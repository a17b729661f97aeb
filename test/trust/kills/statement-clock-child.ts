import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

// Loaded before a program and each of its threads (`--import`): writes each statement that took long, and when it began, into the
// file that its own address names. Counted is the time of the processor: what others take of it is theirs.
const file = new URL(import.meta.url).searchParams.get('to') ?? '';
const longMs = 1;

function timed<T>(sql: string, work: () => T): T {
  const begun = performance.now();
  const spent = process.threadCpuUsage();
  try {
    return work();
  } finally {
    const { user, system } = process.threadCpuUsage(spent);
    const own = (user + system) / 1_000;
    const ended = performance.now();
    if (own > longMs)
      appendFileSync(
        file,
        `${JSON.stringify({ at: performance.timeOrigin + begun, own, ms: ended - begun, sql })}\n`,
      );
  }
}

type Method = (this: unknown, ...values: unknown[]) => unknown;

/** Puts a clock around a method of the library; `around` tells what it does with the result. */
function watch(
  target: object,
  name: string,
  textOf: (self: unknown, values: readonly unknown[]) => string,
  around: (result: unknown, sql: string) => unknown = (result) => result,
): void {
  const original = Reflect.get(target, name) as Method;
  Reflect.set(target, name, function (this: unknown, ...values: unknown[]) {
    const sql = textOf(this, values);
    return around(
      timed(sql, () => Reflect.apply(original, this, values)),
      sql,
    );
  } satisfies Method);
}

const probe = new Database(':memory:');
const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as object;
probe.close();
const sourceOf = (self: unknown): string => (self as Database.Statement).source;
for (const name of ['run', 'get', 'all']) watch(statements, name, sourceOf);
// Rows one at a time: each of them is a step of its own.
watch(statements, 'iterate', sourceOf, (rows, sql) => {
  watch(rows as object, 'next', () => sql);
  return rows;
});
watch(Database.prototype, 'exec', (_self, [sql]) => String(sql));
