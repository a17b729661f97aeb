import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { automatic } from '../../fakes/io-service/profiles.ts';
import { startIoService } from '../../fakes/io-service/server.ts';
import { service } from '../../fakes/io-service/services.ts';
import { readWorkbook } from '../../helpers/workbook-reading.ts';
import { aDesk, settle } from './command-line.ts';
import { ask, problemShape } from './shapes.ts';

const list = [
  'Codice fiscale;Nominativo;Indirizzo;Numero avviso;Importo;Scadenza',
  'RSSMRA85T10A562S;Rossi Mario;Via Roma 1;301000000000012373;128,30;16/12/2026',
  'RSSMRA80A01H501U;Verdi Maria;Via Po 2;312202500000001771;64,10;16/12/2026',
  '01234567897;Ditta S.r.l.;Via Arno 3;348000000000000164;7,00;16/12/2026',
].join('\n');

const io = await startIoService({ profiles: { RSSMRA85T10A562S: automatic }, others: null });
const before = { ...process.env };
const desk = aDesk(async (own) => {
  mkdirSync(own.path('dati'));
  process.env['XDG_DATA_HOME'] = own.path('dati');
  process.env['TREPALLINI_IO_URL'] = io.url;
  process.env['TREPALLINI_IO_KEY_TARI'] = service('tari').primary;
  await settle(own);
  own.write('tari.csv', list);
});
afterAll(async () => {
  process.env = before;
  await io.close();
});

const prepared = z.looseObject({ campaign: z.int(), ready: z.int(), rows: z.int() });
const anything = z.looseObject({});
const answer = z.strictObject({ file: z.string(), rows: z.int() });

it(
  'a campaign is sent, told, put right once and printed for who is not on IO',
  { timeout: 60_000 },
  async () => {
    const words = [
      '--servizio',
      'tari',
      '--modello',
      'tari-avviso',
      '--elenco',
      'tari.csv',
      '--nome',
      'TARI',
    ];
    const { campaign } = await ask(desk, ['messaggi', 'prepara', ...words], prepared);
    const id = String(campaign);
    await ask(desk, ['messaggi', 'accoda', id], anything);
    await ask(desk, ['messaggi', 'invia', '--subito', '--ritmo', '50'], anything);
    await ask(desk, ['messaggi', 'aggiorna'], anything);
    expect(io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual(['RSSMRA85T10A562S']);

    const told = await ask(desk, ['messaggi', 'rapporto', id, '--out', 'rapporto.xlsx'], answer);
    expect(told).toEqual({ file: desk.path('rapporto.xlsx'), rows: 5 });
    const masked = readWorkbook(readFileSync(told.file)).values('Messaggi').slice(2);
    expect(masked.map((row) => [row[0], row[1], row[7], row[9]])).toEqual([
      [1, 'RSS•••••••••••2S', 'Consegnato', 1],
      [2, 'RSS•••••••••••1U', 'Non iscritto a IO', 0],
    ]);
    await ask(desk, ['messaggi', 'rapporto', id, '--out', 'rapporto.xlsx', '--chiaro'], answer);
    expect(readWorkbook(readFileSync(told.file)).cell('Messaggi', 'B3').value).toBe('RSSMRA85T10A562S');

    expect(await ask(desk, ['messaggi', 'carta', '--out', 'carta.csv'], answer)).toMatchObject({ rows: 2 });
    const letters = readFileSync(desk.path('carta.csv'), 'utf8').trim().split('\r\n').slice(1);
    expect(letters.map((line) => line.split(';').slice(0, 4))).toEqual([
      ['"Verdi Maria"', '"RSSMRA80A01H501U"', '"Via Po 2"', '"312202500000001771"'],
      ['"Ditta S.r.l."', '"01234567897"', '"Via Arno 3"', '"348000000000000164"'],
    ]);
    await ask(desk, ['messaggi', 'carta', id, '--out', 'carta.xlsx'], answer);
    expect(readWorkbook(readFileSync(desk.path('carta.xlsx'))).names).toEqual(['Da mandare su carta']);
    const refused = await ask(desk, ['messaggi', 'rifiutate', id, '--out', 'rifiutate.csv'], answer);
    expect(refused.rows).toBe(1);
    expect(readFileSync(desk.path('rifiutate.csv'), 'utf8')).toContain('"tari.csv";3;"codice fiscale"');

    // Who paid with the wrong datum before them is told as well.
    desk.write('f24.csv', 'Codice fiscale;Data pagamento;Importo\nRSSMRA85T10A562S;09/03/2026;128,30');
    await ask(desk, ['messaggi', 'pagati', 'f24.csv', '--servizio', 'tari'], anything);
    const texts = ['messaggioErrato=TARI', 'datoErrato=16 dicembre', 'datoCorretto=16 gennaio'];
    const said = texts.flatMap((text) => ['--testo', text]);
    const correct = ['messaggi', 'correggi', id, '--modello', 'errata-corrige', ...said];
    for (const _ of ['once', 'and again']) {
      const errata = await ask(desk, correct, prepared);
      expect(errata).toMatchObject({ rows: 1, ready: 1, refused: [] });
      await ask(desk, ['messaggi', 'accoda', String(errata.campaign)], anything);
      await ask(desk, ['messaggi', 'invia', '--subito', '--ritmo', '50'], anything);
    }
    expect(io.stored).toHaveLength(2);
    expect(JSON.stringify(io.stored[1])).toContain('16 gennaio');
  },
);

it.each([
  [['rapporto', '1'], 'Manca --out'],
  [['carta', 'x', '--out', 'a.csv'], '«x» non è il numero di una campagna'],
  [['correggi', '1'], 'Indicare --modello'],
  [['correggi', '1', '--modello', 'errata-corrige', '--testo', 'boh=1'], '«boh=1» non è un testo'],
])('messaggi %j is wrong usage', async (words, sentence) => {
  const { code, stderr } = await desk.run(['messaggi', ...words]);
  expect(code).toBe(2);
  expect(stderr.split('\n')[0]).toContain(sentence);
});

it.each([
  ['rapporto', ['--out', 'prima.xlsx']],
  ['carta', ['--out', 'prima.xlsx']],
  ['rifiutate', ['--out', 'prima.xlsx']],
  ['correggi', ['--modello', 'errata-corrige']],
])(
  'messaggi %s of a campaign that is not there is bad news, and what was there stays',
  async (name, more) => {
    desk.write('prima.xlsx', 'com’era');
    const told = await desk.json(['messaggi', name, '999', ...more]);
    expect(told.code).toBe(3);
    expect(problemShape.parse(told.value).code).toBe('not-found');
    expect(readFileSync(desk.path('prima.xlsx'), 'utf8')).toBe('com’era');
  },
);
