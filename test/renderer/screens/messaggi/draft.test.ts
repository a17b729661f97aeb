import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  lacksOfDraft,
  requestOf,
  templatesFor,
  textsOf,
  type Draft,
  type TemplateRow,
} from '../../../../src/renderer/screens/messaggi/campagne/draft.ts';
import { sayLacks } from '../../../../src/renderer/screens/messaggi/campagne/step-words.ts';
import { parseTemplate, type Template } from '../../../../src/shared/domain/message/template.ts';

function template(header: string, body: string): Template {
  const read = parseTemplate(
    'prova',
    `---\nnome: Prova\ntipo: generico\navviso: no\n${header}\n---\n${body}\n`,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const free = template('richiede: oggetto\noggetto: {{oggetto}}', 'Ecco. {{#se cosaFare}}{{cosaFare}}{{/se}}');
const plain = template('oggetto: Un oggetto qualunque', 'Un testo.');
const list = { name: 'tari.csv', size: 10, parcel: 'p1' };
const whole: Draft = { ...emptyDraft, service: 'tari', template: 'prova', list };

describe('what a new campaign still has to be told', () => {
  it('is everything, at the beginning', () => {
    const lacks = lacksOfDraft(emptyDraft, null);
    expect(lacks.map(({ code }) => code)).toEqual(['service', 'template', 'list']);
    expect(sayLacks(lacks)).toBe('il servizio, il modello e l’elenco');
  });

  it('is a text without faults, and what that text asks for', () => {
    expect(lacksOfDraft(whole, null)).toEqual([{ code: 'template-faults' }]);
    expect(textsOf(free)).toEqual([
      { field: 'oggetto', required: true },
      { field: 'cosaFare', required: false },
    ]);
    expect(lacksOfDraft(whole, free)).toEqual([{ code: 'text', field: 'oggetto' }]);
    expect(lacksOfDraft({ ...whole, texts: { oggetto: 'Orari' } }, free)).toEqual([]);
  });
});

describe('what is asked of the core', () => {
  it('is nothing without a list', () => {
    expect(requestOf({ ...whole, list: null }, plain)).toBeNull();
  });

  it('leaves out what was written for another text, and what is empty', () => {
    const texts = { oggetto: ' Orari ', cosaFare: ' ', testo: 'di un altro modello' };
    expect(requestOf({ ...whole, texts }, free)).toMatchObject({
      name: null,
      list: 'p1',
      properties: null,
      texts: { oggetto: 'Orari' },
    });
    expect(requestOf({ ...whole, texts, name: ' TARI ' }, plain)).toMatchObject({ name: 'TARI', texts: {} });
  });
});

describe('the texts to choose from', () => {
  const rows = [row('a', 'Mensa'), row('b', null), row('c', 'TARI')];

  it('begin with those of the service, by its id or its name', () => {
    for (const service of [
      { id: 'tari', name: null },
      { id: 'x1', name: 'Tari' },
    ]) {
      const groups = templatesFor(rows, service);
      expect(names(groups.ofService)).toEqual(['c']);
      expect(names(groups.ofAny)).toEqual(['b']);
      expect(names(groups.others)).toEqual(['a']);
    }
    expect(names(templatesFor(rows, null).others)).toEqual(['a', 'c']);
  });
});

function row(name: string, service: string | null): TemplateRow {
  return {
    name,
    service,
    title: name,
    description: '',
    kind: 'generico',
    payment: false,
    builtIn: true,
    edited: false,
    text: '',
    complaints: [],
  };
}

function names(some: readonly TemplateRow[]): readonly string[] {
  return some.map(({ name }) => name);
}
