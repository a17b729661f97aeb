import { z } from 'zod';
import { documentKinds } from '../../domain/document.ts';

/** An integer number of cents. */
export const cents = z.int();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const count = z.int().nonnegative();
export const text = z.string();
export const shortText = z.string().trim().min(1).max(200);

/** How many, and how much. */
export const amount = z.strictObject({ count, cents });

export const nothing = z.strictObject({});

/** Asked of a list: at most a thousand rows cross the border at once. */
export const page = {
  /** Where the page begins: `next` of an earlier page, or its `previous` when asked backward. Null: at the end. */
  after: z.string().max(2_000).nullable().default(null),
  limit: z.int().min(1).max(1_000).default(1_000),
  /** The rows before `after` instead of those after it; without `after`, the last ones. Rows keep their order. */
  backward: z.boolean().default(false),
};

/** A page of a long list. `previous` and `next` are null where the list ends. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row).readonly(), previous: text.nullable(), next: text.nullable() });

const wanted = z.string().max(200);
/** What every filter has. Null and empty lists ask for nothing. */
export const baseFilter = {
  search: wanted.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  centsFrom: cents.nullable().default(null),
  centsTo: cents.nullable().default(null),
  /** Only what this document tells. */
  document: z.int().positive().nullable().default(null),
  /** Only what belongs to the difference: somebody must look at it. */
  attention: z.boolean().default(false),
};
export const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.array(z.enum(names)).max(50).readonly().default([]);
export const anyOf = z.array(wanted).max(500).readonly().default([]);

export const provvisorioKey = z.strictObject({ esercizio: z.int(), numero: text, conto: text });
/** As a filter: who does not know the conto leaves it out. */
export const provvisorioWanted = provvisorioKey.extend({ conto: text.nullable().default(null) });
export const paymentKey = z.strictObject({ iuv: text, iur: text, index: z.int() });

/** Where something was told: the document, and the 1-based position among its lines of that kind. */
export const source = z.strictObject({
  document: z.strictObject({ id: count, name: text, kind: z.enum(documentKinds), importedAt: text }),
  row: count.nullable(),
});

/** A PSP by its code and, where told, its name. */
export const psp = z.strictObject({ code: text, name: text.nullable() });

/** A file on its way out: its bytes are fetched by its handle. */
export const outgoing = z.strictObject({ parcel: text, name: text, rows: z.int() });

export const jobProgress = z.strictObject({
  step: z.enum(['read', 'match', 'save', 'verify', 'export']),
  done: count,
  total: count,
  /** What `done` and `total` count: bytes while files are read. */
  unit: z.enum(['bytes', 'items']),
  /** The file that is being read; null in the other steps. */
  file: text.nullable(),
});

const coded = <T extends { readonly code: string }>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && 'code' in value);
/** Our own values on both sides: only their being coded is checked. */
export const codedValue = coded;
