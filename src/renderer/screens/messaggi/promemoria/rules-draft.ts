import type { Output } from '../../../../shared/contract/api.ts';
import {
  fitsRule,
  rulesAtFirst,
  type RuleMode,
  type RuleName,
  type ServiceRules,
} from '../../../../shared/domain/message/message-rules.ts';
import { templateKinds } from '../../../../shared/domain/message/template.ts';
import type { Rules } from './use-rules.ts';

type Services = Output<'messages.services'>['services'];
type Templates = Output<'templates.list'>['templates'];

/** The services that may have rules, in the order of the settings, and each with the rules it has or begins with. */
export function servicesShown(
  rules: Rules,
  services: Services,
): readonly { readonly name: string; readonly rules: ServiceRules }[] {
  const kept = new Map(rules.services.map((one) => [one.service, one]));
  const named = services.filter(({ id, name }) => name !== null || kept.has(id));
  const known = new Set(named.map(({ id }) => id));
  return [
    ...named.map(({ id, name, ioName }) => ({ id, name: name ?? ioName ?? id })),
    ...[...kept.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: id })),
  ].map(({ id, name }) => ({ name, rules: kept.get(id) ?? rulesAtFirst(id) }));
}

/** The rules with those of one service in their place. */
export function withService(rules: Rules, changed: ServiceRules): Rules {
  const others = rules.services.some(({ service }) => service === changed.service);
  return {
    ...rules,
    services: others
      ? rules.services.map((one) => (one.service === changed.service ? changed : one))
      : [...rules.services, changed],
  };
}

/** Off, or what becomes of what is prepared: one choice for a person. */
export type Choice = 'off' | RuleMode;

export function choiceOf({ on, mode }: { readonly on: boolean; readonly mode: RuleMode }): Choice {
  return on ? mode : 'off';
}

export function chosen(choice: Choice, before: RuleMode): { readonly on: boolean; readonly mode: RuleMode } {
  return choice === 'off' ? { on: false, mode: before } : { on: true, mode: choice };
}

/** The texts that a rule may take; the one it has stays there to be seen, also when it cannot be used any more. */
export function templatesFor(
  rule: RuleName,
  templates: Templates,
  current: string,
): readonly { readonly value: string; readonly label: string }[] {
  const fit = templates.filter(({ kind, complaints }) => {
    const known = templateKinds.find((one) => one === kind);
    return (
      known !== undefined &&
      fitsRule(rule, known) &&
      complaints.every(({ severity }) => severity !== 'refuses')
    );
  });
  const told = fit.map(({ name, title }) => ({ value: name, label: title }));
  return told.some(({ value }) => value === current)
    ? told
    : [{ value: current, label: current === '' ? 'Scegliere' : `${current} (non si può usare)` }, ...told];
}
