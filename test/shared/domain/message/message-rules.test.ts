import { describe, expect, it } from 'vitest';
import {
  cieRulesAtFirst,
  fitsRule,
  flawOfRules,
  rulesAtFirst,
  rulesOn,
  type MessageRules,
  type RuleName,
  type ServiceRules,
} from '../../../../src/shared/domain/message/message-rules.ts';
import type { TemplateKind } from '../../../../src/shared/domain/message/template.ts';

const tari = rulesAtFirst('tari');
const on = <T extends object>(rule: T): T => ({ ...rule, on: true });

function rules(services: readonly ServiceRules[], cieOn = false, acknowledgedAnpr = false): MessageRules {
  return { services, cie: { ...cie, on: cieOn, acknowledgedAnpr } };
}

const cie = { ...cieRulesAtFirst, service: 'anagrafe' };

describe('the rules of a service at first', () => {
  it.each([
    ['TARI', 'tari'],
    ['mensa-scolastica', 'mensa'],
    ['qualunque', 'generico'],
  ])('of %s have the texts of %s, and nothing is on', (service, family) => {
    expect(rulesAtFirst(service)).toMatchObject({
      service,
      positions: { on: false, mode: 'confirm', template: `${family}-avviso` },
      remind: { on: false, mode: 'confirm', template: `${family}-scadenza` },
      welcome: { on: false, mode: 'confirm', template: 'tari-benvenuto' },
    });
    expect(rulesOn(rules([rulesAtFirst(service)]))).toEqual([]);
  });
});

it.each<[RuleName, TemplateKind, boolean]>([
  ['positions', 'avviso', true],
  ['positions', 'rata', true],
  ['positions', 'benvenuto', false],
  ['remind', 'sollecito-1', true],
  ['remind', 'avviso', false],
  ['welcome', 'benvenuto', true],
  ['welcome', 'avviso', false],
  ['cie', 'avviso', false],
  ['cie', 'cie-scaduta', true],
])('the rule %s takes a text of the kind %s: %j', (rule, kind, fits) => {
  expect(fitsRule(rule, kind)).toBe(fits);
});

describe('the rules that are on', () => {
  const both = { ...tari, positions: on(tari.positions), welcome: on(tari.welcome) };

  it('are told with their texts, service by service, and the reminders of the CIE last', () => {
    expect(rulesOn(rules([both, { ...tari, service: 'imu', remind: on(tari.remind) }], true))).toEqual([
      { rule: 'positions', service: 'tari', templates: ['tari-avviso'] },
      { rule: 'welcome', service: 'tari', templates: ['tari-benvenuto'] },
      { rule: 'remind', service: 'imu', templates: ['tari-scadenza'] },
      { rule: 'cie', service: 'anagrafe', templates: ['cie-scadenza', 'cie-scaduta', 'cie-cartacea'] },
    ]);
  });

  const kinds: Readonly<Record<string, TemplateKind>> = {
    'tari-avviso': 'avviso',
    'tari-benvenuto': 'benvenuto',
  };
  const templateOf = (name: string) => {
    const kind = kinds[name];
    return kind === undefined ? null : { kind, faulty: false };
  };

  it('can be kept when each has a text that says what it is for', () => {
    expect(flawOfRules(rules([both]), templateOf)).toBeNull();
    expect(flawOfRules(rules([tari, { ...tari, service: 'imu' }]), () => null)).toBeNull();
  });

  it.each<[string, MessageRules, object]>([
    ['a service twice', rules([tari, tari]), { why: 'service-twice', service: 'tari' }],
    ['the CIE before its warning was read', rules([], true), { why: 'anpr-not-acknowledged' }],
    ['a text that is not there', rules([], true, true), { why: 'template-missing', service: 'anagrafe', rule: 'cie', template: 'cie-scadenza' }], // prettier-ignore
    ['a text of another kind', rules([{ ...tari, remind: { ...on(tari.remind), template: 'tari-avviso' } }]), { why: 'template-other-kind', service: 'tari', rule: 'remind', template: 'tari-avviso' }], // prettier-ignore
  ])('cannot be kept with %s', (_what, wrong, flaw) => {
    expect(flawOfRules(wrong, templateOf)).toEqual(flaw);
  });

  it('cannot be kept with a text that is never sent', () => {
    expect(
      flawOfRules(rules([{ ...tari, positions: on(tari.positions) }]), () => ({
        kind: 'avviso',
        faulty: true,
      })),
    ).toEqual({
      why: 'template-faulty',
      service: 'tari',
      rule: 'positions',
      template: 'tari-avviso',
    });
  });
});
