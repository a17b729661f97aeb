import type { QueryProblem } from '../contract/local-api/resources.ts';
import { say, type Sentences } from './say.ts';

/** Why the local API does not answer, beside what the core itself may say. */
export type ApiProblem =
  | QueryProblem
  | { readonly code: 'wrong-host' }
  | { readonly code: 'not-for-pages' }
  | { readonly code: 'method-not-allowed'; readonly method: string }
  | { readonly code: 'body-not-allowed' }
  | { readonly code: 'unauthorized' }
  | { readonly code: 'no-such-address'; readonly known: readonly string[] }
  | { readonly code: 'clear-needed'; readonly parameter: string }
  | { readonly code: 'begin-again' }
  | { readonly code: 'too-many-requests'; readonly most: number };

/** For whoever writes the program that asked. */
export function sayApiProblem(problem: ApiProblem): string {
  return say(sentences, problem);
}

const sentences: Sentences<ApiProblem> = {
  'unknown-parameter': ({ parameter, known }) =>
    known.length === 0
      ? `Il parametro «${parameter}» non esiste: questo indirizzo non ne ha.`
      : `Il parametro «${parameter}» non esiste: ci sono ${known.join(', ')}.`,
  'repeated-parameter': ({ parameter }) => `Il parametro «${parameter}» c’è più volte: darlo una volta sola.`,
  'bad-parameter': ({ parameter, complaint }) => `Il parametro «${parameter}» non va bene: ${complaint}.`,
  'wrong-host': () =>
    'La richiesta nomina un altro computer: chiamare 127.0.0.1 con la porta dell’API, e null’altro.',
  'not-for-pages': () => 'L’API locale è per i programmi: alle pagine web non risponde.',
  'method-not-allowed': ({ method }) => `Qui si legge soltanto: «${method}» non c’è, usare GET.`,
  'body-not-allowed': () => 'Una richiesta GET non porta un corpo: mettere tutto nell’indirizzo.',
  unauthorized: () =>
    'Il token manca, è sbagliato o è stato revocato: mandarlo come «Authorization: Bearer …». Uno nuovo si crea in Impostazioni, «Altri programmi».',
  'no-such-address': ({ known }) => `L’indirizzo non esiste: ci sono ${known.join(', ')}.`,
  'clear-needed': ({ parameter }) =>
    `Il parametro «${parameter}» è solo per i programmi che possono vedere le persone in chiaro: crearne uno così, se serve davvero.`,
  'begin-again': () =>
    'Che cosa è cambiato da allora non si può dire: il registro non è quello di allora, o ne è stata ripristinata una copia più vecchia. Buttare la copia e ricominciare con «cambiatiDal=inizio».',
  'too-many-requests': ({ most }) =>
    `Troppe richieste insieme: questo programma può averne ${most} in corso. Attendere e riprovare.`,
};
