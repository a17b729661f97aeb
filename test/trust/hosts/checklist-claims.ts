import type { Claim } from '../claim.ts';

const point = (
  number: number,
  tries: string,
  target: string,
  where: readonly string[],
  seenToFail: string,
): Claim => ({
  id: `E${String(number).padStart(2, '0')}`,
  tries: `Electron, punto ${number}: ${tries}`,
  target,
  proof: { where, seenToFail },
});

const window = 'hosts/electron/electron';
const program = 'trust/hosts/electron';

/** The twenty points of Electron's own list, in its order. What only the binary can show is tried where there is one. */
export const checklist: readonly Claim[] = [
  point(
    1,
    'solo contenuti sicuri',
    'nulla si carica da fuori',
    [window, program],
    'richieste di rete non più fermate: https passava',
  ),
  point(
    2,
    'niente Node nella pagina',
    'spento ovunque',
    [window],
    'nodeIntegration acceso: opzioni diverse dalle dichiarate',
  ),
  point(
    3,
    'contesti separati',
    'acceso',
    [window],
    'contextIsolation spento: opzioni diverse dalle dichiarate',
  ),
  point(
    4,
    'sandbox',
    'per la finestra e per ogni processo',
    [window, program],
    'tolta enableSandbox: la prima istruzione era un’altra',
  ),
  point(
    5,
    'permessi',
    'negati tutti, tranne scrivere negli appunti',
    [window],
    'richieste sempre concesse: 11 permessi concessi',
  ),
  point(6, 'webSecurity', 'acceso', [window], 'webSecurity spento: opzioni diverse dalle dichiarate'),
  point(
    7,
    'regole sui contenuti',
    'su ogni risposta, script solo da file; stili con nonce',
    [window],
    'tolta l’intestazione: nessuna regola sulla pagina',
  ),
  point(8, 'contenuti misti', 'spenti', [window], 'acceso: opzioni diverse dalle dichiarate'),
  point(9, 'funzioni sperimentali', 'spente', [window], 'accese: opzioni diverse dalle dichiarate'),
  point(10, 'funzioni di Blink', 'nessuna accesa', [window, program], 'accesa una: trovata nei sorgenti'),
  point(
    11,
    'webview: finestre sue',
    'nessuna webview',
    [window],
    'non più ascoltata will-attach-webview: si attaccava',
  ),
  point(
    12,
    'webview: opzioni',
    'nessuna webview',
    [window],
    'non più ascoltata will-attach-webview: si attaccava',
  ),
  point(
    13,
    'navigazione',
    'solo la propria pagina',
    [window],
    'non più ascoltata will-redirect: il rinvio passava',
  ),
  point(14, 'finestre nuove', 'nessuna', [window], 'risposta «allow»: la finestra si apriva'),
  point(15, 'openExternal', 'mai usata', [program], 'usata una volta: trovata nei sorgenti'),
  point(16, 'versione di Electron', 'una delle tre seguite', [program], 'messa la 40: nessuna data di fine'),
  point(
    17,
    'mittente dei messaggi',
    'solo il riquadro principale della propria pagina',
    [window],
    'tolto il confronto col riquadro: un altro era ascoltato',
  ),
  point(
    18,
    'schema proprio',
    'niente file://, nessun privilegio in più, 60 percorsi che escono: 404',
    [window, program],
    'percorsi decodificati e raddrizzati: 200 invece di 404',
  ),
  point(
    19,
    'fusibili',
    '8 dichiarati, archivio sigillato (nel programma costruito si leggono quando si impacchetta)',
    [program],
    'runAsNode acceso: elenco diverso',
  ),
  point(
    20,
    'niente Electron alla pagina',
    'una porta e nulla più',
    [program],
    'esposto ipcRenderer: trovato nel preload',
  ),
];
