import type { Content } from '../../shared/domain/document.ts';
import type { FlussoAtteso, FlussoHeader, RigaFlusso } from '../../shared/domain/flusso.ts';
import type {
  EstrattoHeader,
  GiornaleHeader,
  Movimento,
  SospesoCoperto,
} from '../../shared/domain/movimento.ts';
import type { Posizione } from '../../shared/domain/posizione.ts';
import type { Ricevuta, Transfer } from '../../shared/domain/ricevuta.ts';

/**
 * A line of text that stands for what a reading says and for nothing else: the digest of these lines is equal
 * for the same content under another wrapping (encoding, prefix, indentation, signature, archive).
 */
export function canonical(reading: Content): string {
  let values: readonly unknown[];
  switch (reading.type) {
    case 'giornale':
      values = inOrder(reading.header, giornaleOrder);
      break;
    case 'movimento':
      values = movimentoValues(reading.movimento);
      break;
    case 'flusso':
      values = inOrder(reading.header, flussoOrder);
      break;
    case 'riga':
      values = inOrder(reading.riga, rigaOrder);
      break;
    case 'estratto':
      values = inOrder(reading.header, estrattoOrder);
      break;
    case 'flusso-atteso':
      values = inOrder(reading.atteso, attesoOrder);
      break;
    case 'posizione':
      values = posizioneValues(reading.posizione);
      break;
    case 'ricevuta':
      values = ricevutaValues(reading.ricevuta);
      break;
  }
  // JSON of a list is unambiguous, and never holds a line break of its own.
  return `${JSON.stringify([reading.type, ...values])}\n`;
}

/** The reading that a line of {@link canonical} stands for. */
export function readCanonical(line: string): Content {
  const [type, ...values] = JSON.parse(line) as [Content['type'], ...unknown[]];
  switch (type) {
    case 'giornale':
      return { type, header: fromOrder<GiornaleHeader>(values, giornaleOrder) };
    case 'movimento': {
      const sospesi = (values.at(-1) as unknown[][]).map(toSospeso);
      return { type, movimento: { ...fromOrder<Movimento>(values, movimentoOrder), sospesi } };
    }
    case 'flusso':
      return { type, header: fromOrder<FlussoHeader>(values, flussoOrder) };
    case 'riga':
      return { type, riga: fromOrder<RigaFlusso>(values, rigaOrder) };
    case 'estratto':
      return { type, header: fromOrder<EstrattoHeader>(values, estrattoOrder) };
    case 'flusso-atteso':
      return { type, atteso: fromOrder<FlussoAtteso>(values, attesoOrder) };
    case 'posizione': {
      const [codiceFiscale, name] = values.slice(posizioneOrder.length) as [string | null, string | null];
      return {
        type,
        posizione: { ...fromOrder<Posizione>(values, posizioneOrder), debtor: { codiceFiscale, name } },
      };
    }
    case 'ricevuta': {
      const [codiceFiscale, name, transfers] = values.slice(ricevutaOrder.length) as [
        string,
        string,
        unknown[][],
      ];
      return {
        type,
        ricevuta: {
          ...fromOrder<Ricevuta>(values, ricevutaOrder),
          debtor: { codiceFiscale, name },
          transfers: transfers.map((transfer) => fromOrder<Transfer>(transfer, transferOrder)),
        },
      };
    }
    default:
      throw new Error(`not a canonical line: ${line.slice(0, 80)}`);
  }
}

/** The amount of a sospeso is absent, not null, where the file does not tell it. */
function toSospeso(values: readonly unknown[]): SospesoCoperto {
  const { cents, ...sospeso } = fromOrder<{ numero: string; cents: SospesoCoperto['cents'] | null }>(
    values,
    sospesoOrder,
  );
  return cents === null || cents === undefined ? sospeso : { ...sospeso, cents };
}

