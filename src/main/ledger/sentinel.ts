import type Database from 'better-sqlite3';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LedgerDamage, OlderLedger } from '../../shared/domain/backup.ts';
import type { TrailHead } from '../../shared/domain/trail.ts';
import { isOfFiles } from '../disk/errors.ts';
import { giveName, shortWaits, takeAwayIfPossible } from '../disk/patience.ts';
import { draftIn } from './backup/files.ts';
import { applicationId } from './migrate.ts';

/** A moment of a ledger, as it and its copies have it and no other. */
export interface Moment {
  readonly ledger: string;
  readonly revision: number;
  readonly mark: string;
}

/**
 * What was last written in a folder, kept beside the database and not in it: a file that is gone, empty, cut, damaged or
 * older does not say so itself. It is written after each commit, and may be behind the ledger, never ahead of it.
 */
export interface Sentinel extends Moment {
  readonly documents: number;
  /** Of the database's main file, which never shrinks. */
  readonly bytes: number;
  /** Names the log of changes that belongs to the database; null when there was none. */
  readonly log: string | null;
  /** Where a restore is about to bring the ledger: it may stand there too. */
  readonly next: (Moment & { readonly trail: TrailHead | null }) | null;
  /** The last entry of the trail; null before anything was told. */
  readonly trail: TrailHead | null;
}

export function sentinelFile(folder: string): string {
  return join(folder, 'tre-pallini.sentinella.json');
}

/** Null when nothing was ever written here, or what was written cannot be read: then nothing can be told. */
export function readSentinel(folder: string): Sentinel | null {
  try {
    const told: unknown = JSON.parse(readFileSync(sentinelFile(folder), 'utf8'));
    return isSentinel(told) ? { ...told, ...withTrail(told), next: withTrailOrNull(told.next) } : null;
  } catch {
    return null;
  }
}

/** To be called after a commit, on the connection that made it. */
export function noteCommit(ledger: Database.Database, folder: string): void {
  const documents = documentsOf(ledger);
  keepSentinel(folder, { ...momentOf(ledger), documents, trail: trailHeadOf(ledger), next: null });
}

/** Writes what is told, and how the files are now. `nextBytes`: of the file that is about to take their place. */
export function keepSentinel(
  folder: string,
  told: Omit<Sentinel, 'bytes' | 'log'>,
  nextBytes = Infinity,
): void {
  const { ledger, revision, mark, documents, next, trail } = told;
  const file = join(folder, 'tre-pallini.db');
  const bytes = Math.min(sizeOf(file), nextBytes);
  const log = logName(`${file}-wal`);
  const sentinel: Sentinel = { ledger, revision, mark, documents, bytes, log, next, trail };
  keepSmall(sentinelFile(folder), sentinel);
}

function keepSmall(file: string, value: object): void {
  const draft = draftIn(dirname(file));
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(value));
    giveName(draft, file, shortWaits);
  } catch (error) {
    // An old one says less and nothing wrong; the ledger itself is written.
    if (!isOfFiles(error)) throw error;
    takeAwayIfPossible(draft);
  }
}

/** Where a ledger stood that was written in a folder of this computer: kept outside of every such folder. */
interface Place extends Moment {
  readonly folder: string;
}

/** As many ledgers as are remembered, the last ones: one person looks after fifty offices, and tries things out. */
const mostPlaces = 200;

/**
 * Notes in `office`, outside the folder of the ledger, where the ledger of that folder stands: a folder that is put back
 * whole, sentinel and all, is recognised by it.
 */
export function notePlace(office: string, folder: string, moment: Moment): void {
  const here = resolve(folder);
  const others = readPlaces(office).filter(
    (place) => !(place.ledger === moment.ledger && place.folder === here),
  );
  keepSmall(placesFile(office), { places: [{ ...moment, folder: here }, ...others].slice(0, mostPlaces) });
}

/** False when the ledger of this folder went further once than it is now. A copy of a folder elsewhere never went anywhere. */
export function isWhereItWas(office: string, folder: string, db: Database.Database): boolean {
  const { ledger } = momentOf(db);
  const here = resolve(folder);
  const place = readPlaces(office).find((known) => known.ledger === ledger && known.folder === here);
  return place === undefined || hasStood(db, place);
}

function placesFile(office: string): string {
  return join(office, 'registri.json');
}

