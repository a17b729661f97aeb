import type { AgeBucket, PartReason, RegularisationStage } from '../domain/regularisation.ts';
import type { StatusMeaning } from './dots.ts';

export const stageLabels: Readonly<Record<RegularisationStage, string>> = {
  open: 'Da regolarizzare',
  sent: 'Inviata alla ragioneria',
  partly: 'Regolarizzato in parte',
  done: 'Regolarizzato',
};

export const stageMeanings: Readonly<Record<RegularisationStage, StatusMeaning>> = {
  open: {
    means: 'Nessuna reversale copre ancora questo provvisorio.',
    next: 'Controllare la proposta qui sotto e segnarla come inviata quando la ragioneria l’ha avuta.',
  },
  sent: {
    means:
      'La proposta è stata data alla ragioneria; nessun giornale di cassa dice ancora che la reversale è fatta.',
    next: 'Nulla: un giornale di cassa dirà quando il provvisorio è regolarizzato.',
  },
  partly: {
    means: 'Una o più reversali ne coprono una parte.',
    next: 'Chiedere alla ragioneria la reversale per quello che resta.',
  },
  done: { means: 'Le reversali lo coprono per intero.', next: 'Nulla.' },
};

export const ageLabels: Readonly<Record<AgeBucket, string>> = {
  '0-30': 'fino a 30 giorni',
  '31-60': 'da 31 a 60 giorni',
  '61-90': 'da 61 a 90 giorni',
  'over-90': 'oltre 90 giorni',
};

/** Why a part of a provvisorio is no reversale yet. */
export const partReasonLabels: Readonly<Record<PartReason, string>> = {
  'other-partner': 'di un altro partner tecnologico',
  'not-ours': 'di un altro ente',
  'unknown-service': 'servizio da riconoscere',
  'flow-absent': 'il flusso non è arrivato',
  'flow-differs': 'differenza tra il denaro e il flusso',
  'flow-anomalous': 'differenza: il flusso non quadra',
  'to-share-out':
    'da ripartire: il flusso è coperto da più provvisori e le sue righe non si dividono tra loro',
  'single-unknown': 'pagamento singolo senza ricevuta',
  'single-differs': 'differenza tra il denaro e la ricevuta',
  'to-clear-up': 'da chiarire: denaro di nessun flusso',
};

/** Where the money of a service goes in the budget. */
export function sayBudget(part: {
  readonly capitolo: string | null;
  readonly accertamento: string | null;
}): string {
  const { capitolo, accertamento } = part;
  const told = [
    ...(capitolo === null ? [] : [`capitolo ${capitolo}`]),
    ...(accertamento === null ? [] : [`accertamento ${accertamento}`]),
  ];
  return told.length === 0 ? 'capitolo da indicare nelle impostazioni' : told.join(', ');
}
