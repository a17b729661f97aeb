import type { PositionFlag, PositionStatus } from '../domain/posizione.ts';
import type { ServiceHint } from '../domain/service.ts';
import type { StatusMeaning } from './dots.ts';

/** What a status of a debt position means and what to do. */
export const positionMeanings: Readonly<Record<PositionStatus, StatusMeaning>> = {
  overdue: {
    means: 'Il termine è passato e fra i file importati non c’è nessun pagamento.',
    next: 'Controllare che i flussi e le ricevute più recenti siano importati; poi sollecitare il debitore.',
  },
  unpaid: {
    means: 'Non è ancora pagata, e il termine non è passato o non c’è.',
    next: 'Nulla: si può ancora pagare.',
  },
  'without-iuv': {
    means: 'L’elenco non dice il suo IUV: nessun pagamento le si può attribuire.',
    next: 'Importare l’elenco esportato dopo che gli avvisi sono stati emessi: si riconosce dallo IUD.',
  },
  paid: {
    means: 'Una ricevuta, o un flusso di rendicontazione, dice che è stata pagata.',
    next: 'Nulla: se il denaro è arrivato lo dice il pagamento.',
  },
  cancelled: {
    means: 'Un elenco la annulla: non è più dovuta.',
    next: 'Nulla.',
  },
};

/** The same of one position: what is odd about it comes before what its status asks for. */
export function meaningOfPosition(position: {
  readonly status: PositionStatus;
  readonly flags: readonly PositionFlag[];
}): StatusMeaning {
  const meaning = positionMeanings[position.status];
  const [flag] = position.flags;
  return flag === undefined ? meaning : { ...meaning, next: afterFlag[flag] };
}

const afterFlag: Readonly<Record<PositionFlag, string>> = {
  'paid-differs':
    'Confrontare l’importo pagato con quello dovuto: può mancare una parte, o il pagamento può essere doppio.',
  'paid-though-cancelled':
    'Chiarire con chi cura la posizione: il denaro di un debito annullato può essere da restituire.',
  'lists-disagree':
    'Guardare qui sotto gli elenchi che la dicono, e annullare l’importazione di quello che non vale più.',
};

/** By what payments without a service could be recognised. */
export function sayHint({ kind, value }: ServiceHint): string {
  switch (kind) {
    case 'tassonomia':
      return `tassonomia ${value}`;
    case 'tipo-dovuto':
      return `tipo dovuto ${value}`;
    case 'codice':
      return `IUV che cominciano con ${value}`;
    case 'parole':
      return `causali con «${value.toLowerCase()}»`;
    case 'nothing':
      return 'nessun indizio';
  }
}
