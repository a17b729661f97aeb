import { cbiRh } from './cbi-rh/cbi-rh.ts';
import { elencoFlussi } from './elenco-flussi/elenco-flussi.ts';
import { elencoPosizioni } from './elenco-posizioni/elenco-posizioni.ts';
import { estrattoXls } from './estratto-xls/estratto-xls.ts';
import { flussoFdr1 } from './flusso-fdr1/flusso-fdr1.ts';
import { flussoFdr3 } from './flusso-fdr3/flusso-fdr3.ts';
import { flussoPiemonte } from './flusso-piemonte/flusso-piemonte.ts';
import { giornaleOpi } from './giornale-opi/giornale-opi.ts';
import { govpayConsole } from './govpay-console/govpay-console.ts';
import { govpayFlussi } from './govpay-flussi/govpay-flussi.ts';
import { govpayRendicontazione } from './govpay-rendicontazione/govpay-rendicontazione.ts';
import { hypersicAv20 } from './hypersic-av20/hypersic-av20.ts';
import type { Importer } from './importer.ts';
import { mypivotGiornale } from './mypivot-giornale/mypivot-giornale.ts';
import { pagati } from './pagati/pagati.ts';
import { piemonteProvvisori } from './piemonte-provvisori/piemonte-provvisori.ts';
import { posizioniP4pa } from './posizioni-p4pa/posizioni-p4pa.ts';
import { posizioniPiemonte } from './posizioni-piemonte/posizioni-piemonte.ts';
import { posteEstratto } from './poste-estratto/poste-estratto.ts';
import { ricevutaJson } from './ricevuta-json/ricevuta-json.ts';
import { ricevuta } from './ricevuta/ricevuta.ts';
import { ricevuteP4pa } from './ricevute-p4pa/ricevute-p4pa.ts';
import { secim } from './secim/secim.ts';
import { tesoreriaCompleto } from './tesoreria-completo/tesoreria-completo.ts';
import { tesoreriaCsv } from './tesoreria-csv/tesoreria-csv.ts';

/** Every format that can be read. The order has no meaning. */
export const importers: readonly Importer[] = [
  giornaleOpi,
  tesoreriaCsv,
  tesoreriaCompleto,
  posteEstratto,
  estrattoXls,
  mypivotGiornale,
  piemonteProvvisori,
  cbiRh,
  flussoFdr1,
  flussoFdr3,
  flussoPiemonte,
  elencoFlussi,
  ricevuta,
  ricevutaJson,
  govpayFlussi,
  govpayConsole,
  govpayRendicontazione,
  ricevuteP4pa,
  pagati,
  hypersicAv20,
  secim,
  posizioniP4pa,
  posizioniPiemonte,
  elencoPosizioni,
];
