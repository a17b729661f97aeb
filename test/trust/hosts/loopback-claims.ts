import type { Claim } from '../claim.ts';

const server = 'hosts/browser/serve-http';
const guard = 'hosts/browser/guard';
const browser = 'hosts/browser/browser';
const others = 'trust/hosts/loopback';
const attacks = 'e2e/attacks.spec.ts';

const row = (
  number: number,
  tries: string,
  target: string,
  where: readonly string[],
  seenToFail: string,
): Claim => ({
  id: `L${String(number).padStart(2, '0')}`,
  tries: `finestra nel browser: ${tries}`,
  target,
  proof: { where, seenToFail },
});

/** The server on this computer, threat by threat. */
export const loopback: readonly Claim[] = [
  row(1, 'altri computer', 'ascolta solo 127.0.0.1', [server], 'in ascolto su 0.0.0.0: 127.0.0.2 rispondeva'),
  row(
    2,
    'DNS che cambia (rebinding)',
    '12 Host o più: 421, anche per la pagina',
    [guard, server],
    'Host non più confrontato: 200 a nomi altrui',
  ),
  row(
    3,
    'moduli e fetch di altri siti',
    'Origin, Sec-Fetch-Site e tipo esatti; da una pagina vera 0 letti, 0 cambiamenti',
    [guard, attacks],
    'Origin non più guardata: passavano in 12',
  ),
  row(
    4,
    'un altro utente di questo computer',
    '401 vuoto ovunque ci sia da chiedere; i file della pagina, uguali per tutti, si leggono',
    [others],
    'chiave non più chiesta: rispondeva',
  ),
  row(
    5,
    'quanto dura un confronto',
    'a tempo costante',
    [others],
    'confronto normale delle impronte: trovato',
  ),
  row(
    6,
    'chi indovina',
    'dopo 5 errori 1 s a risposta',
    [server],
    'errori liberi portati a 5.000: nessuna attesa',
  ),
  row(7, 'codice di avvio', 'una volta, 30 s', [browser, server], 'non più segnato speso: apriva due volte'),
  row(
    8,
    'intestazioni',
    'no-store, nosniff, COOP, CORP, niente cookie né Server',
    [server],
    'tolto no-store: mancava',
  ),
  row(
    9,
    'tracce nel profilo del browser',
    '0 dopo la chiusura',
    [attacks],
    'profilo non cancellato: il codice cercato era in History, Favicons, Sessions e in altri 2 file',
  ),
  row(10, 'profilo', 'cartella sua, con la sandbox', [browser], 'tolta la cartella: mancava tra le opzioni'),
  row(
    11,
    '200 connessioni lente',
    'la finestra risponde sotto 1 s',
    [server],
    'tetto degli sconosciuti tolto: restavano tutte e 200',
  ),
  row(12, 'corpi troppo grandi', 'non letti oltre 8 MB', [server], 'tetto a 80 MB: 9 MB letti'),
  row(
    13,
    'server rimasto solo',
    'finisce 60 s dopo l’ultima finestra',
    [browser],
    'lavoro in corso non più guardato: finiva a metà',
  ),
  row(
    14,
    'secondo avvio',
    'rifiutato, con il nome di chi tiene la cartella',
    ['main/hosts/browser'],
    'lucchetto ignorato: il secondo restava aperto',
  ),
  row(
    15,
    'browser che manca',
    'un indirizzo da copiare',
    [browser],
    'amministratore non più riconosciuto: si apriva senza sandbox',
  ),
  row(
    16,
    'regole sui contenuti',
    '0 violazioni, nessuno script in linea; stili col nonce',
    [server, attacks],
    '«unsafe-inline» per gli script: trovato nelle regole',
  ),
  row(
    17,
    'API locale',
    'Host, pagine, chiave, metodo e corpo controllati; sola lettura',
    ['hosts/api/guard'],
    'Origin non più guardata: una pagina era ascoltata',
  ),
];
