import type { Content } from '../../shared/domain/document.ts';
import type { Day } from '../../shared/domain/day.ts';
import { cents, type Cents } from '../../shared/domain/euro.ts';
import type { FlussoAtteso, FlussoHeader } from '../../shared/domain/flusso.ts';
import type {
  EstrattoHeader,
  GiornaleHeader,
  Movimento,
  SospesoCoperto,
  TipoDocumento,
  TipoOperazione,
} from '../../shared/domain/movimento.ts';
import type { Posizione } from '../../shared/domain/posizione.ts';
import type { Ricevuta, Transfer } from '../../shared/domain/ricevuta.ts';
import { documentOfFact, factRange, partsOf } from './documents.ts';
import { readTextList } from './facts.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** The headers of a page as they are kept beside its digest. */
export interface KeptHeader {
  readonly giornale?: GiornaleHeader;
  readonly estratto?: EstrattoHeader;
  readonly flusso?: FlussoHeader;
}

/** What a document told, found again from its rows in the order of the file: to be digested once more. */
export function* readingsOf(
  ledger: ReadableLedger,
  documentId: number,
): Generator<{ part: number; reading: Content }> {
  const flussi = flussiOf(ledger, documentId);
  let flusso = 0;
  for (const [part, { header }] of partsOf(ledger, documentId).entries()) {
    const kept = header === null ? {} : (JSON.parse(header) as KeptHeader);
    if (kept.giornale) {
      yield { part, reading: { type: 'giornale', header: kept.giornale } };
      for (const movimento of movimentiOf(ledger, documentId, part))
        yield { part, reading: { type: 'movimento', movimento } };
    }
    if (kept.estratto) {
      yield { part, reading: { type: 'estratto', header: kept.estratto } };
      for (const movimento of movimentiOf(ledger, documentId, part))
        yield { part, reading: { type: 'movimento', movimento } };
    }
    if (kept.flusso) {
      yield { part, reading: { type: 'flusso', header: kept.flusso } };
      for (const riga of righeOf(ledger, flussi[flusso++] ?? 0)) yield { part, reading: riga };
    }
    if (header === null) for (const reading of listReadingsOf(ledger, documentId)) yield { part, reading };
  }
}

/** What has no header: receipts, positions, or names of flussi; a document has only one of these kinds. */
function* listReadingsOf(ledger: ReadableLedger, documentId: number): Generator<Content> {
  for (const ricevuta of ricevuteOf(ledger, documentId)) yield { type: 'ricevuta', ricevuta };
  for (const posizione of posizioniOf(ledger, documentId)) yield { type: 'posizione', posizione };
  for (const atteso of attesiOf(ledger, documentId)) yield { type: 'flusso-atteso', atteso };
}

function flussiOf(ledger: ReadableLedger, documentId: number): number[] {
  return all<{ id: number }>(
    ledger,
    `SELECT id FROM flussi WHERE id BETWEEN ? AND ? ORDER BY id`,
    factRange(documentId),
  ).map(({ id }) => id);
}

/** Rows at a time: a giornale may hold hundreds of thousands. */
const pageSize = 1_000;

