import { z } from 'zod';
import { flowBuckets, provvisorioBuckets } from '../../domain/bucket.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { isDay } from '../../domain/day.ts';
import { statuses } from '../../domain/verdict.ts';
import { paymentKey, provvisorioKey, text } from '../schemas/base.ts';
import { changesOf } from '../schemas/changes.ts';
import { dashboard } from '../schemas/dashboard.ts';
import { flusso, flussoKey } from '../schemas/flussi.ts';
import { payment } from '../schemas/payments.ts';
import { provvisorio, provvisorioStates } from '../schemas/provvisori.ts';

/** What a program may read over HTTP: the question that its address asks, and what is answered. */
export interface Resource {
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
}

export const largestPage = 500;

const iuv = z
  .string()
  .regex(/^[0-9A-Za-z]{1,35}$/, 'va scritto con sole lettere e cifre, al massimo 35')
  .meta({ description: 'Lo IUV, per intero.' });
const noticeNumber = z
  .string()
  .regex(/^[0-3]\d{17}$/, 'va scritto con 18 cifre')
  .meta({ description: 'Il numero di avviso, 18 cifre.' });
const codiceFiscale = z
  .string()
  .max(40, 'è troppo lungo')
  .transform(normalizeCodiceFiscale)
  .refine(
    (written) => /^(\d{11}|[0-9A-Z]{16})$/.test(written),
    'va scritto con 16 lettere e cifre, o con 11 cifre',
  )
  .meta({
    description:
      'Il codice fiscale di chi deve. Solo per i programmi creati «in chiaro»: agli altri si risponde 403.',
  });
const iuf = z
  .string()
  .min(1, 'è vuoto')
  .max(100, 'è troppo lungo')
  .meta({ description: 'L’identificativo del flusso, per intero.' });
const provvisorioWritten = z
  .string()
  .max(100, 'è troppo lungo')
  .regex(/^\d{4}\/[^/]+(\/.+)?$/, 'va scritto come 2026/123, o 2026/123/conto')
  .meta({
    description: 'Il provvisorio: esercizio/numero e, dove due conti hanno lo stesso numero, /conto.',
  });
const day = (description: string) =>
  z.string().refine(isDay, 'va scritto come 2026-03-31').meta({ description, format: 'date' });
const stato = <const Names extends readonly [string, ...string[]]>(names: Names, description: string) =>
  z.enum(names, { error: `è uno di: ${names.join(', ')}` }).meta({ description });

/** Every list is read in pages, or by what changed in it. */
const pages = {
  cambiatiDal: z.string().max(6_000, 'è troppo lungo').meta({
    description:
      'Solo ciò che è cambiato: «inizio» dà tutto, poi il «cursor» della risposta precedente, così com’è. Con «limite», e null’altro.',
  }),
  dopo: z
    .string()
    .max(6_000, 'è troppo lungo')
    .meta({ description: 'Dove comincia la pagina: il «next» della pagina precedente, così com’è.' }),
  limite: z
    .int('è un numero intero')
    .min(1, 'è almeno 1')
    .max(largestPage, `è al massimo ${largestPage}`)
    .meta({ description: `Quante righe al massimo, da 1 a ${largestPage}. Se manca, 100.`, default: 100 }),
};

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    rows: z.array(row).readonly(),
    next: text
      .nullable()
      .meta({ description: 'Da dare come «dopo» per la pagina seguente; null alla fine.' }),
  });

/** Rows as a page tells them; or, to whoever asks by `cambiatiDal`, what to do to a copy of the list. */
const pageOrChangesOf = <Row extends z.ZodType, Key extends z.ZodType>(row: Row, key: Key) => {
  const { shape } = changesOf(row, key);
  const changes = z.strictObject({
    rows: shape.rows.meta({ description: 'Ognuna prende il posto di quella con la stessa chiave.' }),
    gone: shape.gone.meta({ description: 'Le chiavi da togliere, prima di mettere le righe.' }),
    cursor: shape.cursor.meta({ description: 'Da dare come «cambiatiDal» la prossima volta.' }),
    more: shape.more.meta({ description: 'Se c’è dell’altro: chiedere subito ancora.' }),
  });
  return z.union([pageOf(row), changes]);
};

