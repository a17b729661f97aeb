import type { Command } from '../command.ts';
import { apiConsumatori, apiCrea, apiRevoca, apiServi } from './api.ts';
import { aggiornamentoVerifica } from './aggiornamento.ts';
import { assegna } from './assegna.ts';
import { causale } from './causale.ts';
import { collega, scollega } from './collega.ts';
import { correggi } from './correggi.ts';
import { consumatori, consumatoriTogli } from './consumatori.ts';
import { copia } from './copia.ts';
import { demo } from './demo.ts';
import { flussi, pagamenti, provvisori, stato } from './elenchi.ts';
import { diagnosi } from './diagnosi.ts';
import { esporta } from './esporta.ts';
import { estratto } from './estratto.ts';
import { importa } from './importa.ts';
import { annulla, importazioni } from './importazioni.ts';
import { impostazioniLeggi, impostazioniScrivi } from './impostazioni.ts';
import { accoda, anteprima, campagne, ritira } from './messaggi/campagne.ts';
import { correggi as correggiMessaggi } from './messaggi/correggi.ts';
import { carta, rapporto, rifiutate } from './messaggi/documenti.ts';
import { aggiorna, invia, riprendi, risolvi, stato as statoMessaggi } from './messaggi/invio.ts';
import { prepara } from './messaggi/prepara.ts';
import { cie, promemoria, regole } from './messaggi/regole.ts';
import {
  chiave,
  impostazioni as impostazioniMessaggi,
  modelli,
  pagatiAltrove,
  servizi as serviziIo,
} from './messaggi/servizi.ts';
import { minimizza } from './minimizza.ts';
import { nota } from './nota.ts';
import { posizioni } from './posizioni.ts';
import { quadratura } from './quadratura.ts';
import { registro } from './registro.ts';
import { regolarizzare } from './regolarizzare.ts';
import { ripristina } from './ripristina.ts';
import { scarta } from './scarta.ts';
import { servizi } from './servizi.ts';
import { profili, profiliProponi, profiliScrivi, profiliTogli } from './profili.ts';
import { sorveglia } from './sorveglia.ts';
import { verifica } from './verifica.ts';

/** Every command, in the order in which the usage lists them. */
export const commands: readonly Command[] = [
  impostazioniLeggi,
  impostazioniScrivi,
  importa,
  importazioni,
  annulla,
  profili,
  profiliProponi,
  profiliScrivi,
  profiliTogli,
  stato,
  pagamenti,
  flussi,
  provvisori,
  posizioni,
  regolarizzare,
  quadratura,
  servizi,
  causale,
  collega,
  scollega,
  correggi,
  nota,
  assegna,
  esporta,
  consumatori,
  consumatoriTogli,
  prepara,
  campagne,
  anteprima,
  accoda,
  ritira,
  correggiMessaggi,
  invia,
  aggiorna,
  statoMessaggi,
  risolvi,
  riprendi,
  rapporto,
  carta,
  rifiutate,
  serviziIo,
  chiave,
  impostazioniMessaggi,
  modelli,
  pagatiAltrove,
  promemoria,
  regole,
  cie,
  estratto,
  minimizza,
  scarta,
  verifica,
  registro,
  diagnosi,
  aggiornamentoVerifica,
  copia,
  ripristina,
  apiConsumatori,
  apiCrea,
  apiRevoca,
  apiServi,
  sorveglia,
  demo,
];
