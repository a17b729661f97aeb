import type { HelpSection } from './entry.ts';

export const dotsHelp: HelpSection = {
  id: 'tre-pallini',
  title: 'Che cosa vogliono dire i tre pallini',
  lead: 'Ogni pagamento ha tre pallini, sempre nello stesso ordine. Ciascuno risponde a una domanda, con un segno che si riconosce anche senza i colori.',
  entries: [
    {
      id: 'pagato',
      title: 'Primo: pagato',
      paragraphs: ['Il cittadino ha pagato? Risponde la [[ricevuta]].'],
    },
    {
      id: 'rendicontato',
      title: 'Secondo: rendicontato',
      paragraphs: [
        'Il PSP ha detto dentro quale bonifico sta il pagamento? Risponde il [[flusso|flusso di rendicontazione]].',
      ],
    },
    {
      id: 'riconciliato',
      title: 'Terzo: riconciliato',
      paragraphs: [
        'Il denaro è in tesoreria? Risponde il [[provvisorio]]: la sua causale nomina il flusso, e gli importi sono uguali al centesimo.',
      ],
    },
    {
      id: 'pallino-si',
      title: 'Sì',
      dot: 'yes',
      paragraphs: ['Tutto a posto: la prova c’è e va d’accordo con le altre.'],
      also: ['blu', 'spunta', 'cerchio'],
    },
    {
      id: 'pallino-attesa',
      title: 'Non ancora',
      dot: 'waiting',
      paragraphs: [
        'La prova non c’è, ma è presto: il termine non è passato. Non c’è nulla da fare. Vedi [[perche-due-giorni]].',
      ],
      also: ['grigio', 'orologio', 'attesa'],
    },
    {
      id: 'pallino-controllare',
      title: 'Da controllare',
      dot: 'warning',
      paragraphs: [
        'La prova c’è, ma qualcosa non torna: un importo diverso, un doppione, una parte che manca. Lo [[stati|stato del pagamento]] dice che cosa.',
      ],
      also: ['giallo', 'arancione', 'triangolo'],
    },
    {
      id: 'pallino-no',
      title: 'No',
      dot: 'problem',
      paragraphs: [
        'La prova manca e il termine è passato, oppure dice che il pagamento non è andato a buon fine.',
      ],
      also: ['rosso', 'croce', 'ottagono', 'problema'],
    },
    {
      id: 'pallino-non-si-applica',
      title: 'Non si applica',
      dot: 'none',
      paragraphs: [
        'Per questo pagamento la domanda non si pone: per esempio è di un altro ente, o il PSP lo ha versato da solo e il flusso non è dovuto.',
      ],
      also: ['trattino', 'lineetta'],
    },
  ],
};
