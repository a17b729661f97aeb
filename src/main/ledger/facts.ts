import type { Content } from '../../shared/domain/document.ts';
import { instantKey } from '../../shared/domain/day.ts';
import type { FlussoAtteso, FlussoHeader, RigaFlusso } from '../../shared/domain/flusso.ts';
import type { Movimento } from '../../shared/domain/movimento.ts';
import type { Posizione } from '../../shared/domain/posizione.ts';
import type { Ricevuta, Transfer } from '../../shared/domain/ricevuta.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { dueDay } from '../../shared/domain/working-days.ts';
import type { FlowTally } from '../../shared/domain/flow-tally.ts';
import { firstFactId } from './documents.ts';
import type { WritableLedger } from './open.ts';
import { run } from './statements.ts';

/** Keeps the readings of one document, in the order in which they come. */
export interface FactWriter {
  /**
   * `digest` tells that of what this reading says, which decides between two versions of one thing: not all readings are
   * asked for theirs. `row`: where it stands in a list,
   * to be found there again; null in a document whose lines can be counted.
   */
  keep(reading: Content, part: number, digest: () => string, row: number | null): void;
  /** The ids of the flussi that were kept, in order. */
  flussi(): readonly number[];
}

/** What is ours in a receipt: a paid amount, an amount that was not paid, or only a sign that others were paid. */
type Standing = 'paid' | 'failed' | 'not-ours';

/**
 * Writes the facts of a document. Ids count up from the document's own range.
 * `enteCodiceFiscale` tells which transfers of a receipt are ours; null: those of whoever issued the notice.
 */
export function createFactWriter(
  ledger: WritableLedger,
  documentId: number,
  enteCodiceFiscale: string | null,
): FactWriter {
  let nextId = firstFactId(documentId);
  let createdAt = '';
  const flussi: number[] = [];
  return {
    flussi: () => flussi,
    keep(reading, part, digest, row) {
      const id = nextId++;
      if (row !== null) run(ledger, `INSERT INTO fact_rows (id, row) VALUES (?, ?)`, [id, row]);
      switch (reading.type) {
        case 'giornale':
          createdAt = instantKey(reading.header.createdAt);
          return;
        case 'movimento':
          insertMovimento(ledger, { id, documentId, part, createdAt, digest: digest() }, reading.movimento);
          return;
        case 'flusso':
          flussi.push(id);
          insertFlusso(ledger, { id, documentId, digest: digest() }, reading.header);
          return;
        case 'riga':
          insertRiga(ledger, id, flussi.at(-1) ?? 0, reading.riga);
          return;
        case 'estratto':
          return;
        case 'flusso-atteso':
          insertAtteso(ledger, { id, documentId, digest: digest() }, reading.atteso);
          return;
        case 'posizione':
          insertPosizione(ledger, { id, documentId, digest: digest() }, reading.posizione);
          return;
        case 'ricevuta':
          insertRicevuta(ledger, { id, documentId, digest: digest() }, reading.ricevuta);
          for (const line of standings(
            reading.ricevuta,
            enteCodiceFiscale ?? reading.ricevuta.enteCodiceFiscale,
          ))
            insertTransfer(ledger, nextId++, id, reading.ricevuta.iuv, line);
      }
    },
  };
}

function insertMovimento(
  ledger: WritableLedger,
  at: { id: number; documentId: number; part: number; createdAt: string; digest: string },
  m: Movimento,
): void {
  run(
    ledger,
    `INSERT INTO movimenti (id, document_id, part, conto, esercizio, numero, verso, documento, operazione, cents,
       day, value_day, bolletta, bolletta_storno, numero_movimento, causali, end_to_end, bank_texts, reference,
       payer, sospesi, created_at, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      at.id,
      at.documentId,
      at.part,
      m.conto,
      m.esercizio,
      m.numero,
      m.verso,
      m.documento,
      m.operazione,
      m.cents,
      m.date,
      m.valueDate,
      m.bolletta,
      m.bollettaStorno,
      m.numeroMovimento,
      textList(m.causali),
      m.endToEnd,
      m.bankTexts.length === 0 ? null : textList(m.bankTexts),
      m.reference,
      m.payer,
      m.sospesi.length === 0 ? null : JSON.stringify(m.sospesi),
      at.createdAt,
      at.digest,
    ],
  );
  m.sospesi.forEach((sospeso, position) => {
    const whole = m.sospesi.length === 1 ? m.cents : null;
    run(
      ledger,
      `INSERT INTO coperture (movimento_id, position, esercizio, numero, conto, cents)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [at.id, position, m.esercizio, sospeso.numero, m.conto, sospeso.cents ?? whole],
    );
  });
}

/** One text, by far the usual case, is kept as it is; several as a JSON list. */
export function textList(texts: readonly string[]): string {
  const [only = ''] = texts;
  return texts.length === 1 && !only.startsWith('[') ? only : JSON.stringify(texts);
}

/** The inverse of the way in which lists of texts are kept. */
export function readTextList(kept: string | null): string[] {
  if (kept === null) return [];
  return kept.startsWith('[') ? (JSON.parse(kept) as string[]) : [kept];
}

function insertFlusso(
  ledger: WritableLedger,
  at: { id: number; documentId: number; digest: string },
  header: FlussoHeader,
): void {
  run(
    ledger,
    `INSERT INTO flussi (id, document_id, iuf, iuf_key, revision, created_at, regolamento, day, due_day, psp_code,
       psp_name, declared_count, declared_cents, digest, anomalies)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]')`,
    [
      at.id,
      at.documentId,
      header.iuf,
      iufKey(header.iuf),
      header.revision,
      instantKey(header.createdAt),
      header.regolamento,
      header.date,
      dueDay(header.date),
      header.pspCode,
      header.pspName,
      header.declaredCount,
      header.declaredCents,
      at.digest,
    ],
  );
}

