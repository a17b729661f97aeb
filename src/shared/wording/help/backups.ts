import type { HelpSection } from './entry.ts';

export const backupHelp: HelpSection = {
  id: 'copie-di-sicurezza',
  title: 'Copie di sicurezza',
  lead: 'Si fanno da sole, si controllano da sole, e si possono ripristinare: anche un ripristino si può annullare.',
  entries: [
    {
      id: 'quando-si-copia',
      title: 'Quando si fa una copia?',
      paragraphs: [
        'Dopo un’importazione (al più una ogni dieci minuti), prima di annullarne una, prima di un aggiornamento del programma e alla chiusura della finestra. Se dall’ultima non è cambiato nulla, non se ne fa un’altra.',
        'Ogni copia si rilegge appena fatta: se non è identica e integra, non si tiene. Restano tre copie di oggi, una al giorno per quattordici giorni, una al mese per dodici mesi.',
      ],
      also: ['backup', 'salvataggio', 'copia', 'automatico'],
    },
    {
      id: 'seconda-cartella',
      title: 'Dove conviene tenerle?',
      paragraphs: [
        'Le copie stanno nella cartella «copie», accanto al registro: proteggono da un errore, non da un disco guasto. Indicare una seconda cartella, condivisa o su un altro disco: ogni copia si fa anche lì. Se non risponde, il lavoro continua e compare un avviso.',
        'A chi cura i computer: copiare la cartella «copie», mai il file «tre-pallini.db» mentre il programma è aperto. Una copia da portare altrove si fa anche con il comando «copia».',
      ],
      also: ['rete', 'chiavetta', 'disco', 'NAS', 'condivisa'],
    },
    {
      id: 'ripristinare',
      title: 'Come si torna a una copia?',
      paragraphs: [
        'Il registro torna com’era allora; quello di adesso si tiene da parte, accanto, e si può ripristinare a sua volta. I messaggi ai cittadini restano fermi finché non si è guardata la coda: così nessuno riceve due volte lo stesso messaggio.',
      ],
      steps: [
        'Aprire «Copie di sicurezza».',
        'Scegliere la copia e premere «Ripristina»: la copia si controlla per intero prima di usarla.',
        'Importare di nuovo i documenti arrivati dopo quella copia.',
      ],
      also: ['ripristino', 'tornare indietro', 'recuperare', 'ripristina'],
    },
    {
      id: 'registro-guasto',
      title: 'E se il registro è guasto, o è sparito?',
      paragraphs: [
        'Il programma se ne accorge prima di scrivere qualunque cosa, dice che cosa manca e porta alle copie. Il file guasto non si cancella: resta accanto con il nome «corrotto» e la data.',
        'Se al posto del registro c’è una sua copia più vecchia, messa lì a mano, si può leggere: prima di scriverci, il programma chiede se è quella giusta.',
      ],
      also: ['corrotto', 'danneggiato', 'perso', 'cancellato', 'vecchio'],
    },
  ],
};
