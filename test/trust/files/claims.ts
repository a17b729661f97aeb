import type { Claim } from '../claim.ts';

export const files: readonly Claim[] = [
  {
    id: 'R06',
    tries: 'disco pieno: 30 livelli di SQLITE_FULL, e un disco vero da 64 MB riempito',
    target: 'registro intatto; la frase dice lo spazio libero e quello che serve; si legge e si esporta',
    proof: {
      where: ['trust/files/full-disk'],
      seenToFail:
        'senza riconoscere il disco pieno (trouble.ts) l’importazione finisce in un difetto «SqliteError: database or disk is full», sui livelli e sul disco vero',
    },
  },
  {
    id: 'R08',
    tries: 'cartella o file di sola lettura, cartella di un altro utente',
    target: 'si apre dichiarata «Sola lettura», nessun arresto, nessuna scrittura ritentata',
    proof: {
      where: ['trust/files/read-only'],
      seenToFail:
        'senza la copia da guardare quando SQLite non ha posto accanto, la cartella di un altro esce con 3; senza la prova di scrittura lo stato «sola lettura» non c’è',
    },
  },
  {
    id: 'R07',
    tries: 'cartella delle copie sparita, di sola lettura o piena, durante un’importazione',
    target: 'l’importazione riesce, avviso entro 1 s, l’ultima copia buona resta',
    proof: {
      where: ['trust/files/full-disk'],
      seenToFail:
        'senza guardare le cartelle a ogni importazione l’avviso arriva solo con la copia, dopo 1,6–2,0 s invece di meno di 1 (tutte e tre le cartelle)',
    },
  },
  {
    id: 'R09',
    tries: 'registro su una cartella di rete: UNC, DFS, lettera di rete, NFS, CIFS, SSHFS',
    target:
      'riconosciuto; non si apre e non si scrive nulla; la frase propone il disco locale e la seconda cartella',
    proof: {
      where: ['trust/files/places'],
      seenToFail:
        'senza il rifiuto nel nucleo, nella cartella di rete nascono registro, -wal, -shm e sentinella',
    },
  },
  {
    id: 'R10',
    tries:
      'registro in una cartella sincronizzata (OneDrive, Dropbox, Google Drive, iCloud, Nextcloud, Syncthing)',
    target:
      'avviso una volta sul terminale e su ogni schermata; un programma che blocca e rinomina i file da solo su Linux non si può provare: al suo posto R37 e R44',
    proof: {
      where: ['trust/files/places'],
      seenToFail:
        'senza dirlo all’avvio del nucleo, «importazioni» in Dropbox/registro non scrive alcun avviso',
    },
  },
  {
    id: 'R23',
    tries:
      'file cresciuto, tagliato, rinominato, sparito, scambiato o riscritto con la vecchia data, in 50 momenti',
    target: 'intatto, o intero: i byte letti sono quelli di cui si tiene l’impronta',
    proof: {
      where: ['trust/files/changed-file'],
      seenToFail:
        'senza il confronto alla fine della lettura (changeSince) resta il contenuto nuovo con l’impronta del vecchio',
    },
  },
  {
    id: 'R44',
    tries:
      'l’n-esima chiamata di file fallisce (EIO, EACCES, ENOSPC, EBUSY), una volta e per sempre, in otto lavori',
    target:
      'sempre come prima o intero; il messaggio è una frase, mai una traccia; SQLite fa le sue chiamate da sé (R06)',
    proof: {
      where: ['trust/files/io-errors'],
      seenToFail:
        'con l’avvio del thread che scrive senza riparo, EIO alla lettura delle dimensioni del registro terminava il processo con «uncaughtException»; senza riparo all’ultimo sguardo al file, il lettore finiva come per un difetto («a reader ended»)',
    },
  },
  {
    id: 'H37',
    tries:
      'cartella, collegamento, tubo, dispositivo, database e file di un altro utente al posto di un documento; il database anche per contenuto',
    target: 'ognuno rifiutato con la sua frase, subito, registro uguale',
    proof: {
      where: ['trust/files/changed-file'],
      seenToFail:
        'tolti insieme lo sguardo prima (lstat), O_NOFOLLOW e quello dopo (fstat): un collegamento è letto come file di un altro posto («unknown-format», «imported»), tubo e /dev/zero sono «vuoti». Uno solo dei tre basta ancora',
    },
  },
  {
    id: 'H39',
    tries: 'file ancora in scaricamento: .crdownload, .part, cresciuto mentre si legge',
    target: '«Il file è ancora in scaricamento.», registro uguale',
    proof: {
      where: ['trust/files/changed-file'],
      seenToFail: 'senza guardare il nome, mezzo.xml.crdownload risulta «imported»',
    },
  },
  {
    id: 'H41',
    tries: 'file di impostazioni guasti, di altra forma, con __proto__, di 17 MB',
    target: 'valori usuali, file guasto tenuto da parte, avviso',
    proof: {
      where: ['trust/files/places'],
      seenToFail:
        'senza metterlo da parte, copie.json guasto sparisce quando si indica di nuovo la seconda cartella (4 forme su 4)',
    },
  },
  {
    id: 'R37',
    tries: 'file creati o rinominati tenuti fino a 10 s da un altro programma',
    target: 'si ritenta con pause crescenti per 10 s, poi una frase; 0 persi',
    proof: {
      where: ['trust/files/io-errors'],
      seenToFail:
        'senza EBUSY fra ciò che può passare il file tenuto è rifiutato: «Il file non si lascia leggere (EBUSY)», e cade anche la prova della regola (EBUSY, EPERM, EACCES)',
    },
  },
  {
    id: 'R38',
    tries: 'nomi di 300 caratteri, emoji, NFC e NFD, %, punto e spazio in fondo, CON.xml, UNC, apostrofo',
    target: 'importati col loro nome, o rifiutati con una frase; mai un altro file',
    proof: {
      where: ['trust/files/changed-file'],
      seenToFail:
        'con il nome della persona al posto del nostro in in-arrivo, il primo (300 caratteri) non si lascia scrivere e il caricamento fallisce',
    },
  },
  {
    id: 'R46',
    tries: 'cartella di 1.000 file che sparisce quando ne è letto un terzo',
    target: 'ogni file intero o assente; finestra ferma al più 200 ms',
    proof: {
      where: ['trust/files/changed-file'],
      seenToFail:
        'se un file che non si apre non è più un esito ma un errore, il lettore finisce e 123 file su 200 hanno un esito che non è il loro',
    },
  },
];
