import type { HelpSection } from './entry.ts';

export const otherProgramsHelp: HelpSection = {
  id: 'altri-programmi',
  title: 'Altri programmi e cartella sorvegliata',
  lead: 'Sono due porte, spente finché non si accendono in Impostazioni: una per leggere il registro da altri programmi, una per importare senza trascinare.',
  entries: [
    {
      id: 'api-locale',
      title: 'Come fa un altro programma a leggere i pagamenti?',
      paragraphs: [
        'Con l’API locale: risponde solo a questo computer, solo mentre la finestra è aperta (o con il comando «api servi»), e si può soltanto leggere.',
      ],
      steps: [
        'In Impostazioni, «Altri programmi», accendere l’API locale.',
        'Aggiungere il programma: il suo token si vede una volta sola, da copiare e incollare nel programma.',
        'A chi cura il programma dare l’indirizzo mostrato: in /v1/openapi.json c’è la descrizione completa.',
        'Quando non serve più, revocare il token: da subito non vale.',
      ],
      also: ['api', 'token', 'gestionale', 'integrazione', 'openapi', 'porta', 'Bearer'],
    },
    {
      id: 'api-persone',
      title: 'Che cosa vedono gli altri programmi delle persone?',
      paragraphs: [
        'Di solito nulla: al posto del nome le iniziali, del codice fiscale sei caratteri, delle causali niente; e non possono cercare un codice fiscale. Chi ne ha davvero bisogno si crea con «Vede chi paga, in chiaro».',
        'Del token qui resta solo l’impronta, e del suo uso solo il giorno.',
      ],
      also: ['privacy', 'mascherato', 'in chiaro', 'dati personali', 'codice fiscale'],
    },
    {
      id: 'cartella-sorvegliata',
      title: 'Che cosa fa la cartella sorvegliata?',
      paragraphs: [
        'Importa da sé ciò che vi si salva, come se fosse stato trascinato nella finestra, e lo dice. Un file che si sta ancora scaricando si aspetta: finito, e fermo da due secondi, si legge.',
        'Ogni file si prende una volta sola, anche con un altro nome; uno rifiutato si riprova solo se cambia. Nulla viene spostato, rinominato o cancellato. Un’importazione annullata non si ripete da sé: quel file va trascinato.',
        'Se la cartella sparisce (una chiavetta, la rete) il programma lo dice una volta e riprende quando torna.',
      ],
      also: ['sorveglia', 'download', 'scaricati', 'automatico', 'cartella'],
    },
  ],
};
