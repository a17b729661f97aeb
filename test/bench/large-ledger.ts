import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingDaysBefore } from '../../src/main/demo/calendar.ts';
import { createRandom } from '../../src/main/demo/random.ts';
import { demoSettings, servizi, type DemoServizio } from '../../src/main/demo/servizi.ts';
import { openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { raiseRevision } from '../../src/main/ledger/revision.ts';
import { writeSealed } from '../../src/main/ledger/seals/write-seals.ts';
import { writeSettings } from '../../src/main/ledger/settings.ts';
import { rederive } from '../../src/main/worker/rederive.ts';
import { personCheckLetter } from '../../src/shared/domain/codice-fiscale.ts';
import { isDay, type Day } from '../../src/shared/domain/day.ts';
import { makeIuvAux3 } from '../../src/shared/domain/iuv.ts';
import { dueDay } from '../../src/shared/domain/working-days.ts';

/** Payments of one flusso, and of one document of receipts. */
const perFlusso = 100;
const perDocument = 50_000;
const workingDays = 250;

/**
 * A ledger of so many payments over a year, kept in `folder` and made once: the facts are written by SQL, the rest follows
 * from them. One payment in a hundred has no receipt and one no row, one flusso in twenty-five no money; a fifth have a debt
 * position, and the last days are still awaited on {@link largeToday}.
 */
export function largeLedger(folder: string, payments: number, tell: (what: string) => void): void {
  const ready = join(folder, 'pronto');
  if (existsSync(ready)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, 'bozza');
  const opened = openWritable(draft);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  ledger.pragma('synchronous = OFF');
  ledger.pragma('cache_size = -400000');
  defineFunctions(ledger, payments);
  writeSealed(ledger, () => {
    writeSettings(ledger, demoSettings);
    tell('writing the facts');
    writeFacts(ledger, payments);
    tell('finding what follows from them');
    rederive(ledger, () => undefined);
    raiseRevision(ledger);
  });
  ledger.pragma('wal_checkpoint(TRUNCATE)');
  ledger.close();
  renameSync(draft, join(folder, 'archivio'));
  writeFileSync(ready, '');
}

/** The day on which the large ledger is looked at. */
export const largeToday = '2026-03-04';

function defineFunctions(ledger: WritableLedger, payments: number): void {
  if (!isDay(largeToday)) throw new Error('not a day');
  const days = workingDaysBefore(largeToday, workingDays);
  const at = (i: number) => Math.min(workingDays - 1, Math.floor((i * workingDays) / payments));
  const dayAt = (place: number): Day => days[Math.max(0, place)] ?? largeToday;
  const paidOn = (i: number): Day => dayAt(at(i) - 1);
  const flowDay = (flow: number): Day => dayAt(at(flow * perFlusso));
  const dueDays = new Map(days.map((day) => [day, dueDay(day)]));
  const due = (day: (typeof days)[number]): string => dueDays.get(day) ?? day;
  const people = inventPeople(Math.max(50, Math.round(payments / 50)));
  const who = (i: number): Person => found(people[(i * 7919) % people.length]);
  const services = Object.values(servizi);
  const service = (i: number): DemoServizio => found(services[mix(i) % services.length]);
  const define = (name: string, answer: (i: number) => string | number): void =>
    void ledger.function(name, { deterministic: true }, (i) => answer(Number(i)));
  define('mixed', mix);
  define('iuv_of', (i) =>
    makeIuvAux3('01', service(i).group + String((i * 48_271) % 99_999_999_977).padStart(11, '0')),
  );
  define('paid_on', paidOn);
  define('paid_due', (i) => due(paidOn(i)));
  define('flow_day', flowDay);
  define('flow_due', (flow) => due(flowDay(flow)));
  define('name_of', (i) => who(i).name);
  define('cf_of', (i) => who(i).codiceFiscale);
  define('category_of', (i) => service(i).category);
  define(
    'words_of',
    (i) => `${service(i).nome} ${2025 + (i % 2)} rata ${(mix(i) % 4) + 1} pratica ${mix(i) % 90_000}`,
  );
  define('cents_of', (i) => 500 + (mix(i) % 39_500));
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new RangeError('nothing there');
  return one;
}

/** Looks like chance, and is the same each time. */
function mix(i: number): number {
  let mixed = Math.imul((i + 0x9e3779b9) ^ (i >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

interface Person {
  readonly name: string;
  readonly codiceFiscale: string;
}

const heads =
  'Fint Prov Inven Esem Camp Quad Zucc Mezz Apr Tram Bianc Vent Prat Sold Carn Lus Morg Ner Ort Pelt'.split(
    ' ',
  );
const tails = 'ani ardi aletti accini alà omelli ossi ucci iero eschi attini onari'.split(' ');
const given =
  'Ersilia Bartolomeo Clotilde Niccolò Fosca Ubaldo Melissa Ottavio Ninfa Dante Iole Erminio'.split(' ');

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toUpperCase()
    .slice(0, 3);
}

function inventPeople(count: number): Person[] {
  const random = createRandom(5);
  return Array.from({ length: count }, () => {
    const surname = random.pick(heads) + random.pick(tails);
    const name = random.pick(given);
    const day = String(random.int(1, 28)).padStart(2, '0');
    const first15 = `${lettersOf(surname)}${lettersOf(name)}${random.int(40, 99)}${random.pick(Array.from('ABCDEHLMPRST'))}${day}Z999`;
    return { name: `${name} ${surname}`, codiceFiscale: first15 + personCheckLetter(first15) };
  });
}

function counted(sql: string): string {
  return `WITH RECURSIVE c(i) AS (SELECT @first UNION ALL SELECT i + 1 FROM c WHERE i + 1 < @upTo) ${sql}`.replaceAll(
    /@(first|upTo|base)\b/g,
    'CAST(@$1 AS INTEGER)',
  );
}

function writeFacts(ledger: WritableLedger, payments: number): void {
  const documents = Math.ceil(payments / perDocument);
  const addDocument = ledger.prepare(
    `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (?, ?, ?, ?, '2026-03-03T10:00:00.000Z')`,
  );
  const addPart = ledger.prepare(
    `INSERT INTO document_parts (document_id, part, digest, header) VALUES (?, 0, ?, ?)`,
  );
  const ente = demoSettings.ente?.codiceFiscale ?? '';
  for (let d = 1; d <= documents + 2; d++) {
    const kind = d === documents + 1 ? 'giornale-opi' : d === documents + 2 ? 'elenco-posizioni' : 'ricevuta';
    addDocument.run(d, `carte-${d}.zip`, kind, ente);
    addPart.run(d, `d${d}`, kind === 'giornale-opi' ? '{"giornale":{"to":"2026-03-03"}}' : null);
  }
  const flows = Math.ceil(payments / perFlusso);
  for (let first = 0; first < payments; first += perDocument) {
    const values = {
      first,
      upTo: Math.min(payments, first + perDocument),
      base: (first / perDocument + 1) * 2 ** 24,
      ente,
    };
    for (const sql of ofDocument) ledger.prepare(counted(sql)).run(values);
  }
  const giornale = { first: 0, upTo: flows, base: (documents + 1) * 2 ** 24 };
  ledger.prepare(counted(money)).run(giornale);
  ledger
    .prepare(counted(positions))
    .run({ first: 0, upTo: Math.ceil(payments / 5), base: (documents + 2) * 2 ** 24 });
}

const iur = `printf('%011d%024x', mixed(i), i)`;
const iuf = (flow: string): string => `flow_day(${flow}) || 'BINVIT9X-' || printf('%08d', ${flow})`;

/** Facts of one document: positions in it tell the kinds apart. */
const ofDocument = [
  `INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, notice_number, outcome, paid_on, due_day, issued_at, ente,
     total_cents, debtor_cf, debtor_name, psp_code, psp_name, description, digest)
   SELECT @base + i - @first + 1, @base / 16777216, 'rt', iuv_of(i), ${iur}, '3' || iuv_of(i), 'paid', paid_on(i), paid_due(i),
     paid_on(i) || 'T09:30:00.000000000', @ente, cents_of(i), cf_of(i), name_of(i), 'BINVIT9X', 'Banca Invenzione', words_of(i),
     lower(hex(randomblob(32)))
   FROM c WHERE i % 100 <> 7`,
  `INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, description, category, standing)
   SELECT @base + 4000000 + i - @first + 1, @base + i - @first + 1, iuv_of(i), ${iur}, 1, cents_of(i), @ente, 0, 1,
     '/RFB/' || iuv_of(i) || '/' || cents_of(i) || '/TXT/' || words_of(i), category_of(i), 'paid'
   FROM c WHERE i % 100 <> 7`,
  `INSERT INTO flussi (id, document_id, iuf, iuf_key, revision, created_at, regolamento, day, due_day, psp_code, psp_name,
     declared_count, declared_cents, digest, anomalies)
   SELECT @base + 8000000 + i / 100, @base / 16777216, ${iuf('i / 100')}, upper(${iuf('i / 100')}), 1,
     flow_day(i / 100) || 'T22:00:00.000000000', 'TRN' || i / 100, flow_day(i / 100), flow_due(i / 100), 'BINVIT9X',
     'Banca Invenzione', 99, (WITH RECURSIVE r(k) AS (SELECT i UNION ALL SELECT k + 1 FROM r WHERE k + 1 < i + 100)
       SELECT sum(cents_of(k)) FROM r WHERE k % 100 <> 13), lower(hex(randomblob(32))), '[]'
   FROM c WHERE i % 100 = 0`,
  `INSERT INTO righe (id, flusso_id, iuv, iur, declared_index, idx, cents, esito, day, duplicate)
   SELECT @base + 12000000 + i - @first + 1, @base + 8000000 + i / 100, iuv_of(i), ${iur}, 1, 1, cents_of(i), 0, paid_on(i), 0
   FROM c WHERE i % 100 <> 13`,
];

const money = `INSERT INTO movimenti (id, document_id, part, conto, esercizio, numero, verso, documento, operazione, cents, day,
     bolletta, causali, payer, created_at, digest)
   SELECT @base + i + 1, @base / 16777216, 0, '0000123', 2026, CAST(i + 1 AS TEXT), 'ENTRATA', 'SOSPESO ENTRATA', 'ESEGUITO',
     f.declared_cents + (i % 100 = 3) * 100, flow_due(i), CAST(i + 1 AS TEXT), '/PUR/LGPE-RIVERSAMENTO/URI/' || f.iuf,
     'Banca Invenzione', f.day || 'T23:00:00.000000000', lower(hex(randomblob(32)))
   FROM c JOIN flussi f ON f.iuf_key = upper(${iuf('i')})
   WHERE i % 25 <> 11 AND flow_due(i) < '${largeToday}'`;

const positions = `INSERT INTO posizioni (id, document_id, iud, iuv, notice_number, debtor_cf, debtor_name, tipo_dovuto,
     description, category, cents, due_day, action, digest)
   SELECT @base + i + 1, @base / 16777216, printf('iud%010d', i), iuv_of(i * 5), '3' || iuv_of(i * 5), cf_of(i * 5), name_of(i * 5),
     NULL, words_of(i * 5), category_of(i * 5), cents_of(i * 5), paid_due(i * 5), 'keep', lower(hex(randomblob(32)))
   FROM c`;
