import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  chosen,
  servicesShown,
  templatesFor,
  withService,
} from '../../../src/renderer/screens/messaggi/promemoria/rules-draft.ts';
import type { Rules } from '../../../src/renderer/screens/messaggi/promemoria/use-rules.ts';
import type { Output } from '../../../src/shared/contract/api.ts';
import { cieRulesAtFirst, rulesAtFirst } from '../../../src/shared/domain/message/message-rules.ts';

const none: Rules = { services: [], cie: cieRulesAtFirst };
type Service = Output<'messages.services'>['services'][number];
const service = (id: string, name: string | null): Service => ({
  id,
  name,
  ioName: null,
  cap: null,
  key: null,
  hold: null,
  waiting: 0,
});

describe('the rules of the services', () => {
  it('begin off, with the texts that were written for such a service', () => {
    const shown = servicesShown(none, [
      service('tari', 'TARI'),
      service('mensa-2', 'Mensa'),
      service('x', 'Lampade'),
    ]);
    expect(shown.map(({ name, rules }) => [name, rules.positions.on, rules.remind.template])).toEqual([
      ['TARI', false, 'tari-scadenza'],
      ['Mensa', false, 'mensa-scadenza'],
      ['Lampade', false, 'generico-scadenza'],
    ]);
  });

  it('are shown of a service that the settings do not have any more, and not of one that only campaigns know', () => {
    const kept = withService(none, rulesAtFirst('sparito'));
    expect(
      servicesShown(kept, [service('tari', 'TARI'), service('prova', null)]).map(({ name }) => name),
    ).toEqual(['TARI', 'sparito']);
  });

  it('of one service change alone', () => {
    const both = withService(withService(none, rulesAtFirst('tari')), rulesAtFirst('mensa'));
    const changed = {
      ...rulesAtFirst('tari'),
      welcome: { on: true, mode: 'automatic', template: 'x' },
    } as const;
    expect(withService(both, changed).services).toEqual([changed, rulesAtFirst('mensa')]);
  });

  it('are one choice for a person', () => {
    for (const choice of ['off', 'confirm', 'automatic'] as const)
      expect(choiceOf(chosen(choice, 'confirm'))).toBe(choice);
    // What it was set to before is there when it is turned on again.
    expect(chosen('off', 'automatic')).toEqual({ on: false, mode: 'automatic' });
  });
});

const text = (name: string, kind: string, severity?: 'refuses' | 'warns') => ({
  name,
  title: name.toUpperCase(),
  description: '',
  kind,
  service: null,
  payment: true,
  builtIn: true,
  edited: false,
  text: '',
  complaints: severity === undefined ? [] : [{ severity, line: 1, code: 'header-missing' as const }],
});

describe('the texts that a rule may take', () => {
  const texts = [
    text('a', 'avviso'),
    text('b', 'sollecito-1'),
    text('c', 'avviso', 'refuses'),
    text('d', 'rata', 'warns'),
    text('e', 'strano'),
  ];

  it('say what it is for, and can be sent', () => {
    expect(templatesFor('positions', texts, 'a')).toEqual([
      { value: 'a', label: 'A' },
      { value: 'd', label: 'D' },
    ]);
  });

  it('begin with the one that is chosen and cannot be used', () => {
    expect(templatesFor('positions', texts, 'c').map(({ label }) => label)).toEqual([
      'c (non si può usare)',
      'A',
      'D',
    ]);
    expect(templatesFor('welcome', texts, '')).toEqual([{ value: '', label: 'Scegliere' }]);
  });
});
