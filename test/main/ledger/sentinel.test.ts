import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../src/main/ledger/messages/outbox-state.ts';
import { ledgerFile, openReadable, openWritable, standingHere } from '../../../src/main/ledger/open.ts';
import { readSentinel, sentinelFile } from '../../../src/main/ledger/sentinel.ts';
import { fail, ok } from '../../../src/shared/domain/result.ts';
import { aFolder, aLedger, close, nameIn, opened, rename, write } from '../../helpers/small-ledger.ts';
import { found } from '../../trust/figures.ts';

const log = (folder: string): string => `${ledgerFile(folder)}-wal`;
const damaged = (what: string): unknown => fail({ code: 'ledger-damaged', what });

describe('a ledger that was damaged since it was written', () => {
  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => truncateSync(file, 0)],
    ['cut', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut', (file) => truncateSync(file, statSync(file).size - 4096)],
    ['header', (file) => writeFileSync(file, 'Non sono un registro, sono un testo.\n'.repeat(20_000))],
    ['header', (file) => overwrite(file, 0, Buffer.alloc(100))],
    ['header', (file) => overwrite(file, 68, Buffer.from('XXXX'))],
    ['header', (file) => overwrite(file, 16, Buffer.from([0x03, 0x07]))],
  ])('R14 %s: is told before anything is written', (what, damage) => {
    const folder = aLedger('prima');
    damage(ledgerFile(folder));
    const before = existsSync(ledgerFile(folder)) ? readFileSync(ledgerFile(folder)) : null;
    expect(openReadable(folder)).toEqual(damaged(what));
    expect(openWritable(folder)).toEqual(damaged(what));
    expect(existsSync(ledgerFile(folder)) ? readFileSync(ledgerFile(folder)) : null).toEqual(before);
    expect(readSentinel(folder)).not.toBeNull();
    found('R14', `${what}: detto prima di ogni scrittura`);
  });

  it('R14 inside: is told by whoever meets the page, and nothing is written', () => {
    const folder = aLedger('prima');
    const { size } = statSync(ledgerFile(folder));
    overwrite(ledgerFile(folder), 100, Buffer.alloc(3_900, 0xa5));
    const before = readFileSync(ledgerFile(folder));
    expect(openWritable(folder)).toEqual(damaged('pages'));
    expect(readFileSync(ledgerFile(folder))).toEqual(before);
    expect(before.length).toBe(size);
  });
});

describe('the log of changes of a program that was killed', () => {
  it('is used when it is there', () => {
    const { folder } = aKilled();
    expect(nameIn(folder)).toBe('dopo');
    rename(folder, 'ancora');
    expect(nameIn(folder)).toBe('ancora');
  });

  it('R14 is missed when it is not', () => {
    const { folder } = aKilled();
    rmSync(log(folder));
    const before = readFileSync(ledgerFile(folder));
    expect(openReadable(folder)).toEqual(damaged('wal-missing'));
    expect(openWritable(folder)).toEqual(damaged('wal-missing'));
    expect(readFileSync(ledgerFile(folder))).toEqual(before);
    found('R14', 'wal tolto: detto prima di ogni scrittura');
  });

  it('R14 is recognised as that of another ledger, in the place of ours or of none', () => {
    for (const victim of [aKilled().folder, aLedger('pulito')]) {
      copyFileSync(log(aKilled('altro').folder), log(victim));
      const before = readFileSync(ledgerFile(victim));
      expect(openReadable(victim)).toEqual(damaged('wal-foreign'));
      expect(openWritable(victim)).toEqual(damaged('wal-foreign'));
      expect(readFileSync(ledgerFile(victim))).toEqual(before);
    }
    found('R14', 'wal di un altro registro: detto prima di ogni scrittura');
  });

  it('is ours also when it began anew since it was noted, and when nobody noted it', () => {
    const folder = aLedger('prima');
    const noted = readFileSync(sentinelFile(folder));
    const ledger = opened(folder);
    write(ledger, folder, 'dopo');
    const early = readFileSync(sentinelFile(folder));
    ledger.pragma('wal_checkpoint(TRUNCATE)');
    write(ledger, folder, 'da capo');
    const copy = aFolder();
    cpSync(folder, copy, { recursive: true });
    ledger.close();
    for (const sentinel of [early, noted]) {
      writeFileSync(sentinelFile(copy), sentinel);
      expect(nameIn(copy)).toBe('da capo');
    }
  });
});