function readPlaces(office: string): readonly Place[] {
  try {
    const told: unknown = JSON.parse(readFileSync(placesFile(office), 'utf8'));
    if (typeof told !== 'object' || told === null || !('places' in told) || !Array.isArray(told.places))
      return [];
    return told.places.filter(isPlace);
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  return isMoment(value) && 'folder' in value && typeof value.folder === 'string';
}

/** What is wrong with the files of the ledger, seen without opening them; null when nothing is. */
export function damageOf(folder: string, sentinel: Sentinel): LedgerDamage | null {
  const file = join(folder, 'tre-pallini.db');
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  if (found.size === 0) return 'empty';
  const claimed = claimedBytes(file);
  if (claimed === null) return 'header';
  // Shorter than it says is also a file that is just being written, but that one never became shorter than it was.
  if (found.size < claimed && found.size < sentinel.bytes) return 'cut';
  const log = logName(`${file}-wal`);
  return log !== null && sentinel.log !== null && !follows(log, sentinel.log) ? 'wal-foreign' : null;
}

/** Where an opened ledger stands, held against what was last written here; null: there, or further. */
export function standingOf(
  db: Database.Database,
  folder: string,
  sentinel: Sentinel,
): OlderLedger | 'wal-missing' | 'wal-foreign' | null {
  const log = join(folder, 'tre-pallini.db-wal');
  // A program that was killed in its first job leaves one that nobody noted; else it was put here, and lies over the ledger.
  const isLogUnknown = sentinel.log === null && logName(log) !== null;
  if (hasStood(db, sentinel) || (sentinel.next !== null && hasStood(db, sentinel.next)))
    return isLogUnknown && db.pragma('quick_check(1)', { simple: true }) !== 'ok' ? 'wal-foreign' : null;
  if (isLogUnknown) return 'wal-foreign';
  const isOther = momentOf(db).ledger !== sentinel.ledger;
  if (sentinel.log !== null && !isOther && sizeOf(log) === 0) return 'wal-missing';
  return { code: 'ledger-older', why: isOther ? 'other' : 'older' };
}

export function momentOf(db: Database.Database): Moment {
  const hasRevision = hasColumn(db, 'ledger', 'revision');
  const row = db
    .prepare<[], { ledger: string; revision: number }>(
      `SELECT id AS ledger, ${hasRevision ? 'revision' : '0'} AS revision FROM ledger`,
    )
    .get();
  const { ledger = '', revision = 0 } = row ?? {};
  return { ledger, revision, mark: markOf(db, revision) };
}

/** The last entry of the trail; null before anything was told, and of a ledger that is older than trails. */
export function trailHeadOf(db: Database.Database): TrailHead | null {
  if (!hasColumn(db, 'trail', 'hash')) return null;
  const newest = db.prepare<[], TrailHead>('SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1').get();
  return newest ?? null;
}

function hasStood(db: Database.Database, wanted: Moment): boolean {
  const { ledger, revision } = momentOf(db);
  if (ledger !== wanted.ledger || revision < wanted.revision) return false;
  // Marks came with an edition of the schema: what was noted before has none.
  return wanted.mark === '' || markOf(db, wanted.revision) === wanted.mark;
}

function markOf(db: Database.Database, revision: number): string {
  if (!hasColumn(db, 'revision_marks', 'mark')) return '';
  const found = db
    .prepare<[number], { mark: string }>('SELECT mark FROM revision_marks WHERE revision = ?')
    .get(revision);
  return found?.mark ?? '';
}

function hasColumn(db: Database.Database, table: string, column: string): boolean {
  return db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined;
}

function documentsOf(db: Database.Database): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM documents').get()?.n ?? 0;
}

/**
 * How long the file should be; null when it does not begin with SQLite's own words and with those that say that it is ours,
 * which are not there yet where the first log was never folded in.
 */
function claimedBytes(file: string): number | null {
  const header = firstBytes(file, 100);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  const pageSize = header.readUInt16BE(16);
  const id = header.readUInt32BE(68);
  const isPageSize = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
  return (id === applicationId || id === 0) && isPageSize ? pageSize * header.readUInt32BE(28) : null;
}

/** Of each log of changes the two numbers that its pages bear, in hexadecimal; null for what is no log, or an empty one. */
function logName(file: string): string | null {
  const header = existsSync(file) ? firstBytes(file, 32) : Buffer.alloc(0);
  if (header.length < 32) return null;
  const magic = header.readUInt32BE(0);
  return magic === 0x377f0682 || magic === 0x377f0683 ? header.toString('hex', 16, 24) : null;
}

/** A log that is begun anew counts its first number up by one, and draws the second. */
function follows(log: string, earlier: string): boolean {
  const step = (Number.parseInt(log.slice(0, 8), 16) - Number.parseInt(earlier.slice(0, 8), 16)) >>> 0;
  return step === 0 ? log === earlier : step < 1_000_000;
}

function firstBytes(file: string, n: number): Buffer {
  const bytes = Buffer.alloc(n);
  const fd = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(fd, bytes, 0, n, 0));
  } finally {
    closeSync(fd);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function isSentinel(value: unknown): value is Sentinel {
  if (!isMoment(value)) return false;
  const { documents, bytes, log, next }: Partial<Record<keyof Sentinel, unknown>> = value;
  return (
    typeof documents === 'number' &&
    typeof bytes === 'number' &&
    (log === null || (typeof log === 'string' && /^[0-9a-f]{16}$/.test(log))) &&
    (next === null || isMoment(next))
  );
}

/** What was noted before there were trails has none. */
function withTrail(told: object): { readonly trail: TrailHead | null } {
  const trail = 'trail' in told ? told.trail : null;
  const isHead =
    typeof trail === 'object' &&
    trail !== null &&
    'seq' in trail &&
    typeof trail.seq === 'number' &&
    'hash' in trail &&
    typeof trail.hash === 'string';
  return { trail: isHead ? { seq: Number(trail.seq), hash: String(trail.hash) } : null };
}

function withTrailOrNull(next: Sentinel['next']): Sentinel['next'] {
  return next === null ? null : { ...next, ...withTrail(next) };
}

function isMoment(value: unknown): value is Moment {
  if (typeof value !== 'object' || value === null) return false;
  const { ledger, revision, mark }: Partial<Record<keyof Moment, unknown>> = value;
  return typeof ledger === 'string' && typeof revision === 'number' && typeof mark === 'string';
}
