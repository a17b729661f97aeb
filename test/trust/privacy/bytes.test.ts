import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { feedSearch } from '../../../src/main/ledger/feed-search.ts';
import { createHostLog } from '../../../src/main/hosts/log/host-log.ts';
import { tariKey } from '../../helpers/message-desk.ts';
import { cliFile, run } from '../../main/hosts/command-line.ts';
import { found } from '../figures.ts';
import { filesUnder, filesWith } from './bytes.ts';
import { read, utils } from 'xlsx';
import { openPrivateDesk } from './desk.ts';

it(
  'P01 keys stand only where they are encrypted, and people only where the office keeps them',
  { timeout: 90_000 },
  async () => {
    const desk = await openPrivateDesk();
    const out = mkdtempSync(join(tmpdir(), 'tre-pallini-fuori-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    const put = async (name: string, made: { readonly parcel: string }): Promise<string> => {
      const path = join(out, name);
      mkdirSync(out, { recursive: true });
      const lent = await desk.core.lend(made.parcel, async (from) => {
        writeFileSync(path, readFileSync(from));
        return true;
      });
      if (lent === null) throw new Error(`${name} was not made`);
      return path;
    };

    // A key of the vault sends; none is in the environment any more.
    const key = tariKey;
    await desk.ask('keys.passphrase', { old: null, passphrase: 'quattro parole a caso qui' });
    await desk.ask('keys.save', { service: 'tari', key, keep: 'passphrase', which: 'primary' });
    delete desk.environment['TREPALLINI_IO_KEY_TARI'];
    delete desk.environment['TREPALLINI_IO_KEY_MENSA'];
    await desk.ask('keys.unlock', { passphrase: 'quattro parole a caso qui' });
    await desk.ask('keys.test', { service: 'tari', fiscalCode: desk.people[0]?.codiceFiscale ?? '' });

    // Files for other programs and for the treasurer, masked as they are when nobody asks otherwise.
    for (const [name, format] of [
      ['pagamenti', 'csv'],
      ['pagamenti', 'json'],
      ['provvisori', 'csv'],
      ['riconciliazione', 'json'],
      ['tesoriere', 'xlsx'],
    ] as const)
      await put(`${name}.${format}`, await desk.ask('exports.make', { name, format }));
    // A workbook is compressed: it is searched as whoever opens it reads it.
    const book = read(readFileSync(join(out, 'tesoriere.xlsx')));
    writeFileSync(
      join(out, 'tesoriere.txt'),
      Object.values(book.Sheets)
        .map((sheet) => utils.sheet_to_csv(sheet))
        .join('\n'),
    );
    const clear = await put(
      'chiaro.csv',
      await desk.ask('exports.make', { name: 'pagamenti', format: 'csv', clear: true }),
    );

    feedSearch(desk.archive, () => false, 0);
    const copy = await desk.ask('backups.make', {});
    await desk.ask('backups.restore', { copy: copy.file });

    // Defects and refusals about people, as the hosts write them down.
    const said: string[] = [];
    const log = createHostLog(
      desk.archive,
      'browser',
      () => '2026-03-10T10:00:00.000Z',
      (text) => said.push(text),
    );
    for (const { name, codiceFiscale, address } of desk.people)
      log.onDefect('1a2b3c4d', 'payments.read', new Error(`«${name}» ${codiceFiscale} ${address} ${key}`));
    await desk.core.close();
    const told = await run(process.execPath, [cliFile, '--archivio', desk.archive, 'diagnosi']);
    const lost = await run(process.execPath, [
      cliFile,
      '--archivio',
      desk.archive,
      'importa',
      join(out, 'nessuno.xml'),
    ]);
    writeFileSync(join(out, 'diagnosi.json'), told.stdout);
    expect(told.stdout).toContain('"diagnosi": 1');

    const keyIsIn = filesWith([desk.archive, desk.office, out], [key]);
    expect(keyIsIn.map((file) => basename(file))).toEqual([]);
    expect(said.join('\n') + told.stdout + told.stderr + lost.stdout + lost.stderr).not.toContain(key);
    expect(readFileSync(join(desk.office, 'chiavi-io.json'), 'utf8')).toContain('tari');

    // Where the ledger, its copies and the journal are designed to have them, and in the one file that was asked for in clear.
    const asDesigned =
      /^(tre-pallini.*\.db(-wal)?|ricerca\.db(-wal)?|.*registro-invii\.jsonl|tre-pallini-.*\.invii\.jsonl|[0-9a-f-]{36}\.jsonl)$/;
    const named = filesWith([desk.archive, desk.office, out], desk.texts);
    expect(named.map((file) => basename(file))).toEqual(expect.arrayContaining(['ricerca.db']));
    const astray = named.filter((file) => !asDesigned.test(basename(file)));
    // What is no money of pagoPA has a causale of the bank's, which stays as it was but for codici fiscali.
    expect(astray.map((file) => basename(file))).toEqual(['chiaro.csv', 'provvisori.csv', 'tesoriere.txt']);
    const codici = desk.people.map(({ codiceFiscale }) => codiceFiscale);
    expect(filesWith([out], codici)).toEqual([clear]);
    // Nor in the name of a file.
    expect(filesUnder(desk.archive).filter((file) => desk.texts.some((text) => file.includes(text)))).toEqual(
      [],
    );
    found(
      'P01',
      `${filesUnder(desk.archive).length + filesUnder(desk.office).length + filesUnder(out).length} file cercati: chiavi in chiaro 0, persone fuori posto 0`,
    );
  },
);
