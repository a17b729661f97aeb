import {
  formatVersion,
  gone,
  jsonName,
  type Column,
  type OpenFormat,
} from '../../src/main/exports/open-format.ts';

type Schema = Readonly<Record<string, unknown>>;

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** JSON Schema (2020-12) of an export as its columns say: the files in `docs/integrazioni/schemi` are made of it. */
export function schemaOf<Row>({ name, says, key, columns }: OpenFormat<Row>): Schema {
  const keyColumns = columns.filter((column) => key.includes(column.name));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `tre-pallini/${name}/${formatVersion}`,
    title: `Esportazione «${name}», versione ${formatVersion}`,
    type: 'object',
    required: ['versione', 'esportazione', 'ente', 'generato', 'oggi', 'filtro', 'righe'],
    properties: {
      versione: { const: formatVersion },
      esportazione: { const: name },
      ente: orNull({
        type: 'object',
        required: ['codiceFiscale', 'denominazione'],
        properties: { codiceFiscale: { type: 'string' }, denominazione: { type: 'string' } },
      }),
      generato: { type: 'string', description: 'istante UTC' },
      oggi: { ...day, description: 'il giorno in cui si giudica ciò che è in ritardo' },
      filtro: {
        type: 'object',
        required: ['servizio', 'dal', 'al', 'chiaro', 'consumatore'],
        properties: {
          servizio: { type: ['string', 'null'] },
          dal: orNull(day),
          al: orNull(day),
          chiaro: { type: 'boolean' },
          consumatore: {
            type: ['string', 'null'],
            description: 'null: completo; altrimenti le sole righe cambiate per lui',
          },
        },
      },
      righe: { type: 'array', items: { anyOf: [{ $ref: '#/$defs/riga' }, { $ref: '#/$defs/tolta' }] } },
    },
    $defs: {
      riga: { ...objectOf(columns), description: says },
      tolta: {
        ...objectOf(keyColumns, { stato: { const: gone } }),
        description: 'una riga che il consumatore aveva e che non c’è più',
      },
    },
  };
}

function objectOf<Row>(columns: readonly Column<Row>[], more: Schema = {}): Schema {
  const properties = {
    ...Object.fromEntries(columns.map((column) => [jsonName(column), schemaOfColumn(column)])),
    ...more,
  };
  return { type: 'object', required: Object.keys(properties), properties };
}

function schemaOfColumn<Row>(column: Column<Row>): Schema {
  const { says: description, always } = column;
  const told = valueSchema(column);
  return { description, ...(always === true ? told : orNull(told)) };
}

function valueSchema<Row>(column: Column<Row>): Schema {
  switch (column.type) {
    case 'text':
      return column.oneOf === undefined ? { type: 'string' } : { enum: [...new Set(column.oneOf)] };
    case 'day':
      return day;
    case 'number':
    case 'cents':
      return { type: 'integer' };
    case 'yesNo':
      return { type: 'boolean' };
    case 'codes':
      return { type: 'array', items: { enum: [...column.oneOf] } };
    case 'quote':
      return {
        type: 'array',
        items: {
          type: 'object',
          required: ['iuf', 'importo_centesimi'],
          properties: { iuf: { type: 'string' }, importo_centesimi: { type: 'integer' } },
        },
      };
    case 'provvisori':
      return {
        type: 'array',
        items: {
          type: 'object',
          required: ['esercizio', 'numero', 'conto'],
          properties: {
            esercizio: { type: 'integer' },
            numero: { type: 'string' },
            conto: { type: 'string' },
          },
        },
      };
  }
}