describe('a ledger that is older than what was written last', () => {
  it('is told and can be read; it is written when somebody says so, and its messages wait', () => {
    const folder = aLedger('vecchio');
    const old = readFileSync(ledgerFile(folder));
    // It grew since: a shorter file that is whole is not one that was cut.
    const grown = opened(folder);
    grown.exec(`INSERT INTO preferences (key, value) VALUES ('cresciuto', '"${'x'.repeat(300_000)}"')`);
    close(grown, folder);
    rename(folder, 'nuovo');
    writeFileSync(ledgerFile(folder), old);
    const older = { code: 'ledger-older', why: 'older' };
    expect(standingHere(folder)).toEqual(ok(older));
    expect(nameIn(folder)).toBe('vecchio');
    expect(openWritable(folder, 'refuse')).toEqual(fail(older));
    expect(readFileSync(ledgerFile(folder))).toEqual(old);

    const ledger = opened(folder);
    expect(readOutbox(ledger).hold).toBe('restored');
    close(ledger, folder);
    expect(standingHere(folder)).toEqual(ok(null));
  });

  it('is told apart from another ledger', () => {
    const folder = aLedger('nostro');
    copyFileSync(ledgerFile(aLedger('altrui')), ledgerFile(folder));
    expect(standingHere(folder)).toEqual(ok({ code: 'ledger-older', why: 'other' }));
  });

  it('is also one that went another way since', () => {
    const folder = aLedger('comune');
    const common = readFileSync(ledgerFile(folder));
    rename(folder, 'qui');
    const sentinel = readFileSync(sentinelFile(folder));
    writeFileSync(ledgerFile(folder), common);
    rename(folder, 'là');
    rename(folder, 'più in là');
    writeFileSync(sentinelFile(folder), sentinel);
    expect(standingHere(folder)).toEqual(ok({ code: 'ledger-older', why: 'older' }));
  });
});

describe('no false alarm', () => {
  it.each<[string, (folder: string) => string]>([
    ['in a new folder', () => aFolder()],
    ['in a folder that was emptied', (folder) => (rmSync(folder, { recursive: true }), folder)],
    ['in a copy of a folder', copied],
    ['where the sentinel is gone', (folder) => (rmSync(sentinelFile(folder)), folder)],
    ['where the sentinel is damaged', (folder) => (writeFileSync(sentinelFile(folder), '{"led'), folder)],
    ['where an older sentinel came back', withOlderSentinel],
  ])('%s', (_where, prepare) => {
    const folder = prepare(aLedger('prima'));
    expect(standingHere(folder)).toEqual(ok(null));
    const ledger = opened(folder);
    expect(readOutbox(ledger).hold).toBeNull();
    write(ledger, folder, 'dopo');
    expect(standingHere(folder)).toEqual(ok(null));
    close(ledger, folder);
    expect(nameIn(folder)).toBe('dopo');
  });
});

function copied(folder: string): string {
  const copy = aFolder();
  cpSync(folder, copy, { recursive: true });
  rename(folder, 'altrove');
  return copy;
}

function withOlderSentinel(folder: string): string {
  const sentinel = readFileSync(sentinelFile(folder));
  rename(folder, 'avanti');
  writeFileSync(sentinelFile(folder), sentinel);
  return folder;
}

/** A folder as a power cut leaves it: the last commit is in the log alone. */
function aKilled(name = 'dopo'): { readonly folder: string } {
  const source = aLedger('prima');
  const ledger = opened(source);
  write(ledger, source, name);
  const folder = aFolder();
  cpSync(source, folder, { recursive: true });
  ledger.close();
  rmSync(`${ledgerFile(folder)}-shm`);
  return { folder };
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const whole = readFileSync(file);
  bytes.copy(whole, at);
  writeFileSync(file, whole);
}
