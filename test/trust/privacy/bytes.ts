import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { personCheckLetter } from '../../../src/shared/domain/codice-fiscale.ts';

/** A person who does not exist, told apart from all others by every one of these. */
export interface Marked {
  readonly name: string;
  readonly codiceFiscale: string;
  readonly address: string;
}

const letters = 'BCDFGLMNPRSTVZ';

/** The `n`-th of them; names and codes occur nowhere else in a repository or a ledger. */
export function marked(n: number): Marked {
  const at = (place: number): string =>
    letters[Math.floor(n / letters.length ** place) % letters.length] ?? 'B';
  const sign = `${at(2)}${at(1)}${at(0)}`;
  const first15 = `ZQX${sign}${String(40 + (n % 50)).padStart(2, '0')}A${String(1 + (n % 28)).padStart(2, '0')}H501`;
  return {
    name: `Zqxuvio${sign.toLowerCase()} Qwerzina`,
    codiceFiscale: `${first15}${personCheckLetter(first15)}`,
    address: `Via Zqxadra ${sign} 7`,
  };
}

/** Every file of a folder, at any depth. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** The files in which one of these plain texts stands, in any case, as UTF-8 or as UTF-16. Names of files count too. */
export function filesWith(folders: readonly string[], texts: readonly string[]): string[] {
  const wanted = texts.map((text) => text.toLowerCase());
  return folders.flatMap(filesUnder).filter((file) => {
    const bytes = readFileSync(file);
    const readings = [bytes.toString('latin1'), bytes.toString('utf16le'), file];
    return readings.some((reading) => {
      const lower = reading.toLowerCase();
      return wanted.some((text) => lower.includes(text));
    });
  });
}
