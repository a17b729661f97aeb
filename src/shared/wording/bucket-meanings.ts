import type { FlowBucket, ProvvisorioBucket } from '../domain/bucket.ts';
import type { StatusMeaning } from './dots.ts';

/** What the place of a provvisorio means for the clerk, and what to do. */
export const provvisorioMeanings: Readonly<Record<ProvvisorioBucket, StatusMeaning>> = {
  reconciled: {
    means: 'Il denaro è del flusso che nomina, e gli importi vanno d’accordo al centesimo.',
    next: 'Nulla.',
  },
  partial: {
    means: 'Il denaro copre solo una parte del flusso che nomina.',
    next: 'Cercare il resto fra i provvisori da chiarire, o attendere il prossimo giornale.',
  },
  notReported: {
    means: 'Il denaro nomina un flusso che non è stato importato.',
    next: 'Scaricare il flusso dal Partner Tecnologico e importarlo; se non è nostro, assegnarlo a un altro partner.',
  },
  otherPartner: {
    means: 'Il denaro è di un flusso di un altro Partner Tecnologico: lo segue il suo programma.',
    next: 'Nulla. Se invece è nostro, correggere i codici nelle impostazioni.',
  },
  inError: {
    means: 'La causale non si legge fino in fondo, o gli importi non vanno d’accordo.',
    next: 'Leggere la causale nella scheda del provvisorio e abbinarlo al suo flusso.',
  },
  notPagoPa: {
    means: 'La causale non nomina pagoPA: è un incasso di altra natura.',
    next: 'Nulla. Se invece è pagoPA, abbinarlo al suo flusso.',
  },
  cancelled: {
    means: 'La banca ha stornato tutto il provvisorio: il denaro non c’è più.',
    next: 'Nulla.',
  },
};

/** What the place of a flusso means for the clerk, and what to do. */
export const flowMeanings: Readonly<Record<FlowBucket, StatusMeaning>> = {
  reconciled: {
    means: 'Il denaro del flusso è arrivato tutto, al centesimo.',
    next: 'Nulla.',
  },
  partial: {
    means: 'È arrivata solo una parte del denaro del flusso.',
    next: 'Cercare il resto fra i provvisori da chiarire, o attendere il prossimo giornale.',
  },
  notReported: {
    means: 'Il denaro è arrivato e nomina questo flusso, ma il flusso non è stato importato.',
    next: 'Scaricarlo dal Partner Tecnologico e importarlo; se non è nostro, assegnarlo a un altro partner.',
  },
  otherPartner: {
    means: 'Il flusso è di un altro Partner Tecnologico: lo segue il suo programma.',
    next: 'Nulla. Se invece è nostro, correggere i codici nelle impostazioni.',
  },
  inError: {
    means: 'Il flusso non torna, o è arrivato più denaro del suo totale.',
    next: 'Guardare le anomalie e i provvisori qui sotto; poi chiedere al PSP una nuova versione, o cercare uno storno.',
  },
  awaiting: {
    means: 'Il flusso è arrivato da poco: il denaro può ancora arrivare.',
    next: 'Nulla, per ora.',
  },
  missing: {
    means: 'Dopo due giorni lavorativi nessun provvisorio porta il denaro di questo flusso.',
    next: 'Importare il giornale di cassa più recente; cercare fra i provvisori da chiarire, poi chiedere al PSP.',
  },
};
