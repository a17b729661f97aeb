import type { Output } from '../contract/api.ts';
import type { Decision, DecisionRecord } from '../domain/decision.ts';
import type { TipoOperazione } from '../domain/movimento.ts';
import { euro, italianDay, many } from './figures.ts';

type ProvvisorioCard = Output<'provvisori.read'>;
type Provvisorio = ProvvisorioCard['provvisorio'];
type Reason = ProvvisorioCard['suggestions'][number]['reasons'][number];

/** Why a provvisorio could be the money of a flusso, in few words. */
export function sayFit(reason: Reason): string {
  switch (reason.code) {
    case 'same-amount':
      return 'stesso importo';
    case 'residual-amount':
      return 'è l’importo che manca';
    case 'truncated-iuf':
      return 'l’IUF troncato è un pezzo di questo';
    case 'same-psp':
      return 'stesso PSP';
    case 'days-apart':
      if (reason.days === 0) return 'stesso giorno';
      return reason.days > 0
        ? `${many(reason.days, 'giorno', 'giorni')} dopo`
        : `${many(-reason.days, 'giorno', 'giorni')} prima`;
  }
}

/** Why a provvisorio could be the money of several flussi. */
export function saySharing(reason: ProvvisorioCard['sharings'][number]['reasons'][number]): string {
  return sharingReasons[reason];
}

const sharingReasons = {
  named: 'la causale li nomina',
  'same-amount': 'insieme fanno l’importo',
  'same-psp': 'stesso PSP',
  'same-day': 'stesso giorno',
} as const;

/** What a PSP says of one payment of its flusso. */
export function sayEsito(esito: number): string {
  return esiti[esito] ?? `esito sconosciuto (${esito})`;
}

const esiti: Readonly<Record<number, string>> = {
  0: 'eseguito',
  3: 'revocato',
  4: 'eseguito, la ricevuta può arrivare dopo',
  8: 'incassato senza ricevuta',
  9: 'incassato senza ricevuta',
};

export const provvisorioStates: Readonly<Record<Provvisorio['state'], string>> = {
  open: 'da regolarizzare',
  'partly-regularised': 'regolarizzato in parte',
  regularised: 'regolarizzato',
  cancelled: 'stornato',
};

/** How sure the reading of a causale is. */
export const confidences: Readonly<Record<Provvisorio['extraction']['confidence'], string>> = {
  certain: 'lettura certa',
  likely: 'lettura probabile',
  confirm: 'da confermare',
};

/** What the causale of a provvisorio says. */
export const extractionKinds: Readonly<Record<Provvisorio['extraction']['kind'], string>> = {
  iuf: 'Nomina un flusso.',
  iuv: 'Nomina un solo pagamento, con il suo IUV.',
  truncated: 'Nomina un flusso, ma l’IUF è troncato: una persona deve dire quale.',
  unreadable: 'Dice di essere di pagoPA, ma il riferimento non si legge.',
  suspect: 'Sembra di pagoPA, ma non nomina né un flusso né un pagamento.',
  none: 'Non nomina né un flusso né un pagamento pagoPA.',
};

/** Of several flussi: their totals did not make the money up, or one of them is not there. */
export const toBeSharedOut =
  'Nomina più flussi, e i loro totali non fanno insieme questo importo: una persona deve ripartirlo.';

/** Where in the line of the giornale the reference was read. */
export const causaleSources: Readonly<Record<string, string>> = {
  causale: 'nella causale',
  'end-to-end': 'nel riferimento del bonifico (end to end)',
  'bank-data': 'nei dati a disposizione della banca',
  reference: 'nel riferimento dell’operazione (CRO, TRN)',
  payer: 'nel nome di chi ha versato',
  person: 'la dice una persona',
};

export const operazioni: Readonly<Record<TipoOperazione, string>> = {
  ESEGUITO: 'eseguito',
  STORNATO: 'stornato',
  REGOLARIZZATO: 'regolarizzato',
  RIPRISTINATO: 'ripristinato: torna da regolarizzare',
};

/** What a person decided, as its history tells it. */
export function sayDecision(decision: Decision): string {
  switch (decision.kind) {
    case 'link':
      return `abbinato al flusso ${decision.iuf}`;
    case 'share':
      return `ripartito: ${decision.shares.map(({ iuf, cents }) => `${euro(cents)} al flusso ${iuf}`).join(', ')}`;
    case 'correct':
      return sayCorrection(decision.reading);
    case 'unlink':
      return 'staccato dal flusso che la causale nomina';
    case 'exclude':
      return 'non è pagoPA';
    case 'sent':
      return 'inviata alla ragioneria la proposta di regolarizzazione';
    case 'partner':
      return `assegnato a ${decision.partner}`;
    case 'note':
      return decision.text === '' ? 'nota tolta' : 'nota';
  }
}

function sayCorrection(reading: Extract<Decision, { readonly kind: 'correct' }>['reading']): string {
  switch (reading.kind) {
    case 'iuf':
      return `lettura corretta: nomina il flusso ${reading.iuf}`;
    case 'iuv':
      return `lettura corretta: nomina il solo pagamento ${reading.iuv}`;
    case 'unreadable':
      return 'lettura corretta: il riferimento non si legge';
  }
}

/** What the person wrote beside the decision. */
export function remarkOf(decision: Decision): string {
  return decision.kind === 'note' ? decision.text : decision.note;
}

/** Why a decision no longer counts, or must be looked at again; null while it counts as it was made. */
export const endedDecisions: Readonly<Record<DecisionRecord['state'], string | null>> = {
  standing: null,
  'to-review': 'da rivedere: il flusso è cambiato da quando è stata presa',
  replaced: 'sostituita da una decisione più recente',
  broken: 'non vale più: ciò di cui parla è stato stornato, è diminuito o non c’è più',
  undone: 'annullata',
};

/** `02/03/2026, 10:15` of an ISO instant, in the clock of the office. */
export function sayMoment(instant: string): string {
  const moment = new Date(instant);
  return Number.isNaN(moment.valueOf())
    ? italianDay(instant.slice(0, 10), instant)
    : moment.toLocaleString('it-IT', {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      });
}
