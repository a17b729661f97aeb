import type { CieChoices } from './cie.ts';
import { isReminder } from './kind.ts';
import type { TextField } from './merge-field.ts';
import type { TemplateKind } from './template.ts';

/** What becomes of what a rule prepares: drafts that a person confirms, or the queue at once. */
export const ruleModes = ['confirm', 'automatic'] as const;
export type RuleMode = (typeof ruleModes)[number];

/** What the office wants prepared by itself, for one service. */
export interface ServiceRules {
  readonly service: string;
  /** A message for each debt position that is imported from now on. */
  readonly positions: { readonly on: boolean; readonly mode: RuleMode; readonly template: string };
  /** A reminder to who has not paid, `daysBefore` days before the notice falls due. */
  readonly remind: {
    readonly on: boolean;
    readonly mode: RuleMode;
    readonly template: string;
    readonly daysBefore: number;
  };
  /** A welcome to whom the service asks for something for the first time. */
  readonly welcome: { readonly on: boolean; readonly mode: RuleMode; readonly template: string };
}

/** How holders of identity cards are told that theirs expires. */
export interface CieRules extends CieChoices {
  readonly on: boolean;
  readonly mode: RuleMode;
  /** Whose key sends them. */
  readonly service: string;
  /** A person has read that the national registry writes as well, and what is new since 2026. */
  readonly acknowledgedAnpr: boolean;
  readonly templates: { readonly expiring: string; readonly expired: string; readonly paper: string };
  /** What is of this office alone: how to book, what to bring. */
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
}

export interface MessageRules {
  readonly services: readonly ServiceRules[];
  readonly cie: CieRules;
}

export const usualDaysBefore = 7;

export const cieRulesAtFirst: CieRules = {
  on: false,
  mode: 'confirm',
  service: 'cie',
  acknowledgedAnpr: false,
  when: 'month-before',
  overSeventy: 'leave',
  templates: { expiring: 'cie-scadenza', expired: 'cie-scaduta', paper: 'cie-cartacea' },
  texts: {},
};

/** The services of which the program brings texts of their own. */
const families = ['tari', 'mensa', 'minigrest'];

/** Nothing is on, and the texts are those that were written for such a service. */
export function rulesAtFirst(service: string): ServiceRules {
  const family = families.find((name) => service.toLowerCase().includes(name)) ?? 'generico';
  return {
    service,
    positions: { on: false, mode: 'confirm', template: `${family}-avviso` },
    remind: { on: false, mode: 'confirm', template: `${family}-scadenza`, daysBefore: usualDaysBefore },
    welcome: { on: false, mode: 'confirm', template: 'tari-benvenuto' },
  };
}

/** What prepared a message by itself. */
export const ruleNames = ['positions', 'remind', 'welcome', 'cie'] as const;
export type RuleName = (typeof ruleNames)[number];

/** Whether a text of this kind says what a rule is for. */
export function fitsRule(rule: RuleName, kind: TemplateKind): boolean {
  switch (rule) {
    case 'positions':
      return kind === 'avviso' || kind === 'rata';
    case 'remind':
      return isReminder(kind);
    case 'welcome':
      return kind === 'benvenuto';
    case 'cie':
      return kind.startsWith('cie');
  }
}

/** The rules that are on, each with the texts that it takes. */
export function rulesOn({ services, cie }: MessageRules): readonly {
  readonly rule: RuleName;
  readonly service: string;
  readonly templates: readonly string[];
}[] {
  return [
    ...services.flatMap(({ service, ...rules }) =>
      (['positions', 'remind', 'welcome'] as const).flatMap((rule) =>
        rules[rule].on ? [{ rule, service, templates: [rules[rule].template] }] : [],
      ),
    ),
    ...(cie.on
      ? [{ rule: 'cie' as const, service: cie.service, templates: Object.values(cie.templates) }]
      : []),
  ];
}

/** Why rules cannot be kept. */
export type RulesFlaw =
  | { readonly why: 'service-twice'; readonly service: string }
  | {
      readonly why: 'template-missing';
      readonly service: string;
      readonly rule: RuleName;
      readonly template: string;
    }
  /** The text says something else than the rule is for. */
  | {
      readonly why: 'template-other-kind';
      readonly service: string;
      readonly rule: RuleName;
      readonly template: string;
    }
  /** The text has a fault with which it is never sent. */
  | {
      readonly why: 'template-faulty';
      readonly service: string;
      readonly rule: RuleName;
      readonly template: string;
    }
  /** Nobody has said that the warning was read. */
  | { readonly why: 'anpr-not-acknowledged' };

/**
 * What is wrong with rules; null when they can be kept. `templateOf`: the kind of a text that is there, and whether it
 * can be sent.
 */
export function flawOfRules(
  rules: MessageRules,
  templateOf: (name: string) => { readonly kind: TemplateKind; readonly faulty: boolean } | null,
): RulesFlaw | null {
  const ids = rules.services.map(({ service }) => service);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return { why: 'service-twice', service: twice };
  if (rules.cie.on && !rules.cie.acknowledgedAnpr) return { why: 'anpr-not-acknowledged' };
  for (const { rule, service, templates } of rulesOn(rules))
    for (const template of templates) {
      const found = templateOf(template);
      if (found === null) return { why: 'template-missing', service, rule, template };
      if (found.faulty) return { why: 'template-faulty', service, rule, template };
      if (!fitsRule(rule, found.kind)) return { why: 'template-other-kind', service, rule, template };
    }
  return null;
}
