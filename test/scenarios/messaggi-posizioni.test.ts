import { describe, expect, it } from 'vitest';
import { personCheckLetter } from '../../src/shared/domain/codice-fiscale.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { makeIuvAux3 } from '../../src/shared/domain/iuv.ts';
import { sayPreparationWarning } from '../../src/shared/wording/messages/preparation.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { dropPositions } from '../helpers/positions.ts';

const header = 'Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza';
const rossi = 'RSSMRA85T10A562S;Rossi Mario;301000000000012373;128,30;16/12/2026';
const verdi = 'RSSMRA80A01H501U;Verdi Maria;312202500000001771;64,10;16/12/2026';
const december = '2026-12-16' as Day;

async function prepare(office: Office, rows: readonly string[], template = 'tari-avviso') {
  const [list = ''] = office.handOver({ 'tari.csv': [header, ...rows].join('\n') });
  const texts = { messaggioErrato: 'TARI 2026', datoErrato: 'uno', datoCorretto: 'due' };
  const asked = { service: 'tari', template, list, ...(template === 'tari-avviso' ? {} : { texts }) };
  return office.ask('campaigns.prepare', asked);
}

const positionWarnings = ({ warnings }: Awaited<ReturnType<typeof prepare>>) =>
  warnings.filter(({ code }) => code.startsWith('position-'));

describe('a list beside the debt positions', () => {
  it('says nothing where no position of the service is known', async () => {
    const office = await openOffice();
    const prepared = await prepare(office, [rossi, verdi]);
    expect(prepared.ready).toBe(2);
    expect(positionWarnings(prepared)).toEqual([]);
  });

  it('says which rows ask for something else, and which avvisi are not there', async () => {
    const office = await openOffice();
    dropPositions(office, 'posizioni.csv', [
      { iuv: '01000000000012373', tipoDovuto: null, cents: 13_000, dueDay: december },
    ]);
    const prepared = await prepare(office, [rossi, verdi]);
    expect(prepared.ready).toBe(2);
    const warnings = positionWarnings(prepared);
    expect(warnings).toEqual([
      {
        code: 'position-differs',
        rows: [1],
        example: {
          row: 1,
          list: { cents: 12_830, dueDay: december },
          position: { cents: 13_000, dueDay: december },
        },
      },
      { code: 'position-missing', rows: [2] },
    ]);
    const said = warnings.map((one) => sayPreparationWarning(one as never).replaceAll(/\s/g, ' '));
    expect(said[0]).toContain('l’elenco dice 128,30 €, scadenza 16/12/2026, la posizione 130,00 €');
    expect(said[1]).toContain('1 avviso non è fra le posizioni');
  });

  it('says nothing of a text that asks for nothing', async () => {
    const office = await openOffice();
    dropPositions(office, 'posizioni.csv', [
      { iuv: '01000000000012373', tipoDovuto: null, cents: 13_000, dueDay: december },
    ]);
    expect(positionWarnings(await prepare(office, [rossi, verdi], 'errata-corrige'))).toEqual([]);
  });

  // Two seconds are what a person waits for; four, because a neighbour on a shared machine must not break the build.
  it('takes no time for ten thousand rows and as many positions', async () => {
    const office = await openOffice();
    const people = Array.from({ length: 10_000 }, (_, n) => {
      const first15 = `FNTPPP${50 + (n % 40)}A${String(1 + (n % 28)).padStart(2, '0')}H${String(n % 1000).padStart(3, '0')}`;
      return {
        fiscalCode: first15 + personCheckLetter(first15),
        iuv: makeIuvAux3('01', String(n).padStart(13, '0')),
      };
    });
    dropPositions(
      office,
      'posizioni.csv',
      people.map(({ iuv }) => ({ iuv, tipoDovuto: null, cents: 6_410, dueDay: december })),
    );
    const rows = people.map(({ fiscalCode, iuv }, n) => `${fiscalCode};Finti ${n};3${iuv};64,10;16/12/2026`);
    const start = performance.now();
    const prepared = await prepare(office, rows);
    const taken = performance.now() - start;
    expect(prepared.ready).toBe(10_000);
    expect(positionWarnings(prepared)).toEqual([]);
    expect(taken).toBeLessThan(4_000);
  });
});