export const resources = {
  '/v1/pagamenti': {
    summary: 'I pagamenti con i loro tre pallini.',
    query: z
      .strictObject({
        iuv,
        numeroAvviso: noticeNumber,
        codiceFiscale,
        iuf: iuf.meta({ description: 'Solo i pagamenti che questo flusso elenca.' }),
        provvisorio: provvisorioWritten.meta({
          description:
            'Solo i pagamenti il cui denaro sta in questo provvisorio: 2026/123, o 2026/123/conto.',
        }),
        stato: stato(statuses, 'Lo stato del pagamento.'),
        servizio: z
          .string()
          .max(60, 'è troppo lungo')
          .meta({ description: 'L’identificativo del servizio; vuoto: i pagamenti senza servizio.' }),
        dal: day('Pagati da questo giorno.'),
        al: day('Pagati fino a questo giorno.'),
        ...pages,
      })
      .partial(),
    answer: pageOrChangesOf(payment, paymentKey),
  },
  '/v1/flussi': {
    summary: 'I flussi di rendicontazione, e quelli che conosce solo il denaro.',
    query: z
      .strictObject({
        iuf,
        stato: stato(flowBuckets, 'Dove sta il flusso.'),
        dal: day('Con la data del flusso da questo giorno.'),
        al: day('Con la data del flusso fino a questo giorno.'),
        ...pages,
      })
      .partial(),
    answer: pageOrChangesOf(flusso, flussoKey),
  },
  '/v1/provvisori': {
    summary: 'I provvisori di entrata del tesoriere.',
    query: z
      .strictObject({
        provvisorio: provvisorioWritten,
        iuf: iuf.meta({ description: 'Solo il denaro che conta per questo flusso.' }),
        stato: stato(provvisorioBuckets, 'Dove sta il provvisorio.'),
        regolarizzazione: stato(provvisorioStates, 'Se è regolarizzato.'),
        dal: day('Del giornale da questo giorno.'),
        al: day('Del giornale fino a questo giorno.'),
        ...pages,
      })
      .partial(),
    // Whoever may not know who paid is told no causale: banks write names into it.
    answer: pageOrChangesOf(provvisorio.extend({ causale: text.nullable() }), provvisorioKey),
  },
  '/v1/stato': {
    summary: 'Il cruscotto: quanto è riconciliato e quanto manca.',
    query: z.strictObject({}),
    answer: dashboard.extend({
      revision: text.meta({
        description:
          'Cambia quando cambia qualcosa nel registro, o il giorno: finché è uguale, lo è ogni risposta.',
      }),
    }),
  },
  '/v1/openapi.json': {
    summary: 'Questa descrizione.',
    query: z.strictObject({}),
    answer: z.looseObject({ openapi: text }),
  },
} as const satisfies Readonly<Record<string, Resource>>;

export type Resources = typeof resources;
export type ResourcePath = keyof Resources;
export type Query<Path extends ResourcePath> = z.output<Resources[Path]['query']>;
export type ApiAnswer<Path extends ResourcePath> = z.output<Resources[Path]['answer']>;

/** What may stand after `?`, or what is wrong with it. */
export type QueryProblem =
  | { readonly code: 'unknown-parameter'; readonly parameter: string; readonly known: readonly string[] }
  | { readonly code: 'repeated-parameter'; readonly parameter: string }
  | { readonly code: 'bad-parameter'; readonly parameter: string; readonly complaint: string };

export function isResourcePath(path: string): path is ResourcePath {
  return Object.hasOwn(resources, path);
}
