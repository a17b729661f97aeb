import type { Claim } from '../claim.ts';

export const damage: readonly Claim[] = [
  {
    id: 'R13',
    tries: 'bit che cambiano in un registro con righe in tutte le tabelle; verifica a finestra ferma',
    target: 'ogni cambiamento dei contenuti è segnalato',
    proof: {
      where: ['trust/damage/flipped-bits', 'trust/damage/idle-check'],
      seenToFail:
        'tolto il confronto con i sigilli delle righe: molti bit cambiati restavano muti; tolto l’arresto: la verifica andava avanti mentre si lavorava',
    },
  },
  {
    id: 'R14',
    tries:
      'registro tolto, vuoto, tagliato, con l’inizio guasto, un testo al suo posto; wal tolto o di un altro',
    target: 'riconosciuto prima di ogni scrittura',
    proof: {
      where: ['main/ledger/sentinel'],
      seenToFail:
        'tolto lo sguardo ai file prima di aprire: 8 prove su 11 fallite, il registro si apriva o si riscriveva',
    },
  },
  {
    id: 'R15',
    tries: 'ripristino guidato dalla finestra, e dopo ogni guasto',
    target:
      'si perde al più 1 importazione; ≤ 60 s con un milione di pagamenti; ≤ 3 clic; il guasto resta; si disfa',
    proof: {
      where: ['main/ledger/backup/restore', 'trust/damage/restore-time', 'e2e/ripristino.spec.ts'],
      seenToFail:
        'tolta la messa da parte del registro di prima: 5 prove fallite, non c’era più e non si poteva disfare',
    },
  },
  {
    id: 'R16',
    tries: 'un byte cambiato in una copia di sicurezza',
    target: 'visto prima che la copia sia offerta',
    proof: {
      where: ['main/ledger/backup/backup'],
      seenToFail:
        'tolto il confronto con l’impronta della scheda: il primo byte cambiato passava per integro',
    },
  },
  {
    id: 'R17',
    tries: 'la scala delle copie, con salti dell’orologio',
    target: 'mai meno di 2 copie integre; in tutto al più 20 volte il registro',
    proof: {
      where: ['shared/domain/backup-ladder', 'main/ledger/backup/backup'],
      seenToFail:
        'tolte le due copie che restano sempre: ne restava una; con 30 volte invece di 20: le copie occupavano troppo',
    },
  },
  {
    id: 'R18',
    tries: 'aggiornamento dai registri di ogni versione conservata',
    target: 'stessa impronta, nessun riferimento rotto; ≤ 30 s per milione di righe',
    proof: {
      where: ['main/ledger/golden', 'trust/damage/restore-time'],
      seenToFail:
        'tolto il ricalcolo all’apertura: i registri delle prime versioni avevano un’altra impronta',
    },
  },
  {
    id: 'R19',
    tries: 'programma più vecchio su un registro più nuovo',
    target: 'non si apre, dice quale versione serve, e non cambia un byte',
    proof: {
      where: ['main/ledger/open'],
      seenToFail: 'tolto il confronto delle versioni: il registro si apriva e cambiava',
    },
  },
  {
    id: 'R20',
    tries: 'aggiornamento senza spazio, o senza copia',
    target: 'prima la copia integra e il triplo dello spazio, altrimenti nessun aggiornamento',
    proof: {
      where: ['main/ledger/backup/backup'],
      seenToFail:
        'tolto il conto dello spazio: l’aggiornamento andava avanti; tolto il rifiuto senza copia: si aggiornava lo stesso',
    },
  },
  {
    id: 'H40',
    tries: 'ripristino di un registro altrui, più nuovo, o preparato apposta (trigger, viste, colonne)',
    target: 'rifiutato, e non si tocca nulla',
    proof: {
      where: ['main/ledger/backup/restore'],
      seenToFail:
        'tolto il confronto delle tabelle: passavano viste, trigger e colonne altrui (4 prove fallite)',
    },
  },
];
