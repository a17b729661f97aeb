import type { HelpSection } from './entry.ts';

export const dailyHelp: HelpSection = {
  id: 'ogni-giorno',
  title: 'Ogni giorno in cinque minuti',
  entries: [
    {
      id: 'giro-del-mattino',
      title: 'Il giro del mattino',
      paragraphs: [],
      steps: [
        'Scaricare il giornale di cassa di ieri dal tesoriere, e flussi e ricevute nuovi dal Partner Tecnologico.',
        'Trascinarli tutti insieme nella finestra, guardare l’anteprima e importare.',
        'Leggere il rapporto: prima gli errori, poi i flussi non rendicontati.',
        'Aprire il Cruscotto: «Tutto riconciliato a meno di…» è l’elenco delle cose da guardare, e nient’altro.',
        'Per ogni voce aprire il dettaglio, leggere che cosa fare e, se serve, abbinare a mano o lasciare una nota.',
        'I provvisori riconciliati si possono regolarizzare in contabilità.',
      ],
    },
    {
      id: 'prima-volta',
      title: 'La prima volta',
      paragraphs: ['Bastano tre cose.'],
      steps: [
        'Nelle Impostazioni scrivere denominazione e codice fiscale dell’ente, e i nostri codici.',
        'Se l’ente ha più Partner Tecnologici, scrivere i codici degli altri: i loro flussi non saranno presi per errori.',
        'Importare tutto ciò che si ha dell’anno: più documenti ci sono, meno voci restano da chiarire.',
      ],
    },
  ],
};
