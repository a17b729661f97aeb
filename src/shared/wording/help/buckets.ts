import {
  flowBuckets,
  provvisorioBuckets,
  type FlowBucket,
  type ProvvisorioBucket,
} from '../../domain/bucket.ts';
import { flowLabels, provvisorioLabels } from '../labels.ts';
import type { HelpSection } from './entry.ts';

const flows: Readonly<Record<FlowBucket, readonly string[]>> = {
  reconciled: ['Il flusso c’è e il denaro arrivato è uguale al suo totale, al centesimo. Nulla da fare.'],
  partial: [
    'È arrivata solo una parte del denaro. Può essere un [[bonifico-supplementare]] che deve ancora arrivare, oppure il resto sta fra i provvisori da chiarire.',
  ],
  notReported: [
    'Il denaro è arrivato e nomina il flusso, ma il file del flusso non è stato importato. Scaricarlo dal [[partner]] e importarlo; se nessuno lo ha, può essere di un altro Partner.',
  ],
  otherPartner: [
    'Tutti i suoi pagamenti sono di un altro [[partner]], o lo ha deciso una persona. Resta fuori dalla differenza.',
  ],
  inError: [
    'Il file non torna (righe o totale diversi da quanto dichiara), oppure il denaro arrivato supera il totale. Aprirlo: il dettaglio dice che cosa non va.',
  ],
  awaiting: [
    'Il flusso c’è, il denaro non ancora: il termine di due giorni lavorativi non è passato. Nulla da fare.',
  ],
  missing: [
    'Il flusso c’è, il termine è passato e nessun provvisorio porta il suo denaro. Importare il giornale più recente, poi guardare i suggerimenti nel dettaglio.',
  ],
};

const provvisori: Readonly<Record<ProvvisorioBucket, readonly string[]>> = {
  reconciled: ['È il denaro di un flusso che c’è e torna: si può [[regolarizzazione|regolarizzare]].'],
  partial: ['È il denaro di un flusso che non è ancora arrivato tutto.'],
  notReported: [
    'La causale nomina un flusso, o uno IUV, di cui non c’è il file. Importare il flusso o la ricevuta.',
  ],
  otherPartner: ['È il denaro di un altro [[partner]]: lo regolarizza chi segue quel programma.'],
  inError: [
    'La causale dice che è pagoPA, ma il flusso non si legge per intero, o il flusso è in errore. Aprirlo: ci sono i flussi che potrebbero essere il suo. Vedi [[causale-illeggibile]].',
  ],
  notPagoPa: [
    'La causale non parla di pagoPA: mutui, trasferimenti, incassi diretti. Se sembra pagoPA ma non nomina nessun flusso, è segnato come sospetto.',
  ],
  cancelled: ['La banca ha richiamato tutto il denaro: vedi [[storno]].'],
};

export const flowHelp: HelpSection = {
  id: 'dove-sta-un-flusso',
  title: 'Dove sta un flusso',
  lead: 'Ogni flusso sta in un posto solo, deciso confrontando il suo file con tutto il denaro che lo nomina.',
  entries: flowBuckets.map((bucket) => ({
    id: `flusso-${bucket}`,
    title: capital(flowLabels[bucket]),
    paragraphs: flows[bucket],
  })),
};

export const provvisorioHelp: HelpSection = {
  id: 'dove-sta-un-provvisorio',
  title: 'Dove sta un provvisorio',
  lead: 'Ogni provvisorio di entrata segue la sorte del flusso che la sua causale nomina. Ciò che decide una persona vale più della causale, e si può sempre annullare.',
  entries: provvisorioBuckets.map((bucket) => ({
    id: `provvisorio-${bucket}`,
    title: capital(provvisorioLabels[bucket]),
    paragraphs: provvisori[bucket],
  })),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
