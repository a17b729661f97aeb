import { partReasons, regularisationStages } from '../../domain/regularisation.ts';
import { partReasonLabels, stageLabels, stageMeanings } from '../regularisation.ts';
import type { HelpSection } from './entry.ts';

export const regularisationHelp: HelpSection = {
  id: 'da-regolarizzare',
  title: 'Le reversali da chiedere alla ragioneria',
  lead: 'Il denaro che la tesoreria ha incassato come [[provvisorio]] va coperto con una [[reversale]]. La schermata Da regolarizzare propone le reversali di ogni provvisorio: quanto su quale servizio, capitolo e accertamento, e con quali pagamenti.',
  entries: [
    {
      id: 'proposta-di-regolarizzazione',
      title: 'Da dove vengono gli importi proposti',
      paragraphs: [
        'Dalle righe del flusso che il provvisorio ha pagato, raggruppate per servizio; capitolo e accertamento sono quelli scritti nelle Impostazioni. Le parti di un provvisorio danno sempre il suo importo, al centesimo.',
        `Ciò che non si può ancora chiedere resta una riga a sé, con il suo perché: ${partReasons.map((reason) => partReasonLabels[reason]).join('; ')}.`,
        'Quando più provvisori pagano un flusso, le sue righe si dividono fra loro solo se tornano al centesimo; altrimenti la riga dice «da ripartire» e nessun importo viene inventato.',
      ],
      also: ['reversali', 'capitolo', 'accertamento', 'differenza', 'ripartire'],
    },
    ...regularisationStages.map((stage) => {
      const { means, next } = stageMeanings[stage];
      return {
        id: `regolarizzazione-${stage}`,
        title: stageLabels[stage],
        paragraphs: [means, `Che cosa fare: ${next.charAt(0).toLowerCase()}${next.slice(1)}`],
      };
    }),
    {
      id: 'inviata-alla-ragioneria',
      title: 'Segnare una proposta come inviata',
      paragraphs: [
        'Il programma non manda niente: tiene a mente chi ha inviato la proposta, quando e con quali importi. Si possono segnare più provvisori insieme, e l’invio si può annullare. Un provvisorio inviato o regolarizzato non si invia una seconda volta.',
        'Se dopo l’invio la proposta cambia, per esempio perché arriva una revisione del flusso, la schermata lo dice e mostra i due importi. Quando un giornale di cassa porta la reversale il provvisorio diventa regolarizzato da solo; se la banca lo ripristina torna da regolarizzare.',
      ],
      also: ['ragioneria', 'invio', 'due volte', 'cambiata', 'ripristinato'],
    },
  ],
};

export const quadraturaHelp: HelpSection = {
  id: 'quadratura-dei-servizi',
  title: 'La quadratura di un servizio',
  lead: 'Per ogni servizio e periodo: quanto era dovuto, e quanto è pagato, rendicontato, riconciliato e regolarizzato. Ogni cifra apre l’elenco che la compone.',
  entries: [
    {
      id: 'quadratura-colonne',
      title: 'Che cosa conta ogni colonna',
      paragraphs: [
        'Dovuti: le posizioni che scadono nel periodo, senza quelle annullate; vengono dall’elenco del gestionale. Pagati: i pagamenti del periodo con la ricevuta. Rendicontati: quelli che un flusso elenca. Riconciliati: quelli il cui denaro è arrivato al centesimo. Regolarizzati: quelli il cui denaro è coperto per intero da reversali.',
        'Le posizioni si contano per la loro scadenza, i pagamenti per il giorno in cui sono fatti; i pagamenti di altri partner non contano. Sotto ogni servizio sta ciò che manca fra un passo e l’altro, e quanto è arrivato su ogni conto.',
      ],
      also: ['a chili', 'conto', 'mese', 'trimestre', 'anno'],
    },
    {
      id: 'totale-del-gestionale',
      title: 'Il totale del gestionale',
      paragraphs: [
        'Si copia a mano dal programma del servizio, per quel periodo, e si confronta con i pagati. Resta scritto chi lo ha messo e quando; non cambia lo stato di nessun pagamento, e si può togliere.',
      ],
      also: ['dichiarato', 'differenza', 'gestionale'],
    },
  ],
};
