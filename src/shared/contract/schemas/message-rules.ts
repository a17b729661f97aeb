import { z } from 'zod';
import { cieMoments } from '../../domain/message/cie.ts';
import type { RefusedListRow } from '../../domain/message/list-problem.ts';
import { textFields } from '../../domain/message/merge-field.ts';
import {
  cieRulesAtFirst,
  ruleModes,
  ruleNames,
  usualDaysBefore,
} from '../../domain/message/message-rules.ts';
import { leftOutCodes } from '../../domain/message/position-audience.ts';
import type { RuleBlock } from '../../domain/message/rules-check.ts';
import { codedValue, count, day, text } from './base.ts';

const serviceId = z.string().trim().min(1).max(60);
const template = z.string().trim().max(100);
const mode = z.enum(ruleModes).default('confirm');
const on = z.boolean().default(false);

/** What a service has prepared by itself; what is left out is off. */
const serviceRules = z.strictObject({
  service: serviceId,
  positions: z.strictObject({ on, mode, template: template.default('generico-avviso') }).prefault({}),
  remind: z
    .strictObject({
      on,
      mode,
      template: template.default('generico-scadenza'),
      /** Days before the notice falls due. */
      daysBefore: z.int().min(0).max(30).default(usualDaysBefore),
    })
    .prefault({}),
  welcome: z.strictObject({ on, mode, template: template.default('tari-benvenuto') }).prefault({}),
});

const { templates } = cieRulesAtFirst;

const cieRules = z.strictObject({
  on,
  mode,
  /** Whose key sends them. */
  service: serviceId.default(cieRulesAtFirst.service),
  /** A person has read the warning: the national registry writes as well. */
  acknowledgedAnpr: z.boolean().default(false),
  when: z.enum(cieMoments).default(cieRulesAtFirst.when),
  overSeventy: z.enum(['leave', 'write']).default(cieRulesAtFirst.overSeventy),
  templates: z
    .strictObject({
      expiring: template.default(templates.expiring),
      expired: template.default(templates.expired),
      paper: template.default(templates.paper),
    })
    .prefault({}),
  texts: z.partialRecord(z.enum(textFields), z.string().max(9_000)).default({}),
});

export const messageRules = z.strictObject({
  services: z.array(serviceRules).max(500).readonly().default([]),
  cie: cieRules.prefault({}),
});

export const rulesState = z.strictObject({
  rules: messageRules,
  /** The last day on which it was looked; null when it never was. */
  checkedOn: day.nullable(),
  /** When a window that is open looks the next time; null while no rule is on. */
  nextAt: text.nullable(),
});

export const checkRequest = z.strictObject({
  /** `imports`: only what follows from papers that have just come. */
  what: z.enum(['all', 'imports']).default('all'),
  /** Tells what would be prepared, and keeps nothing. */
  dryRun: z.boolean().default(false),
  /** Reminders go although what is known of payments is old. */
  acceptStale: z.boolean().default(false),
});

export const rulesCheck = z.strictObject({
  day,
  before: day.nullable(),
  missed: count,
  rules: z
    .array(
      z.strictObject({
        rule: z.enum(ruleNames),
        service: text,
        campaign: count.nullable(),
        name: text.nullable(),
        ready: count,
        queued: count,
        wait: z.enum(['confirm', 'many']).nullable(),
        block: codedValue<RuleBlock>().nullable(),
        leftOut: z
          .array(z.strictObject({ code: z.enum(leftOutCodes), count, examples: z.array(text).readonly() }))
          .readonly(),
      }),
    )
    .readonly(),
});

export const cardsRead = z.strictObject({
  rows: count,
  cards: count,
  known: count,
  paper: count,
  past: count,
  refused: z.array(codedValue<RefusedListRow>()).readonly(),
  withoutExpiry: z.array(count).readonly(),
});

export const cardsKept = z.strictObject({
  cards: count,
  paper: count,
  lists: z.array(z.strictObject({ name: text, cards: count, importedAt: text })).readonly(),
});
