import type { RotationProblem, RotationStep } from '../../domain/message/rotation.ts';
import type {
  KeyShapeProblem,
  KeySlot,
  KeySource,
  KeysProblem,
  KeysState,
  NoKey,
  WhichKey,
} from '../../domain/message/service-key.ts';
import { euro } from '../figures.ts';
import { say, type Sentences } from '../say.ts';

/** Why a key cannot be kept, found or used: what happened, what stays, what to do. */
export function sayKeysProblem(problem: KeysProblem | KeyShapeProblem | NoKey): string {
  return say(sentences, problem);
}

const nothingSaved = 'Nessuna chiave è stata salvata';
const restGoesOn = 'Archivio e messaggi in coda non sono toccati';

const sentences: Sentences<KeysProblem | KeyShapeProblem | NoKey> = {
  'key-blank': () =>
    `Non è stata scritta nessuna chiave. ${nothingSaved}: incollarla dalla pagina del servizio nell’Area Riservata.`,
  'key-strange-characters': () =>
    `La chiave contiene spazi, a capo o lettere che una chiave non ha. ${nothingSaved}: copiarla di nuovo, da sola.`,
  'keys-unreadable': () =>
    `Le chiavi salvate su questo computer non sono leggibili: il file è danneggiato o modificato, o è di un altro utente o di un altro computer. ${restGoesOn}: reinserire le chiavi. Il file di prima resta da parte, con un altro nome.`,
  'keys-locked': ({ slots }) =>
    `Le chiavi salvate sono chiuse. ${restGoesOn}: ${
      slots.includes('passphrase')
        ? 'scrivere la frase d’accesso.'
        : 'aprirle con la finestra del programma, dove sono state salvate, e impostare lì una frase d’accesso; o inserire la chiave solo per questa sessione.'
    }`,
  'wrong-passphrase': () =>
    `La frase d’accesso non è quella giusta. Le chiavi restano chiuse: riscriverla, attenti a maiuscole e spazi. Se nessuno la ricorda, si ricomincia da capo reinserendo le chiavi.`,
  'no-passphrase': () =>
    `Per queste chiavi non c’è ancora una frase d’accesso. ${nothingSaved}: prima impostarla.`,
  'passphrase-too-short': ({ min }) =>
    `La frase d’accesso è troppo corta: servono almeno ${min} caratteri. Non è cambiato nulla: sceglierne una più lunga, per esempio di quattro parole.`,
  'no-protection': () =>
    `Qui il sistema operativo non sa proteggere le chiavi. ${nothingSaved}: scegliere una frase d’accesso, o tenere la chiave solo per questa sessione.`,
  'keys-busy': () =>
    `Un’altra finestra o un altro comando sta cambiando le chiavi. Questa modifica non è stata fatta: riprovare tra qualche secondo.`,
  'keys-unwritable': ({ detail }) =>
    `Il file delle chiavi non si lascia scrivere (${detail}). Quello di prima è intatto: controllare spazio e permessi, o tenere la chiave solo per questa sessione.`,
  'no-key': ({ service }) =>
    `Per il servizio «${service}» non c’è nessuna chiave. Non è stato inviato nulla: incollarla dalla pagina del servizio nell’Area Riservata.`,
  'bad-environment-key': ({ variable }) =>
    `La variabile ${variable} non contiene una chiave. Non è stato inviato nulla, e al suo posto non si usa la chiave salvata: correggere la variabile, o toglierla.`,
};

/** The state of the file of keys, in one sentence. */
export function sayKeysState({ lock, slots, problem }: KeysState): string {
  if (problem !== null) return sayKeysProblem(problem);
  const ways = slots.map((slot) => slotLabels[slot]).join(' o ');
  switch (lock) {
    case 'empty':
      return 'Su questo computer non è salvata nessuna chiave.';
    case 'locked':
      return `Le chiavi salvate sono chiuse: si aprono con ${ways}.`;
    case 'open':
      return `Le chiavi salvate sono aperte; si aprono con ${ways}.`;
  }
}

export const slotLabels: Readonly<Record<KeySlot, string>> = {
  os: 'l’accesso a questo computer',
  passphrase: 'la frase d’accesso',
};

export const sourceLabels: Readonly<Record<KeySource, string>> = {
  kept: 'salvata su questo computer',
  session: 'solo per questa sessione',
  environment: 'data da una variabile d’ambiente',
};

export const whichLabels: Readonly<Record<WhichKey, string>> = {
  primary: 'primaria',
  secondary: 'secondaria',
};

/** `•••• bee1`. */
export function sayLastFour(lastFour: string | null): string {
  return `•••• ${lastFour ?? '••••'}`;
}

/** Said of a key that was taken although it looks like none seen before. */
export const unusualKey =
  'Questa chiave non ha la forma solita, 32 cifre e lettere da A a F. È stata presa lo stesso: provarla prima di inviare.';