function insertRiga(ledger: WritableLedger, id: number, flussoId: number, riga: RigaFlusso): void {
  run(
    ledger,
    `INSERT INTO righe (id, flusso_id, iuv, iur, declared_index, idx, cents, esito, day, duplicate)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    [id, flussoId, riga.iuv, riga.iur, riga.index, riga.index ?? 1, riga.cents, riga.esito, riga.date],
  );
}

/** What the tally of a flusso's rows found: totals that differ, rows told twice, indexes that were missing. */
export function keepTally(ledger: WritableLedger, flussoId: number, digest: string, tally: FlowTally): void {
  run(ledger, `UPDATE flussi SET anomalies = ?, digest = ? WHERE id = ?`, [
    JSON.stringify(tally.anomalies),
    digest,
    flussoId,
  ]);
  for (const { row, index, duplicate } of tally.corrections)
    run(ledger, `UPDATE righe SET idx = ?, duplicate = ? WHERE id = ?`, [
      index,
      duplicate ? 1 : 0,
      flussoId + row,
    ]);
}

/** Lists and files do not write the same fractions of a second. */
const toTheSecond = '2026-03-11T22:14:05'.length;

function insertAtteso(
  ledger: WritableLedger,
  at: { id: number; documentId: number; digest: string },
  { iuf, createdAt, revision, pspCode }: FlussoAtteso,
): void {
  run(
    ledger,
    `INSERT INTO flussi_attesi (id, document_id, iuf, iuf_key, created_at, moment, revision, psp_code, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      at.id,
      at.documentId,
      iuf,
      iufKey(iuf),
      createdAt,
      createdAt === null || revision !== null ? null : instantKey(createdAt).slice(0, toTheSecond),
      revision,
      pspCode,
      at.digest,
    ],
  );
}

function insertPosizione(
  ledger: WritableLedger,
  at: { id: number; documentId: number; digest: string },
  p: Posizione,
): void {
  run(
    ledger,
    `INSERT INTO posizioni (id, document_id, iud, iuv, notice_number, debtor_cf, debtor_name, tipo_dovuto, description,
       category, cents, due_day, action, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      at.id,
      at.documentId,
      p.iud,
      p.iuv,
      p.noticeNumber,
      p.debtor.codiceFiscale,
      p.debtor.name,
      p.tipoDovuto,
      p.description,
      p.category,
      p.cents,
      p.dueDay,
      p.action,
      at.digest,
    ],
  );
}

function insertRicevuta(
  ledger: WritableLedger,
  at: { id: number; documentId: number; digest: string },
  r: Ricevuta,
): void {
  run(
    ledger,
    `INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, notice_number, outcome, paid_on, due_day, issued_at,
       ente, total_cents, debtor_cf, debtor_name, psp_code, psp_name, station, description, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      at.id,
      at.documentId,
      r.form,
      r.iuv,
      r.receiptId,
      r.noticeNumber,
      r.outcome,
      r.paidOn,
      r.paidOn === null ? null : dueDay(r.paidOn),
      r.issuedAt,
      r.enteCodiceFiscale,
      r.totalCents,
      r.debtor.codiceFiscale,
      r.debtor.name,
      r.pspCode,
      r.pspName,
      r.station,
      r.description,
      at.digest,
    ],
  );
}

type StandingTransfer = Transfer & { readonly standing: Standing | null };

/**
 * Which lines of a receipt are payments of ours. A receipt that pays only others, or whose only line to us is a
 * marca da bollo, leaves one sign that it is not ours; one that was not paid may have no lines at all.
 */
function standings(ricevuta: Ricevuta, enteCodiceFiscale: string): StandingTransfer[] {
  const isOurs = (ente: string): boolean => ente === '' || ente === enteCodiceFiscale;
  const lines = ricevuta.transfers.map((line): StandingTransfer => {
    const ours = isOurs(line.enteCodiceFiscale) && !line.bollo;
    return { ...line, standing: ours ? (line.paid ? 'paid' : 'failed') : null };
  });
  if (lines.some((line) => line.standing !== null)) return lines;
  const [first, ...rest] = lines;
  if (first !== undefined) return [{ ...first, standing: 'not-ours' }, ...rest];
  const standing = isOurs(ricevuta.enteCodiceFiscale) ? 'failed' : 'not-ours';
  return [{ ...noLine(ricevuta), standing }];
}

/** Stands for the line that an unpaid RT does not have; index 0 tells it from the lines of the file. */
function noLine(ricevuta: Ricevuta): Transfer {
  return {
    index: 0,
    iur: ricevuta.receiptId,
    cents: ricevuta.totalCents,
    enteCodiceFiscale: ricevuta.enteCodiceFiscale,
    bollo: false,
    paid: false,
    description: null,
    category: null,
  };
}

function insertTransfer(
  ledger: WritableLedger,
  id: number,
  ricevutaId: number,
  iuv: string,
  line: StandingTransfer,
): void {
  run(
    ledger,
    `INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, description, category, standing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      ricevutaId,
      iuv,
      line.iur,
      line.index,
      line.cents,
      line.enteCodiceFiscale,
      line.bollo ? 1 : 0,
      line.paid ? 1 : 0,
      line.description,
      line.category,
      line.standing,
    ],
  );
}
