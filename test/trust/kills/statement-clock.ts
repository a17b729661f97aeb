import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

// Loaded before a program and each of its threads (`--import`): writes each statement that took longer than all before
// it into the file that its own address names. Counted is the time of the processor: what others take of it is theirs.
const file = new URL(import.meta.url).searchParams.get('to') ?? '';
let slowest = 0;

function timed<T>(sql: string, work: () => T): T {
  const begun = performance.now();
  const spent = process.threadCpuUsage();
  try {
    return work();
  } finally {
    const { user, system } = process.threadCpuUsage(spent);
    const own = (user + system) / 1_000;
    if (own > slowest) {
      slowest = own;
      appendFileSync(file, `${JSON.stringify({ own, ms: performance.now() - begun, sql })}\n`);
    }
  }
}

const probe = new Database(':memory:');
const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Database.Statement;
const { run, get, all, iterate } = statements;
statements.run = function (...values) {
  return timed(this.source, () => run.apply(this, values));
};
statements.get = function (...values) {
  return timed(this.source, () => get.apply(this, values));
};
statements.all = function (...values) {
  return timed(this.source, () => all.apply(this, values));
};
statements.iterate = function (...values) {
  const rows = iterate.apply(this, values);
  const next = rows.next.bind(rows);
  const sql = this.source;
  rows.next = (...told) => timed(sql, () => next(...told));
  return rows;
};
const { exec } = Database.prototype;
Database.prototype.exec = function (sql) {
  return timed(sql, () => exec.call(this, sql));
};
probe.close();
