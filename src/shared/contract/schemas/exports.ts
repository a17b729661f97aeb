import { z } from 'zod';
import {
  exportFormats,
  exportNames,
  fileFormats,
  isConsumerName,
  tellsChanges,
} from '../../domain/export.ts';
import { count, day, text } from './base.ts';

const consumerName = z.string().refine(isConsumerName);

export const exportRequest = z
  .strictObject({
    name: z.enum(exportNames),
    /** Null: the first that this export has. */
    format: z.enum(fileFormats).nullable().default(null),
    /** Id of a service of the settings. */
    service: z.string().max(200).nullable().default(null),
    from: day.nullable().default(null),
    to: day.nullable().default(null),
    consumer: consumerName.nullable().default(null),
    /** True: people are told in clear. */
    clear: z.boolean().default(false),
  })
  .refine(({ name, format }) => format === null || exportFormats[name].includes(format))
  .refine(({ name, consumer: asking }) => asking === null || tellsChanges(name));

/** What a consumer has of one export, narrowed to one filter. */
export const consumer = z.strictObject({
  name: text,
  export: text,
  filter: z.strictObject({
    servizio: text.nullable(),
    dal: day.nullable(),
    al: day.nullable(),
    chiaro: z.boolean(),
  }),
  exportedAt: text,
  /** Rows of its last file. */
  lastRows: count,
  /** Rows that it has by now. */
  rows: count,
});
