import { positionStatuses } from '../../domain/posizione.ts';
import { positionLabels } from '../labels.ts';
import { positionMeanings } from '../positions.ts';
import type { HelpSection } from './entry.ts';

export const positionHelp: HelpSection = {
  id: 'posizioni-debitorie',
  title: 'Ciò che è dovuto: le posizioni debitorie',
  lead: 'Una posizione dice chi deve quanto, per che cosa ed entro quando, che sia pagata o no. La porta l’elenco che il programma dei pagamenti esporta. Serve a due cose: dà un nome ai pagamenti senza ricevuta, e mostra ciò che resta da pagare.',
  entries: [
    ...positionStatuses.map((status) => {
      const { means, next } = positionMeanings[status];
      return {
        id: `posizione-${status}`,
        title: positionLabels[status],
        paragraphs: [means, `Che cosa fare: ${next.charAt(0).toLowerCase()}${next.slice(1)}`],
      };
    }),
    {
      id: 'posizione-in-piu-elenchi',
      title: 'La stessa posizione in più elenchi',
      paragraphs: [
        'Si riconosce dallo [[iuv]] o, finché non lo ha, dallo IUD. Gli elenchi non dicono la loro data: se uno la annulla è annullata; se due dicono importi diversi ne vale uno solo, sempre lo stesso, e la posizione lo segnala. Il dettaglio mostra tutte le righe che ne parlano: per togliere quella sbagliata si annulla il suo elenco.',
      ],
      also: ['iud', 'versioni', 'annullare'],
    },
    {
      id: 'servizio-del-pagamento',
      title: 'Da che cosa si capisce il servizio di un pagamento',
      paragraphs: [
        'In quest’ordine: il codice con cui comincia lo [[iuv]], la tassonomia scritta nella ricevuta, il tipo dovuto o la tassonomia della posizione, le parole della causale. Il dettaglio del pagamento dice quale è servito.',
        'Ciò che nessuno ha ancora riconosciuto sta nelle Impostazioni, sotto Servizi, in gruppi: dire una volta di quale servizio è un gruppo basta anche per i pagamenti che verranno.',
      ],
      also: ['tassonomia', 'tipo dovuto', 'sconosciuti', 'riconoscere'],
    },
  ],
};
