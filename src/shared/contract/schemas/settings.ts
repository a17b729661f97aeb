import { z } from 'zod';
import { count, shortText, text } from './base.ts';

const codice = z.string().trim().min(1).max(35);
// Absent where the clerk wrote none: settings are read back as they were written.
const toldBy = z.array(z.string().trim().min(1).max(140)).max(1_000).readonly().optional();

/** The office's settings, as the clerk writes them. Lists that are left out are empty. */
export const settings = z.strictObject({
  ente: z
    .strictObject({
      codiceFiscale: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^(\d{11}|[A-Z0-9]{16})$/),
      denominazione: shortText,
    })
    .nullable()
    .default(null),
  codiciPropri: z.array(codice).max(1_000).readonly().default([]),
  altriPartner: z
    .array(z.strictObject({ codice, nome: shortText }))
    .max(1_000)
    .readonly()
    .default([]),
  servizi: z
    .array(
      z.strictObject({
        id: z.string().trim().min(1).max(60),
        nome: shortText,
        codici: z.array(codice).max(1_000).readonly().default([]),
        tassonomie: toldBy,
        tipiDovuto: toldBy,
        parole: toldBy,
        accertamento: z.string().max(60).optional(),
        capitolo: z.string().max(60).optional(),
      }),
    )
    .max(500)
    .readonly()
    .default([]),
});

/** Whose a codice seems to be, and by how many IUVs: those that a receipt pays to us, those that a flusso lists. */
export const codiceProposal = z.strictObject({
  codice: text,
  owner: z.enum(['ours', 'other', 'unsure']),
  receipts: count,
  rows: count,
});

/** How the window looks and what it remembers for the clerk: theme, columns, saved filters. Never evidence. */
export const preferences = z.record(z.string().max(100), z.json());
