import type { Claim } from '../claim.ts';

const where = ['trust/supply/parts'];

export const supply: readonly Claim[] = [
  {
    id: 'S01',
    tries: 'npm non esegue script dei pacchetti e prende versioni esatte, pubbliche da una settimana',
    target: 'tutte le versioni esatte',
    proof: { where, seenToFail: 'una versione con l’accento circonflesso (`^3.4.0`): nominata' },
  },
  {
    id: 'S02',
    tries:
      'le licenze di ciò che si distribuisce sono compatibili con EUPL-1.2; quelle degli strumenti, libere',
    target: 'nessuna fuori dall’elenco',
    proof: { where, seenToFail: 'MIT tolta dall’elenco: nominati i pacchetti che la usano' },
  },
  {
    id: 'S03',
    tries: 'pochi pacchetti per funzionare, ciascuno diretto con la sua ragione scritta',
    target: 'al più 25 fuori da React, Mantine ed Electron',
    proof: { where, seenToFail: 'il nome di `yauzl` tolto dalle ragioni: chiesto dal test' },
  },
  {
    id: 'S04',
    tries: 'ogni pacchetto del file di blocco viene dal registro, con la sua impronta SHA-512',
    target: 'tutti; nessuno script di installazione in ciò che si distribuisce',
    proof: { where, seenToFail: 'un’impronta tolta dal file di blocco: nominato il pacchetto' },
  },
  {
    id: 'S05',
    tries: 'l’elenco CycloneDX delle parti di una versione le nomina tutte',
    target: 'nessuna manca',
    proof: {
      where,
      seenToFail: 'solo le dipendenze dichiarate nell’elenco: mancavano quelle chiuse nella pagina',
    },
  },
];
