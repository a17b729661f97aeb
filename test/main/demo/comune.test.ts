import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import type { DemoFile } from '../../../src/main/demo/comune.ts';
import { inventPerson } from '../../../src/main/demo/people.ts';
import { inventedEnte, inventedProvincia } from '../../../src/main/demo/invented-ente.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import { isCodiceFiscale } from '../../../src/shared/domain/codice-fiscale.ts';
import { addDays, isDay } from '../../../src/shared/domain/day.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { classifyIuv } from '../../../src/shared/domain/iuv.ts';
import { statuses } from '../../../src/shared/domain/verdict.ts';
import { leavesOf } from './xml-tree.ts';

function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

const awkwardDays = [
  ...Array.from({ length: 7 }, (_, offset) => addDays(day('2026-03-02'), offset)),
  ...['2025-12-24', '2025-12-27', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-07', '2026-01-12'].map(
    day,
  ),
  ...['2026-04-03', '2026-04-05', '2026-04-07', '2026-05-02', '2026-08-16', '2028-02-29'].map(day),
];

/** The XML texts of the demo, archives opened. */
function texts(files: readonly DemoFile[]): string[] {
  return files.flatMap(({ path, bytes }) =>
    path.endsWith('.zip') ? unzip(Buffer.from(bytes)) : [decode(Buffer.from(bytes))],
  );
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  const encoding = bytes.subarray(0, 60).toString('latin1').includes('ISO-8859-1') ? 'latin1' : 'utf8';
  return bytes.toString(encoding);
}

function unzip(archive: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; archive.readUInt32LE(at) === 0x04_03_4b_50;) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const end = start + archive.readUInt32LE(at + 18);
    found.push(decode(inflateRawSync(archive.subarray(start, end))));
    at = end;
  }
  return found;
}

function digest(files: readonly DemoFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(path).update(bytes);
  return hash.digest('hex');
}

describe('the invented Comune', () => {
  it.each(awkwardDays)('means every status at least once on %s', (today) => {
    const { intended } = demoComune(today);
    expect(statuses.filter((status) => !intended.some((one) => one.status === status))).toEqual([]);
    expect(new Set(intended.map(({ iuv, iur, index }) => `${iuv} ${iur} ${index}`)).size).toBe(
      intended.length,
    );
    expect(intended.filter(({ status }) => status === 'complete').length / intended.length).toBeGreaterThan(
      0.8,
    );
  });

  it.each(awkwardDays)('writes nothing dated after %s', (today) => {
    for (const text of texts(demoComune(today).files)) {
      const dates = text.match(/\b20\d\d-\d\d-\d\d/g) ?? [];
      expect(dates.filter((date) => date > today)).toEqual([]);
    }
  });

  it('is the same on the same day, and another on another day', () => {
    const today = day('2026-03-04');
    expect(digest(demoComune(today).files)).toBe(digest(demoComune(today).files));
    expect(digest(demoComune(addDays(today, 1)).files)).not.toBe(digest(demoComune(today).files));
  });

  it('writes well-formed papers of a small office', () => {
    const { files, intended } = demoComune(day('2026-03-04'));
    const all = texts(files).map(leavesOf);
    const giornali = all.filter((leaves) => leaves.has('flusso_giornale_di_cassa'));
    const flussi = all.filter((leaves) => leaves.has('FlussoRiversamento'));
    expect(giornali.length).toBeGreaterThanOrEqual(12);
    expect(giornali.length).toBeLessThanOrEqual(22);
    expect(flussi.length).toBeGreaterThanOrEqual(35);
    expect(flussi.length).toBeLessThanOrEqual(55);
    expect(intended.length).toBeGreaterThanOrEqual(250);
    expect(intended.length).toBeLessThanOrEqual(400);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('gives provvisori, reversali and mandati one number each, in each year', () => {
    for (const today of awkwardDays) {
      const keys: string[] = [];
      for (const leaves of texts(demoComune(today).files).map(leavesOf)) {
        const numbers = leaves.get('numero_documento') ?? [];
        numbers.forEach((numero, position) => {
          if (leaves.get('tipo_operazione')?.[position] !== 'ESEGUITO') return;
          keys.push(`${leaves.get('esercizio')?.[0]} ${leaves.get('tipo_documento')?.[position]} ${numero}`);
        });
      }
      expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
    }
  });

  it('uses codes whose check digits hold', () => {
    expect(
      [inventedEnte, inventedProvincia].every(({ codiceFiscale }) => isCodiceFiscale(codiceFiscale)),
    ).toBe(true);
    const random = createRandom(7);
    for (let count = 0; count < 200; count++)
      expect(isCodiceFiscale(inventPerson(random).codiceFiscale)).toBe(true);
    const { intended } = demoComune(day('2026-03-04'));
    expect(intended.filter(({ iuv }) => !classifyIuv(iuv).valid)).toEqual([]);
  });
});
