import { describe, expect, it } from 'vitest';
import { builtInTemplates, builtInTemplateSource } from '../../../src/main/messages/templates.ts';
import { emailCopy, parseAppMarkdown, shownText } from '../../../src/shared/domain/message/app-markdown.ts';
import { checkTemplate } from '../../../src/shared/domain/message/check-template.ts';
import { compose, noMergeValues, type MergeValues } from '../../../src/shared/domain/message/compose.ts';
import type { Recipient } from '../../../src/shared/domain/message/recipient.ts';
import { checkRequest, limits } from '../../../src/shared/domain/message/check-request.ts';
import { requiredFields, type Template } from '../../../src/shared/domain/message/template.ts';
import { isDay } from '../../../src/shared/domain/day.ts';

const names = [
  'cie-cartacea',
  'cie-scadenza',
  'cie-scaduta',
  'errata-corrige',
  'generico',
  'generico-avviso',
  'generico-scadenza',
  'inviato-per-errore',
  'mensa-avviso',
  'mensa-scadenza',
  'minigrest-avviso',
  'minigrest-scadenza',
  'tari-avviso',
  'tari-benvenuto',
  'tari-proroga',
  'tari-rata',
  'tari-scadenza',
];

const dueDay = '2026-12-16';
if (!isDay(dueDay)) throw new Error(dueDay);

/** What every list of debts has, and nothing else. */
const bare: Recipient = {
  row: 1,
  fiscalCode: 'RSSMRA85T10A562S',
  name: null,
  noticeNumber: '301000000000012373',
  cents: 12_830,
  dueDay,
  rata: null,
  debt: null,
  account: null,
  fields: {},
};

const rich: Recipient = {
  ...bare,
  name: 'ROSSI MARIO [ex] *bis*',
  cents: 999_999_999,
  rata: { kind: 'rata', n: 2, of: 4 },
  fields: {
    alunno: 'Anna_Maria #2',
    Bambino: 'Luca',
    periodo: 'ottobre e novembre',
    turno: '1. giochi',
    'Anno imposta': '2026',
    causale: 'Canone ~ lampade `votive`',
  },
};

const texts: MergeValues['texts'] = {
  oggetto: 'Lavori in corso davanti a casa',
  testo: 'Da lunedì la strada davanti a casa tua è chiusa alle automobili.\n\nI residenti passano a piedi.',
  messaggioErrato:
    'Tassa sui rifiuti (TARI) 2026, rata 2 di 4: da pagare entro il 16 dicembre 2026, come ogni altra rata di questo anno',
  datoErrato: 'scadenza 16 novembre 2026',
  datoCorretto: 'scadenza 16 dicembre 2026',
  cosaFare: 'Nulla, se hai già pagato.',
  prenotazione: 'chiama lo 051 000000, o prenota dal sito del Comune.',
  cosaPortare: 'una marca per i diritti di segreteria, che si paga allo sportello.',
  avvertenze: 'Il sabato lo sportello è chiuso.',
};

const full: MergeValues = {
  ente: 'Comune di Borgo di Sotto',
  servizio: 'Tassa sui rifiuti',
  contatti: 'tributi@esempio.it, 051 000000',
  anno: null,
  immobili: Array.from({ length: 40 }, (_, n) => `VIA ROMA ${n}_B * [ex] #3 | SUB 2`),
  texts,
};

const ownTexts: MergeValues = { ...noMergeValues, texts };

it('are all there, each with the text it is made of', () => {
  expect([...builtInTemplates().keys()]).toEqual(names);
  for (const name of names) expect(builtInTemplateSource(name)).toMatch(/^---\nnome: /);
  expect(builtInTemplateSource('../package')).toBeNull();
});

describe.each(names)('the text %s', (name) => {
  const template = named(name);

  it('has nothing that anybody could complain of', () => {
    expect(checkTemplate(template, { ente: 'Comune di Borgo di Sotto' })).toEqual([]);
  });

  it.each([
    ['the least of a row', bare, ownTexts],
    ['the most of a row', rich, full],
  ])('fits what the service takes with %s, and shows all of it', (_, recipient, values) => {
    const rata = recipient.rata ?? (template.kind === 'rata' ? { kind: 'rata', n: 1, of: null } : null);
    const made = compose(template, values, { ...recipient, rata });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    const { subject, markdown, request, dueDay: shown } = made.value;
    expect(subject.length).toBeGreaterThanOrEqual(limits.subject.min);
    expect(subject.length).toBeLessThanOrEqual(limits.subject.max);
    expect(markdown.length).toBeGreaterThanOrEqual(limits.body.min);
    expect(markdown.length).toBeLessThanOrEqual(limits.body.max);
    expect(checkRequest(request)).toEqual([]);
    expect(parseAppMarkdown(markdown).dropped).toEqual([]);
    expect(`${subject}\n${markdown}`).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|\n\n\n/);
    expect(`${subject}\n${shownText(markdown)}`).not.toMatch(/ [,.;:]| {2}|,,/);
    expect(request.content.payment_data === undefined).toBe(!template.withNotice);
    const told = template.withNotice ? ['16 dicembre 2026', '301000000000012373', dueDay] : ['', '', shown];
    expect([emailCopy(markdown), shownText(markdown), shown]).toEqual([
      expect.stringContaining(told[0] ?? ''),
      expect.stringContaining(told[1] ?? ''),
      told[2],
    ]);
  });
});

it.each([
  'tari-avviso',
  'mensa-avviso',
  'tari-scadenza',
  'mensa-scadenza',
  'generico-avviso',
  'generico-scadenza',
  'minigrest-avviso',
])('%s needs of a list no more than whom, how much, by when and which avviso', (name) => {
  const made = compose(named(name), noMergeValues, bare);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  expect(shownText(made.value.markdown)).toContain('128,30 €');
  expect([...requiredFields(named(name))].toSorted()).toEqual(['importo', 'numeroAvviso', 'scadenza']);
});

it('the TARI reads well for a debt as a whole, for a part of it, and for many properties', () => {
  const first = (values: MergeValues, recipient: Recipient): string[] => {
    const made = compose(named('tari-avviso'), values, recipient);
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    return [made.value.subject, shownText(made.value.markdown).split('\n')[0] ?? ''];
  };
  expect(first({ ...noMergeValues, anno: 2026 }, { ...bare, rata: { kind: 'unica' } })).toEqual([
    'Tassa sui rifiuti (TARI) 2026, rata unica: da pagare entro il 16 dicembre 2026',
    'La tua tassa sui rifiuti (TARI) 2026, rata unica, è di 128,30 €, da pagare entro il 16 dicembre 2026.',
  ]);
  expect(first(noMergeValues, { ...bare, rata: { kind: 'rata', n: 2, of: 3 } })).toEqual([
    'Tassa sui rifiuti (TARI), rata 2 di 3: da pagare entro il 16 dicembre 2026',
    'La tua tassa sui rifiuti (TARI), rata 2 di 3, è di 128,30 €, da pagare entro il 16 dicembre 2026.',
  ]);
  const many = compose(named('tari-avviso'), full, bare);
  expect(many.ok && shownText(many.value.markdown)).toContain(
    '• VIA ROMA 14_B * [ex] #3 | SUB 2\n• e altri 25 immobili\n',
  );
});

function named(name: string): Template {
  const template = builtInTemplates().get(name);
  if (template === undefined) throw new Error(name);
  return template;
}
