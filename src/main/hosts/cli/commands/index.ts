import type { Command } from '../command.ts';
import { causale } from './causale.ts';
import { demo } from './demo.ts';
import { flussi, pagamenti, provvisori, stato } from './elenchi.ts';
import { importa } from './importa.ts';
import { annulla, importazioni } from './importazioni.ts';
import { impostazioniLeggi, impostazioniScrivi } from './impostazioni.ts';
import { verifica } from './verifica.ts';

/** Every command, in the order in which the usage lists them. */
export const commands: readonly Command[] = [
  impostazioniLeggi,
  impostazioniScrivi,
  importa,
  importazioni,
  annulla,
  stato,
  pagamenti,
  flussi,
  provvisori,
  causale,
  verifica,
  demo,
];
