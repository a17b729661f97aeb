import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../src/shared/domain/result.ts';
import { exportJson, exportText } from '../helpers/exported.ts';
import {
  aFlusso,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aRicevuta,
  aSospeso,
  bookedOn,
  causaleOf,
  ourSettings,
  paidOn,
  settledOn,
} from './papers.ts';

const person = { codiceFiscale: 'RSSMRA80A01H501U', name: 'Rossi Mario' };
const settings = {
  servizi: [
    { id: 'tari', nome: '=TARI', codici: ['0100'], accertamento: '2026/118', capitolo: '10120' },
    { id: 'mensa', nome: 'Mensa', codici: ['0199'] },
  ],
};

/** A flusso of two payments whose money came in two parts, a receipt that waits, and money of nobody. */
async function aSmallOffice() {
  const office = await anOffice('2026-03-31', { ...ourSettings, ...settings });
  const [first, second, waiting] = [aPayment(1, 12_345), aPayment(2, 5), aPayment(3, 700)];
  await office.drop({
    'rt1.xml': aRicevuta(first, { debtor: { ...person } }),
    'rt3.xml': aRicevuta(waiting, { debtor: { ...person }, paidOn: '2026-03-30' }),
    'fdr.xml': aFlusso(anIuf(1), [first, second]),
    'gdc.xml': aGiornale([
      aSospeso('7', 12_000, causaleOf(anIuf(1))),
      aSospeso('8', 350, causaleOf(anIuf(1), 1)),
      aSospeso('9', 999, 'Bonifico di Rossi; grazie'),
    ]),
  });
  return { office, first, second, waiting };
}

const line = (cells: string): string => `${cells}\r\n`;