function fromOrder<T extends object>(values: readonly unknown[], order: readonly (keyof T)[]): T {
  const value: Partial<Record<keyof T, unknown>> = {};
  for (let i = 0; i < order.length; i++) {
    const key = order[i];
    if (key !== undefined) value[key] = values[i];
  }
  // What `inOrder` wrote of a T.
  return value as T;
}

function movimentoValues(movimento: Movimento): readonly unknown[] {
  const sospesi = movimento.sospesi.map((sospeso) => inOrder(sospeso, sospesoOrder));
  return [...inOrder(movimento, movimentoOrder), sospesi];
}

function ricevutaValues(ricevuta: Ricevuta): readonly unknown[] {
  const { codiceFiscale, name } = ricevuta.debtor;
  const transfers = ricevuta.transfers.map((transfer) => inOrder(transfer, transferOrder));
  return [...inOrder(ricevuta, ricevutaOrder), codiceFiscale, name, transfers];
}

function posizioneValues(posizione: Posizione): readonly unknown[] {
  const { codiceFiscale, name } = posizione.debtor;
  return [...inOrder(posizione, posizioneOrder), codiceFiscale, name];
}

/** Keys in the order in which they are written: the compiler sees to it that none is forgotten. */
function orderOf<T extends object>(order: Readonly<Record<keyof T, true>>): readonly (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in order) keys.push(key);
  return keys;
}

function inOrder<T extends object>(value: T, order: readonly (keyof T)[]): unknown[] {
  return order.map((key) => value[key] ?? null);
}

const giornaleOrder = orderOf<GiornaleHeader>({
  enteCodiceFiscale: true,
  enteDenominazione: true,
  flussoBt: true,
  createdAt: true,
  esercizio: true,
  from: true,
  to: true,
  page: true,
  pages: true,
});

const movimentoOrder = orderOf<Omit<Movimento, 'sospesi'>>({
  conto: true,
  esercizio: true,
  numero: true,
  verso: true,
  documento: true,
  operazione: true,
  cents: true,
  date: true,
  valueDate: true,
  bolletta: true,
  bollettaStorno: true,
  numeroMovimento: true,
  causali: true,
  endToEnd: true,
  bankTexts: true,
  reference: true,
  payer: true,
});

const sospesoOrder = orderOf<SospesoCoperto>({ numero: true, cents: true });

const flussoOrder = orderOf<FlussoHeader>({
  iuf: true,
  revision: true,
  createdAt: true,
  regolamento: true,
  date: true,
  pspCode: true,
  pspName: true,
  enteCodiceFiscale: true,
  enteDenominazione: true,
  declaredCount: true,
  declaredCents: true,
});

const rigaOrder = orderOf<RigaFlusso>({
  iuv: true,
  iur: true,
  index: true,
  cents: true,
  esito: true,
  date: true,
});

const estrattoOrder = orderOf<EstrattoHeader>({ layout: true, conto: true });

const attesoOrder = orderOf<FlussoAtteso>({ iuf: true, createdAt: true, revision: true, pspCode: true });

const posizioneOrder = orderOf<Omit<Posizione, 'debtor'>>({
  iud: true,
  iuv: true,
  noticeNumber: true,
  tipoDovuto: true,
  description: true,
  category: true,
  cents: true,
  dueDay: true,
  action: true,
});

const ricevutaOrder = orderOf<Omit<Ricevuta, 'debtor' | 'transfers'>>({
  form: true,
  iuv: true,
  receiptId: true,
  noticeNumber: true,
  outcome: true,
  paidOn: true,
  issuedAt: true,
  enteCodiceFiscale: true,
  totalCents: true,
  pspCode: true,
  pspName: true,
  station: true,
  description: true,
});

const transferOrder = orderOf<Transfer>({
  index: true,
  iur: true,
  cents: true,
  enteCodiceFiscale: true,
  bollo: true,
  paid: true,
  description: true,
  category: true,
});