function* pagesOf<Row extends { id: number }>(
  documentId: number,
  read: (from: number, to: number) => Row[],
): Generator<Row> {
  const [from, to] = factRange(documentId);
  for (let after = from - 1; ;) {
    const rows = read(after + 1, to);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}

interface MovimentoRow {
  readonly id: number;
  readonly conto: string;
  readonly esercizio: number;
  readonly numero: string;
  readonly verso: Movimento['verso'];
  readonly documento: TipoDocumento;
  readonly operazione: TipoOperazione;
  readonly cents: Cents;
  readonly date: Day;
  readonly valueDate: Day | null;
  readonly bolletta: string | null;
  readonly bollettaStorno: string | null;
  readonly numeroMovimento: string | null;
  readonly causali: string;
  readonly endToEnd: string | null;
  readonly bankTexts: string | null;
  readonly reference: string | null;
  readonly payer: string | null;
  readonly sospesi: string | null;
}

function* movimentiOf(ledger: ReadableLedger, documentId: number, part: number): Generator<Movimento> {
  const rows = pagesOf(documentId, (from, to) =>
    all<MovimentoRow>(
      ledger,
      `SELECT id, conto, esercizio, numero, verso, documento, operazione, cents, day AS date, value_day AS valueDate,
         bolletta, bolletta_storno AS bollettaStorno, numero_movimento AS numeroMovimento, causali,
         end_to_end AS endToEnd, bank_texts AS bankTexts, reference, payer, sospesi
       FROM movimenti WHERE id BETWEEN ? AND ? AND part = ? ORDER BY id LIMIT ${pageSize}`,
      [from, to, part],
    ),
  );
  for (const { id: _id, ...row } of rows)
    yield {
      ...row,
      causali: readTextList(row.causali),
      bankTexts: readTextList(row.bankTexts),
      sospesi: row.sospesi === null ? [] : (JSON.parse(row.sospesi) as SospesoCoperto[]),
    };
}

interface RigaRow {
  readonly id: number;
  readonly iuv: string;
  readonly iur: string;
  readonly index: number | null;
  readonly cents: Cents;
  readonly esito: number;
  readonly date: Day;
}

function* righeOf(ledger: ReadableLedger, flussoId: number): Generator<Content> {
  const rows = pagesOf(documentOfFact(flussoId), (from, to) =>
    all<RigaRow>(
      ledger,
      `SELECT id, iuv, iur, declared_index AS "index", cents, esito, day AS date
       FROM righe WHERE flusso_id = ? AND id BETWEEN ? AND ? ORDER BY id LIMIT ${pageSize}`,
      [flussoId, from, to],
    ),
  );
  for (const { id: _id, ...riga } of rows) yield { type: 'riga', riga };
}

interface RicevutaRow extends Omit<Ricevuta, 'debtor' | 'transfers'> {
  readonly id: number;
  readonly debtorCf: string | null;
  readonly debtorName: string | null;
}

type TransferRow = Omit<Transfer, 'bollo' | 'paid'> & { readonly bollo: 0 | 1; readonly paid: 0 | 1 };

function* ricevuteOf(ledger: ReadableLedger, documentId: number): Generator<Ricevuta> {
  const rows = pagesOf(documentId, (from, to) =>
    all<RicevutaRow>(
      ledger,
      `SELECT id, form, iuv, receipt_id AS receiptId, notice_number AS noticeNumber, outcome, paid_on AS paidOn,
         issued_at AS issuedAt, ente AS enteCodiceFiscale, total_cents AS totalCents, debtor_cf AS debtorCf,
         debtor_name AS debtorName, psp_code AS pspCode, psp_name AS pspName, station, description
       FROM ricevute WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${pageSize}`,
      [from, to],
    ),
  );
  for (const { id, debtorCf, debtorName, ...row } of rows)
    yield {
      ...row,
      debtor: { codiceFiscale: debtorCf, name: debtorName },
      transfers: transfersOf(ledger, id),
    };
}

/** Index 0 marks the line that an unpaid RT does not have. */
function transfersOf(ledger: ReadableLedger, ricevutaId: number): Transfer[] {
  return all<TransferRow>(
    ledger,
    `SELECT idx AS "index", iur, cents, ente AS enteCodiceFiscale, bollo, paid, description, category
     FROM transfers WHERE ricevuta_id = ? AND idx > 0 ORDER BY id`,
    [ricevutaId],
  ).map((row) => ({ ...row, cents: cents(row.cents), bollo: row.bollo === 1, paid: row.paid === 1 }));
}

interface PosizioneRow extends Omit<Posizione, 'debtor'> {
  readonly id: number;
  readonly debtorCf: string | null;
  readonly debtorName: string | null;
}

function* posizioniOf(ledger: ReadableLedger, documentId: number): Generator<Posizione> {
  const rows = pagesOf(documentId, (from, to) =>
    all<PosizioneRow>(
      ledger,
      `SELECT id, iud, iuv, notice_number AS noticeNumber, debtor_cf AS debtorCf, debtor_name AS debtorName,
         tipo_dovuto AS tipoDovuto, description, category, cents, due_day AS dueDay, action
       FROM posizioni WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${pageSize}`,
      [from, to],
    ),
  );
  for (const { id: _id, debtorCf, debtorName, ...row } of rows)
    yield { ...row, debtor: { codiceFiscale: debtorCf, name: debtorName } };
}

function* attesiOf(ledger: ReadableLedger, documentId: number): Generator<FlussoAtteso> {
  const rows = pagesOf(documentId, (from, to) =>
    all<FlussoAtteso & { id: number }>(
      ledger,
      `SELECT id, iuf, created_at AS createdAt, revision, psp_code AS pspCode
       FROM flussi_attesi WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${pageSize}`,
      [from, to],
    ),
  );
  for (const { id: _id, ...atteso } of rows) yield atteso;
}