describe('an export', () => {
  it('of payments tells each cell, in CSV and in JSON', async () => {
    const { office, first, second, waiting } = await aSmallOffice();

    const csv = await exportText(office, { name: 'pagamenti', format: 'csv' });
    const json = await exportJson(office, { name: 'pagamenti' });

    expect(csv).toBe(
      [
        '\u{feff}',
        line(
          '"iuv";"iur";"indice";"numero_avviso";"importo";"pagato_il";"servizio";"servizio_nome";"capitolo";"accertamento";"altro_partner";"debitore";"debitore_codice_fiscale";"iuf";"data_flusso";"provvisori";"pagato";"rendicontato";"riconciliato";"stato";"stato_descrizione";"motivi";"etichetta"',
        ),
        line(
          `"${first.iuv}";"${first.iur}";1;"3${first.iuv}";123,45;"${paidOn}";"tari";"'=TARI";"10120";"2026/118";;"R••• M•••";"RSS•••••••••••1U";"${anIuf(1)}";"${settledOn}";"7/2026 8/2026";"sì";"sì";"sì";"complete";"Completo";"";"RT_IUF_TES"`,
        ),
        line(
          `"${second.iuv}";"${second.iur}";1;;0,05;"${paidOn}";"tari";"'=TARI";"10120";"2026/118";;;;"${anIuf(1)}";"${settledOn}";"7/2026 8/2026";"da controllare";"sì";"sì";"receipt-missing";"Ricevuta non importata";"";"IUV_NO_RT"`,
        ),
        line(
          `"${waiting.iuv}";"${waiting.iur}";1;"3${waiting.iuv}";7,00;"2026-03-30";"tari";"'=TARI";"10120";"2026/118";;"R••• M•••";"RSS•••••••••••1U";;;"";"sì";"in attesa";"in attesa";"awaiting-report";"In attesa di rendicontazione";"";"RT_NO_IUF"`,
        ),
      ].join(''),
    );
    expect(json).toEqual({
      versione: 1,
      esportazione: 'pagamenti',
      ente: ourSettings.ente,
      generato: '2026-03-31T10:00:00.000Z',
      oggi: '2026-03-31',
      filtro: { servizio: null, dal: null, al: null, chiaro: false, consumatore: null },
      righe: [
        {
          iuv: first.iuv,
          iur: first.iur,
          indice: 1,
          numero_avviso: `3${first.iuv}`,
          importo_centesimi: 12_345,
          pagato_il: paidOn,
          servizio: 'tari',
          servizio_nome: '=TARI',
          capitolo: '10120',
          accertamento: '2026/118',
          altro_partner: null,
          debitore: 'R••• M•••',
          debitore_codice_fiscale: 'RSS•••••••••••1U',
          iuf: anIuf(1),
          data_flusso: settledOn,
          provvisori: ['7', '8'].map((numero) => ({
            esercizio: 2026,
            numero,
            conto: expect.any(String) as string,
          })),
          pagato: 'sì',
          rendicontato: 'sì',
          riconciliato: 'sì',
          stato: 'complete',
          stato_descrizione: 'Completo',
          motivi: [],
          etichetta: 'RT_IUF_TES',
        },
        expect.objectContaining({
          iuv: second.iuv,
          importo_centesimi: 5,
          numero_avviso: null,
          debitore: null,
        }),
        expect.objectContaining({ iuv: waiting.iuv, provvisori: [], iuf: null }),
      ],
    });
  });

  it('tells people only where it is asked to', async () => {
    const { office } = await aSmallOffice();
    const masked = await exportText(office, { name: 'pagamenti' });
    const clear = await exportText(office, { name: 'pagamenti', clear: true });
    expect(masked).not.toMatch(/RSSMRA80A01H501U|Rossi|Mario/);
    expect(clear).toContain('"Rossi Mario";"RSSMRA80A01H501U"');
  });

  it('of flussi, of provvisori and of the whole chain tells each what is its own', async () => {
    const { office, first, second } = await aSmallOffice();

    const [flusso] = (await exportJson(office, { name: 'flussi' })).righe;
    const money = await exportJson(office, { name: 'provvisori' });
    const chain = await exportJson(office, { name: 'riconciliazione' });

    expect(flusso).toMatchObject({
      iuf: anIuf(1),
      revisione: 1,
      data: settledOn,
      pagamenti: 2,
      importo_centesimi: 12_350,
      ricevuto_centesimi: 12_350,
      stato: 'reconciled',
      etichetta: null,
    });
    expect(
      money.righe.map((riga) => [
        riga['numero'],
        riga['importo_centesimi'],
        riga['stato'],
        riga['etichetta'],
      ]),
    ).toEqual([
      ['7', 12_000, 'reconciled', null],
      ['8', 350, 'reconciled', null],
      ['9', 999, 'notPagoPa', 'TES_NO_MATCH'],
    ]);
    // Each payment of the flusso beside each provvisorio of its money.
    expect(
      chain.righe.map((riga) => [
        riga['provvisorio_numero'],
        riga['iuv'],
        riga['provvisorio_importo_centesimi'],
      ]),
    ).toEqual([
      ['7', first.iuv, 12_000],
      ['7', second.iuv, 12_000],
      ['8', first.iuv, 350],
      ['8', second.iuv, 350],
    ]);
  });

  it('tells how much of a provvisorio is whose, where a person divided it', async () => {
    const office = await anOffice();
    const [first, second] = [aPayment(1, 100), aPayment(2, 250)];
    await office.drop({
      'fdr1.xml': aFlusso(anIuf(1), [first]),
      'fdr2.xml': aFlusso(anIuf(2), [second]),
      'gdc.xml': aGiornale([aSospeso('7', 350, 'Versamento pagoPA')]),
    });
    const [{ esercizio, numero, conto } = { esercizio: 0, numero: '', conto: '' }] =
      await office.provvisori();
    const shares = [
      { iuf: anIuf(1), cents: 100 },
      { iuf: anIuf(2), cents: 250 },
    ];
    await office.ask('decisions.make', {
      decision: { kind: 'share', provvisorio: { esercizio, numero, conto }, shares },
    });

    const money = await exportJson(office, { name: 'provvisori' });
    const chain = await exportJson(office, { name: 'riconciliazione' });

    expect(money.righe).toMatchObject([
      { deciso: 'share', quote: shares.map(({ iuf, cents }) => ({ iuf, importo_centesimi: cents })) },
    ]);
    expect(await exportText(office, { name: 'provvisori' })).toContain(`"${anIuf(1)}:1,00 ${anIuf(2)}:2,50"`);
    expect(
      chain.righe.map((riga) => [
        riga['iuv'],
        riga['provvisorio_quota_centesimi'],
        riga['provvisorio_importo_centesimi'],
      ]),
    ).toEqual([
      [first.iuv, 100, 350],
      [second.iuv, 250, 350],
    ]);
  });

  it('is narrowed to a service, to a period; no service and no rows are told', async () => {
    const { office, waiting } = await aSmallOffice();
    const late = { from: '2026-03-30', to: '2026-03-30' };
    const iuvs = (await exportJson(office, { name: 'pagamenti', service: 'tari', ...late })).righe;
    expect(iuvs.map(({ iuv }) => iuv)).toEqual([waiting.iuv]);
    expect((await exportJson(office, { name: 'flussi', service: 'tari' })).righe).toHaveLength(1);
    expect((await exportJson(office, { name: 'provvisori', service: 'tari' })).righe).toHaveLength(2);
    expect(
      (await exportJson(office, { name: 'provvisori', from: bookedOn, to: bookedOn })).righe,
    ).toHaveLength(3);

    const make = (request: Parameters<typeof exportJson>[1]) => office.core.call('exports.make', request);
    const nothing = fail({ code: 'nothing-to-export' });
    expect(await make({ name: 'pagamenti', from: '2030-01-01' })).toEqual(nothing);
    for (const name of ['pagamenti', 'flussi', 'provvisori', 'riconciliazione'] as const)
      expect(await make({ name, service: 'mensa' })).toEqual(nothing);
    expect(await make({ name: 'flussi', service: 'boh' })).toEqual(
      fail({ code: 'not-found', what: 'service', name: 'boh' }),
    );
    expect(leftIn(office.folder)).toEqual([]);
  });

  it('stops when it is asked to, leaves no file and moves no cursor', async () => {
    const { office } = await aSmallOffice();
    const stop = new AbortController();
    const made = await office.core.call(
      'exports.make',
      { name: 'pagamenti', consumer: 'tributi' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(made).toEqual(fail({ code: 'cancelled' }));
    expect(leftIn(office.folder)).toEqual([]);
    expect(await office.ask('consumers.list', {})).toEqual({ consumers: [] });
  });

  it('sums to what the dashboard says, to the cent', async () => {
    const { office } = await aSmallOffice();
    const { righe } = await exportJson(office, { name: 'pagamenti' });
    const { payments } = await office.dashboard();
    expect(righe.reduce((sum, riga) => sum + Number(riga['importo_centesimi']), 0)).toBe(payments.cents);
    expect(righe).toHaveLength(payments.count);
  });
});

function leftIn(folder: string): string[] {
  return readdirSync(join(folder, 'archivio', 'in-partenza'));
}
