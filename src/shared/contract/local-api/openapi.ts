import { z } from 'zod';
import { resources, type Resource } from './resources.ts';

/** What every refusal is made of. */
const refusal = z.strictObject({
  code: z.string().meta({ description: 'Stabile: su questo un programma può decidere.' }),
  message: z.string().meta({ description: 'Per le persone.' }),
});

const refusals: Readonly<Record<string, string>> = {
  '400': 'Un parametro è sbagliato, ripetuto o non esiste: il messaggio lo nomina.',
  '401': 'Il token manca, è sbagliato o è stato revocato.',
  '403': 'La richiesta viene da una pagina web, o chiede di persone senza che il programma sia «in chiaro».',
  '404': 'L’indirizzo non esiste.',
  '405': 'Si legge e basta: GET.',
  '410': 'Il «cursor» non vale più per questo registro: ricominciare con cambiatiDal=inizio.',
  '421': 'La richiesta nomina un altro computer.',
  '429': 'Troppe richieste insieme: riprovare dopo i secondi detti da Retry-After.',
  '500': 'Un difetto del programma, col suo numero.',
  '503': 'Il registro ora non si può leggere: riprovare.',
};

type Json = Readonly<Record<string, unknown>>;

/** The description of the API in OpenAPI 3.1, made of the very schemas that check its questions. */
export function openApi(origin: string, version: string): Json {
  const paths = Object.entries(resources).map(([path, resource]): [string, Json] => [
    path,
    { get: operationOf(path, resource) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tre Pallini: API locale',
      version,
      description:
        'Sola lettura, solo da questo computer. Gli importi sono centesimi interi, i giorni AAAA-MM-GG; IUV, IUF e numeri di avviso sono testo.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Rifiuto: schemaOf(refusal) },
    },
  };
}

function operationOf(path: string, { summary, query, answer }: Resource): Json {
  return {
    operationId: path.replaceAll(/^\/v1\/|\.json$/g, ''),
    summary,
    parameters: [
      ...parametersOf(query),
      {
        name: 'If-None-Match',
        in: 'header',
        required: false,
        description: 'L’ETag di una risposta già avuta: se è ancora quella, 304 senza corpo.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      '200': {
        description: summary,
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(answer) } },
      },
      '304': { description: 'Come già avuta.' },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          {
            description,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Rifiuto' } } },
          },
        ]),
      ),
    },
  };
}

function parametersOf(query: z.ZodObject): Json[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...shape } = schemaOf(schema, 'input');
    return { name, in: 'query', required: false, description, schema: shape };
  });
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is said once for all. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io });
  return shape;
}
