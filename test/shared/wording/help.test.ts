import { describe, expect, it } from 'vitest';
import { flowBuckets, provvisorioBuckets } from '../../../src/shared/domain/bucket.ts';
import { messageStates } from '../../../src/shared/domain/message/state.ts';
import { judge, statuses, type Dot } from '../../../src/shared/domain/verdict.ts';
import { partsOf } from '../../../src/shared/wording/help/entry.ts';
import { findHelp, markWords } from '../../../src/shared/wording/help/find.ts';
import { fold } from '../../../src/shared/wording/help/fold.ts';
import {
  help,
  helpEntries,
  helpOfScreen,
  helpTitled,
  shortTitleOf,
  titleOf,
} from '../../../src/shared/wording/help/help.ts';
import { typicalEvidence } from '../../../src/shared/wording/help/statuses.ts';

const ids = helpEntries.map(({ entry }) => entry.id);

describe('the help', () => {
  it('explains every status, with the dots of a payment that has it', () => {
    expect(ids).toEqual(expect.arrayContaining(statuses.map((status) => `stato-${status}`)));
    for (const status of statuses) {
      const { evidence, late } = typicalEvidence[status];
      expect(judge(evidence, late)).toMatchObject({ status, reasons: [] });
    }
  });

  it('explains every place where a flusso and a provvisorio can stand', () => {
    expect(ids).toEqual(expect.arrayContaining(flowBuckets.map((bucket) => `flusso-${bucket}`)));
    expect(ids).toEqual(expect.arrayContaining(provvisorioBuckets.map((bucket) => `provvisorio-${bucket}`)));
  });

  it('explains every state of a message', () => {
    expect(ids).toEqual(expect.arrayContaining(messageStates.map((state) => `messaggio-${state}`)));
  });

  it('explains the five states of a dot, each with its sign', () => {
    const shown = helpEntries.flatMap(({ entry }) => entry.dot ?? []);
    expect(shown.toSorted()).toEqual(['none', 'problem', 'waiting', 'warning', 'yes'] satisfies Dot[]);
  });

  it('leads nowhere that is not there', () => {
    const links = helpEntries.flatMap(({ entry }) =>
      [...entry.paragraphs, ...(entry.steps ?? [])].flatMap((text) =>
        partsOf(text, shortTitleOf).flatMap(({ to }) => to ?? []),
      ),
    );
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((id) => titleOf(id) === null)).toEqual([]);
    expect(Object.values(helpOfScreen).filter((id) => titleOf(id) === null)).toEqual([]);
  });

  it('has one name for each thing, and no empty one', () => {
    const all = [...help.map(({ id }) => id), ...ids];
    expect(all.length).toBe(new Set(all).size);
    expect(all.every((id) => /^[A-Za-z][A-Za-z0-9-]*$/.test(id))).toBe(true);
    const mute = helpEntries.filter(
      ({ entry }) => [...entry.paragraphs, ...(entry.steps ?? [])].length === 0,
    );
    expect(mute).toEqual([]);
  });

  it('has the words of the trade, from A to Z', () => {
    const terms = help.find(({ id }) => id === 'glossario')?.entries ?? [];
    expect(terms.length).toBeGreaterThanOrEqual(30);
    expect(terms.map(({ title }) => fold(title))).toEqual(terms.map(({ title }) => fold(title)).toSorted());
  });
});

const found = (wanted: string) =>
  findHelp(help, wanted).flatMap(({ entries }) => entries.map(({ id }) => id));

describe('looking for something in the help', () => {
  it('ignores accents and capitals', () => {
    expect(found('PERCHE due GIORNI')).toContain('perche-due-giorni');
    expect(found('perché due giorni')).toEqual(found('perche due giorni'));
  });

  it('wants every word, in any order', () => {
    expect(found('bollo digitale')).toEqual(found('digitale bollo'));
    expect(found('bollo elefante')).toEqual([]);
  });

  it('finds other names of a thing', () => {
    expect(found('sospeso')).toContain('provvisorio');
    expect(found('backup')).toContain('dove-stanno-i-dati');
    expect(found('doppione')).toContain('esito-incerto');
    expect(found('rata unica f24')).toContain('rata-unica-e-rate');
    expect(found('401')).toContain('chiavi-dei-servizi');
    expect(found('lettere ditte')).toContain('elenco-per-la-carta');
    expect(found('collega test')).toContain('utenti-di-prova');
    expect(found('primo invio')).toContain('messaggi-primo-invio');
  });

  it('shows everything when nothing is wanted', () => {
    expect(findHelp(help, '  ')).toBe(help);
  });

  it('by name alone puts first what begins with it', () => {
    expect(
      helpTitled('IU')
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['iuf', 'iur', 'iuv']);
    expect(helpTitled('sospeso').map(({ id }) => id)).toEqual(['provvisorio']);
    expect(helpTitled(' ')).toEqual([]);
  });

  it('marks the words where they stand', () => {
    expect(markWords('È la Città', 'citta e')).toEqual([
      { text: 'È', hit: true },
      { text: ' la ', hit: false },
      { text: 'Città', hit: true },
    ]);
    expect(markWords('', 'a')).toEqual([]);
  });
});

describe('the links of a paragraph', () => {
  it('are small inside a sentence, unless they are a name', () => {
    expect(
      ['provvisorio', 'ricevuta', 'iuv', 'partner', 'pagopa', 'perche-due-giorni'].map(shortTitleOf),
    ).toEqual([
      'provvisorio',
      'ricevuta telematica',
      'IUV',
      'Partner Tecnologico',
      'pagoPA',
      'Perché si aspettano due giorni lavorativi?',
    ]);
  });

  it('stand among its words', () => {
    expect(partsOf('Vedi [[iuf]] e [[storno|gli storni]].', shortTitleOf)).toEqual([
      { text: 'Vedi ', to: null },
      { text: 'IUF', to: 'iuf' },
      { text: ' e ', to: null },
      { text: 'gli storni', to: 'storno' },
      { text: '.', to: null },
    ]);
  });
});
