import { elencoFlussi } from './elenco-flussi/elenco-flussi.ts';
import { flussoFdr1 } from './flusso-fdr1/flusso-fdr1.ts';
import { flussoFdr3 } from './flusso-fdr3/flusso-fdr3.ts';
import { flussoPiemonte } from './flusso-piemonte/flusso-piemonte.ts';
import { giornaleOpi } from './giornale-opi/giornale-opi.ts';
import type { Importer } from './importer.ts';
import { ricevutaJson } from './ricevuta-json/ricevuta-json.ts';
import { ricevuta } from './ricevuta/ricevuta.ts';

/** Every format that can be read. The order has no meaning. */
export const importers: readonly Importer[] = [
  giornaleOpi,
  flussoFdr1,
  flussoFdr3,
  flussoPiemonte,
  elencoFlussi,
  ricevuta,
  ricevutaJson,
];
