import type { HelpSection } from './entry.ts';

export const personalDataHelp: HelpSection = {
  id: 'dati-personali',
  title: 'Dati personali',
  lead: 'Chi può vederli, chi li chiede, quanto si tengono: tutto è nella schermata «Dati personali».',
  entries: [
    {
      id: 'condivisione-schermo',
      title: 'Come si condivide lo schermo senza mostrare nessuno?',
      paragraphs: [
        'Con F8, dalla tavolozza dei comandi o dal menu Vista: nomi, codici fiscali, code degli IUV e causali sono coperti in tutte le schermate, e una striscia in alto lo ricorda. Resta accesa anche chiudendo il programma, finché non si spegne.',
        'Anche senza, i codici fiscali sono coperti: si mostrano per 30 secondi con il tasto accanto, o tutti con F9.',
      ],
      also: ['mascherare', 'nascondere', 'videochiamata', 'privacy', 'GDPR'],
    },
    {
      id: 'estratto-cittadino',
      title: 'Un cittadino chiede quali suoi dati teniamo: che cosa gli diamo?',
      paragraphs: [
        'L’estratto: pagamenti, posizioni, messaggi e decisioni che lo riguardano, con il file e la riga da cui vengono, in Excel o su carta. Si fa anche con il comando «estratto».',
      ],
      also: ['accesso', 'articolo 15', 'GDPR', 'diritti'],
    },
    {
      id: 'minimizzare',
      title: 'Quanto si tengono i nomi?',
      paragraphs: [
        'Finché nessuno decide altrimenti, sempre. La minimizzazione toglie nomi, codici fiscali, causali e note da ciò che ha più anni di quanti se ne scelgono ed è tutto sistemato; importi, date e IUV restano, e i pallini non cambiano. Non si annulla: i nomi tornano soltanto da una copia fatta prima, e il programma dice quali ci sono e fino a quando.',
      ],
      also: ['conservazione', 'cancellare', 'oblio', 'anni'],
    },
    {
      id: 'scarto',
      title: 'Si possono eliminare documenti per sempre?',
      paragraphs: [
        'Gli archivi dei Comuni sono beni culturali: per scartarne anche una parte serve l’autorizzazione della Soprintendenza (art. 21 D.Lgs. 42/2004). Con il numero e la data dell’atto i documenti si scartano: i dati se ne vanno, l’atto resta scritto, e gli stessi file importati di nuovo sono rifiutati nominandolo. Per un’importazione sbagliata basta invece annullarla.',
      ],
      also: ['massimario', 'Soprintendenza', 'eliminare', 'distruggere'],
    },
  ],
};
