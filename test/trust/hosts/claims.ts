import type { Claim } from '../claim.ts';
import { checklist } from './checklist-claims.ts';
import { loopback } from './loopback-claims.ts';

/** The two windows, the local API, and whatever else may stand in front of the core. */
export const hosts: readonly Claim[] = [
  ...checklist,
  ...loopback,
  {
    id: 'F10',
    tries:
      'ogni operazione del contratto con migliaia di domande: buone, quasi buone, ostili; poi via HTTP e via porta',
    target: '5.000 per operazione: nessun errore imprevisto, nessun blocco; chi è rifiutato non cambia nulla',
    proof: {
      where: ['trust/hosts/fuzz'],
      seenToFail:
        'tolto il controllo che la domanda sia di valori semplici: «preferences.write» con mille liste una nell’altra esauriva lo stack, fuori da ogni risposta; via porta l’attesa non finiva mai',
    },
  },
  {
    id: 'H42',
    tries:
      'risposte di IO guaste: 401, 403, 429, 500, HTML, 10 GB, a gocce, rinvio altrove, certificato scaduto',
    target:
      'ognuna ha la sua parola, è tentata una volta sola e non porta altrove la chiave; letto al più 1 MB',
    proof: {
      where: ['main/messages/service/network', 'main/messages/service/io-service'],
      seenToFail:
        'tolto il tetto della risposta: dei 10 GB se ne spedivano oltre 20 MB prima del tempo massimo',
    },
  },
  {
    id: 'H43',
    tries: 'abusi di Host, Origin e chiave sulle porte di questo computer, e ciò che non è HTTP',
    target: '421, 403, 415, 401 senza corpo, oppure silenzio',
    proof: {
      where: ['hosts/browser/guard', 'hosts/api/guard', 'trust/hosts/loopback'],
      seenToFail: 'non confrontato più l’Host: la pagina rispondeva a «localhost.evil»',
    },
  },
  {
    id: 'H44',
    tries:
      'domande con chiavi di prototipo, testi da 100 MB, tipi sbagliati, percorsi al posto dei nomi, per le tre vie',
    target: 'rifiutate, nessun cambiamento, memoria che non cresce con la domanda',
    proof: {
      where: ['trust/hosts/loopback'],
      seenToFail: 'tetto del corpo portato a 800 MB: la memoria cresceva oltre 100 MB e la domanda era letta',
    },
  },
  {
    id: 'H45',
    tries: '--inspect, --remote-debugging-port, ELECTRON_RUN_AS_NODE, NODE_OPTIONS',
    target: 'rifiutati o spenti nel programma impacchettato',
    proof: {
      where: ['trust/hosts/electron'],
      seenToFail: 'tolto «remote-debugging-port» dall’elenco: il programma si sarebbe avviato',
    },
  },
  {
    id: 'R11',
    tries: 'una seconda finestra sulla stessa cartella',
    target:
      'sa di chi è entro 500 ms e non scrive (che Electron mostri la prima si prova solo dove c’è Electron)',
    proof: {
      where: ['trust/hosts/runtime', 'main/hosts/browser'],
      seenToFail: 'ignorato chi tiene il lucchetto: il secondo non era rifiutato',
    },
  },
  {
    id: 'R45',
    tries: 'Node 12, 18, 20, 22.12: finto e, dove c’è, quello vero di questo computer',
    target: 'una riga in italiano, uscita diversa da 0, niente altro caricato prima',
    proof: {
      where: ['trust/hosts/runtime'],
      seenToFail: 'chiesta la Node-API 9 invece della 10: Node 18 passava senza una parola',
    },
  },
  {
    id: 'R47',
    tries: 'due versioni del programma una accanto all’altra',
    target: 'un solo lucchetto; il registro più nuovo è rifiutato e non cambia un byte',
    proof: {
      where: ['trust/hosts/runtime'],
      seenToFail:
        'tolto il rifiuto del registro più nuovo: la versione vecchia non diceva più che è più nuovo',
    },
  },
];
