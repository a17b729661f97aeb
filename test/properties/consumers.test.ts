import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportName } from '../../src/shared/domain/export.ts';
import { aReader, exportJson, sorted } from '../helpers/exported.ts';
import { createDesk, deal, deskSettings, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });
const keys = {
  pagamenti: ['iuv', 'iur', 'indice'],
  flussi: ['iuf'],
  provvisori: ['esercizio', 'numero', 'conto'],
  riconciliazione: [
    'provvisorio_esercizio',
    'provvisorio_numero',
    'provvisorio_conto',
    'iuv',
    'iur',
    'indice',
  ],
} as const satisfies Record<Exclude<ExportName, 'tesoriere'>, readonly string[]>;

describe('a consumer that only reads what changed', () => {
  it('has, after every import, undo and change of the settings, what a complete export tells', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, numbers, async ({ papers }, order, which) => {
        await desk(async (ledger) => {
          await ledger.core.call('consumers.forget', { name: 'prova' });
          const readers = Object.entries(keys).map(([name, key]) => ({
            name: name as ExportName,
            key,
            reader: aReader(key),
          }));
          const compare = async (): Promise<void> => {
            for (const { name, key, reader } of readers) {
              reader.take(await exportJson(ledger, { name, consumer: 'prova' }));
              const whole = await ledger.core.call('exports.make', { name });
              const expected = whole.ok ? sorted(key, await exportJson(ledger, { name })) : [];
              expect({ [name]: reader.rows() }).toEqual({ [name]: expected });
            }
          };
          for (const part of deal(papers, order)) {
            await drop(ledger, part.papers, part.form);
            await compare();
          }
          const standing = (await ledger.history()).filter(({ undoneAt }) => undoneAt === null);
          for (const [place, { id }] of standing.entries())
            if ((which[place % which.length] ?? 0) % 3 === 0) await ledger.undo(id);
          await compare();
          await ledger.settings({ ...deskSettings, codiciPropri: ['05'], altriPartner: [] });
          await compare();
          await ledger.settings(deskSettings);
        });
      }),
      runs(8),
    );
  }, 180_000);
});