/** Said after a file of keys that could not be read was put aside. */
export function saySetAside(name: string): string {
  return `Il file di chiavi che non si leggeva è stato messo da parte come «${name}», nella stessa cartella. Le chiavi che conteneva vanno reinserite.`;
}

/** What opens the keys when the person chooses where they stay, and what it does not protect from. */
export const keepHints = {
  os: 'La apre solo il suo accesso a questo computer. Non protegge dai programmi avviati con lo stesso accesso.',
  passphrase:
    'La apre solo chi conosce la frase, da scrivere a ogni avvio. La frase non è salvata: chi la dimentica reinserisce le chiavi.',
  session: 'Non è scritta da nessuna parte: si reinserisce a ogni avvio.',
} as const;

export const keepLabels: Readonly<Record<keyof typeof keepHints, string>> = {
  os: 'Su questo computer, con il suo accesso',
  passphrase: 'Su questo computer, con una frase d’accesso',
  session: 'Solo per questa sessione',
};

/** The steps of replacing both keys, as a list of what is to be done. */
export const rotationTitles: Readonly<Record<RotationStep, string>> = {
  'use-secondary': 'Passare alla chiave secondaria',
  'regenerate-primary': 'Rigenerare la primaria nell’Area Riservata',
  'use-primary': 'Passare alla nuova primaria',
  'regenerate-secondary': 'Rigenerare la secondaria nell’Area Riservata',
  done: 'Fatto',
};

/** What one does at this step of replacing both keys. */
export function sayRotationStep(step: RotationStep): string {
  switch (step) {
    case 'use-secondary':
      return 'Copiare la chiave secondaria dall’Area Riservata, incollarla qui e provarla. La primaria non va ancora toccata.';
    case 'regenerate-primary':
      return `Il programma lavora con la secondaria. Ora rigenerare la primaria nell’Area Riservata. ${othersStop}`;
    case 'use-primary':
      return 'Copiare la nuova chiave primaria, incollarla qui e provarla. La secondaria non va ancora toccata.';
    case 'regenerate-secondary':
      return `Il programma lavora con la nuova primaria. Ora rigenerare la secondaria nell’Area Riservata. ${othersStop}`;
    case 'done':
      return 'Le due chiavi sono nuove, e il programma lavora con la primaria. Non c’è altro da fare.';
  }
}

const othersStop =
  'Il vecchio valore smette subito di valere per tutti: se lo usa anche una ditta esterna (per esempio quella della TARI), avvisarla prima.';

export function sayRotationProblem(problem: RotationProblem): string {
  return say(rotationSentences, problem);
}

const rotationSentences: Sentences<RotationProblem> = {
  'other-step': ({ step }) => `Non è questo il passo. Non è cambiato nulla. ${sayRotationStep(step)}`,
  'same-key': ({ step }) =>
    `È una chiave che il programma ha già, non quella che serve ora. Non è cambiato nulla. ${sayRotationStep(step)}`,
  'key-not-proven': ({ step }) =>
    `La chiave non è ancora stata provata: rigenerando ora l’altra, gli invii potrebbero fermarsi. Non è cambiato nulla. ${sayRotationStep(step)}`,
  'key-in-use-regenerated': ({ which }) =>
    `È stata rigenerata la chiave ${whichLabels[which]}, quella con cui il programma lavora: il suo vecchio valore non vale più e gli invii del servizio si fermano. Nessun messaggio è perso: incollare qui il nuovo valore.`,
};

/** Why an amount is refused by the service. `cap`: cents; null when it is not known. */
export function sayCapHint(cap: number | null): string {
  if (cap === 0)
    return 'Questo servizio non può chiedere pagamenti: il suo importo massimo è zero, come in ogni servizio non ancora approvato. Attendere l’approvazione, o chiederla nell’Area Riservata.';
  const most = cap === null ? `di solito ${euro(approvedCap)}` : euro(cap);
  return `Ogni servizio ha un importo massimo per avviso (${most}; zero finché il servizio è in bozza). Per importi maggiori proporre le rate, o chiedere a PagoPA di alzarlo.`;
}

/** What approval sets unless PagoPA agreed otherwise. */
const approvedCap = 1_000_000;

/** Why a service that worked yesterday refuses everything today (403). */
export const addressHint =
  'Il servizio accetta chiamate solo da alcuni indirizzi di rete, e quello di questo ufficio non è tra loro: succede quando cambia la linea o il fornitore. La chiave va bene e nessun messaggio è perso. Nell’Area Riservata aggiornare gli indirizzi autorizzati del servizio (CIDR), o svuotare l’elenco per ammetterli tutti; poi riprendere l’invio.';

/** Why a key is refused (401), and that no other one is tried by itself. */
export const refusedKeyHint =
  'La chiave è sbagliata, rigenerata o revocata. I messaggi del servizio restano in coda e il programma non prova l’altra chiave da sé, perché nasconderebbe una revoca: incollare la chiave nuova.';
