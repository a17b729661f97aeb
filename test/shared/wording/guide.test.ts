import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flowBuckets, provvisorioBuckets } from '../../../src/shared/domain/bucket.ts';
import { messageStates } from '../../../src/shared/domain/message/state.ts';
import { judge, statuses, type Dot } from '../../../src/shared/domain/verdict.ts';
import { flowMeanings, provvisorioMeanings } from '../../../src/shared/wording/bucket-meanings.ts';
import { sayDots, statusMeanings } from '../../../src/shared/wording/dots.ts';
import {
  chapterOf,
  findInGuide,
  markWords,
  sectionsTitled,
} from '../../../src/shared/wording/guide/find-guide.ts';
import { fold } from '../../../src/shared/wording/guide/fold.ts';
import {
  voceOfFlow,
  voceOfMessage,
  voceOfProblem,
  voceOfProvvisorio,
  voceOfScreen,
  voceOfStatus,
} from '../../../src/shared/wording/guide/places.ts';
import {
  linksOf,
  readGuide,
  voceOfLink,
  wordsOfBlocks,
  type GuideSection,
} from '../../../src/shared/wording/guide/read-guide.ts';
import { slugOf } from '../../../src/shared/wording/guide/slug.ts';
import { dotOfVoce, dotsOfVoce, typicalEvidence } from '../../../src/shared/wording/guide/typical.ts';
import { positionMeanings } from '../../../src/shared/wording/positions.ts';
import { stageMeanings } from '../../../src/shared/wording/regularisation.ts';
import { screens } from '../../../src/renderer/screens/registry.ts';

const folder = join(import.meta.dirname, '../../../docs/guida');
const files = readdirSync(folder).map((name) => ({
  name: name.replace(/\.md$/, ''),
  text: readFileSync(join(folder, name), 'utf8'),
}));
const guide = readGuide(files);
const all = [guide.index, ...guide.chapters];
const sections = all.flatMap((chapter) => chapter.sections);
const ids = new Set([...all.map(({ id }) => id), ...sections.map(({ id }) => id)]);

function section(id: string): GuideSection {
  const found = sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the guide has no section ${id}`);
  return found;
}

describe('the guide', () => {
  it('has every chapter in its index', () => {
    expect(guide.chapters.map(({ id }) => id).toSorted()).toEqual(
      files
        .map(({ name }) => name)
        .filter((name) => name !== 'README')
        .toSorted(),
    );
  });

  it.each(statuses)('says what to do for a payment that is %s, with its dots', (status) => {
    const { evidence, late } = typicalEvidence[status];
    const verdict = judge(evidence, late);
    expect(verdict).toMatchObject({ status, reasons: [] });
    const { blocks } = section(voceOfStatus(status));
    expect(wordsOfBlocks(blocks.slice(0, 1))).toBe(sayDots(verdict.dots));
    expect(wordsOfBlocks(blocks)).toContain('Che cosa fare.');
    expect(dotsOfVoce.get(voceOfStatus(status))).toEqual(verdict.dots);
  });

  it.each([...flowBuckets.map(voceOfFlow), ...provvisorioBuckets.map(voceOfProvvisorio)])(
    'says what to do for a %s',
    (voce) => expect(wordsOfBlocks(section(voce).blocks)).toContain('Che cosa fare.'),
  );

  it('tells every state of a message', () => {
    expect(messageStates.map(voceOfMessage).filter((voce) => !ids.has(voce))).toEqual([]);
  });

  it('tells the five answers of a dot, each with its sign', () => {
    expect([...dotOfVoce.keys()].filter((voce) => !ids.has(voce))).toEqual([]);
    expect([...dotOfVoce.values()].toSorted()).toEqual([
      'none',
      'problem',
      'waiting',
      'warning',
      'yes',
    ] satisfies Dot[]);
  });

  it('has one name for each thing, and no empty section', () => {
    expect(ids.size).toBe(all.length + sections.length);
    const groups = sections.filter(({ blocks }) => blocks.length === 0);
    // A group of smaller sections may begin with the first of them.
    expect(groups.filter(({ level }) => level !== 2).map(({ id }) => id)).toEqual([]);
  });

  it('leads nowhere that is not there', () => {
    const links = all.flatMap(linksOf);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((href) => !ids.has(voceOfLink(href) ?? ''))).toEqual([]);
    const places = [...Object.values(voceOfScreen), ...Object.values(voceOfProblem)];
    expect(places.filter((voce) => !ids.has(voce))).toEqual([]);
  });

  it('has a place for each screen, and names no screen that is not there', () => {
    expect(Object.keys(voceOfScreen).toSorted()).toEqual(screens.map(({ name }) => name).toSorted());
    const titles = new Set(screens.map(({ title }) => title));
    const named = files.flatMap(({ text }) =>
      [
        ...text.matchAll(
          /[Ss]chermata (?:_|«)?(\p{Lu}[\p{L} ]*?\p{L})(?=[_».,:;]| (?:elenca|propone|mostra|dice))/gu,
        ),
      ].map(([, title = '']) => title),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((title) => !titles.has(title))).toEqual([]);
  });

  it('quotes only words that the program shows', () => {
    const shown = wordsOfProgram();
    const quoted = files.flatMap(({ name, text }) =>
      [...text.matchAll(/«([^»]+)»/g)].map(([, words = '']) => ({ name, words })),
    );
    expect(quoted.length).toBeGreaterThan(50);
    const strange = quoted.filter(
      ({ words }) => !isExample(words) && !shown.includes(words.replace(/…$/, '')),
    );
    expect(strange.map(({ name, words }) => `${name}: ${words}`)).toEqual([]);
  });

  it('does not repeat the sentences of the cards: it says more', () => {
    const said = [statusMeanings, flowMeanings, provvisorioMeanings, positionMeanings, stageMeanings]
      .flatMap((meanings): readonly { means: string; next: string }[] => Object.values(meanings))
      .flatMap(({ means, next }) => [means, next])
      .filter((sentence) => sentence.length > 30);
    expect(said.length).toBeGreaterThan(40);
    const text = files.map((file) => file.text).join('\n');
    expect(said.filter((sentence) => text.includes(sentence))).toEqual([]);
  });

  it('has the words of the trade, from A to Z', () => {
    const terms = chapterOf(guide, 'glossario')?.sections ?? [];
    expect(terms.length).toBeGreaterThanOrEqual(30);
    expect(terms.map(({ title }) => fold(title))).toEqual(terms.map(({ title }) => fold(title)).toSorted());
  });
});

/** What the sources of the program show to people: whatever stands in them, with its line breaks smoothed. */
function wordsOfProgram(): string {
  const root = join(import.meta.dirname, '../../..');
  return ['src', 'resources/message-templates']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((name) => /\.(?:tsx?|md)$/.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n')
    .replaceAll(/\s+/g, ' ');
}

/** What another program, a bank or a counted sentence says. */
function isExample(words: string): boolean {
  return examples.has(words) || /^\d/.test(words);
}
const examples = new Set(['servizio pagoPA']);

const found = (wanted: string) =>
  findInGuide(guide, wanted).flatMap((chapter) => chapter.sections.map(({ id }) => id));

describe('looking for something in the guide', () => {
  it('ignores accents and capitals', () => {
    expect(found('PERCHE due GIORNI')).toContain('perché-si-aspettano-due-giorni-lavorativi');
    expect(found('perché due giorni')).toEqual(found('perche due giorni'));
  });

  it('wants every word, in any order', () => {
    expect(found('bollo digitale')).toEqual(found('digitale bollo'));
    expect(found('bollo elefante')).toEqual([]);
  });

  it('finds other names of a thing', () => {
    expect(found('sospeso')).toContain('provvisorio-sospeso-di-entrata');
    expect(found('backup')).toContain('dove-stanno-i-dati');
    expect(found('doppione')).toContain('esito-incerto-che-cosa-fare');
    expect(found('rata unica f24')).toContain('tari-rata-unica-e-rate');
    expect(found('401')).toContain('chiavi-dei-servizi-e-rotazione');
    expect(found('lettere ditte')).toContain('elenco-per-la-carta');
    expect(found('codici propri')).toContain('i-nostri-codici');
  });

  it('shows everything when nothing is wanted', () => {
    expect(findInGuide(guide, '  ')).toBe(guide.chapters);
  });

  it('by name alone puts first what begins with it', () => {
    const titled = sectionsTitled(guide, 'IU').slice(0, 3);
    expect(titled.map(({ title }) => title.slice(0, 3))).toEqual(['IUF', 'IUR', 'IUV']);
    expect(sectionsTitled(guide, ' ')).toEqual([]);
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

describe('a file of the guide', () => {
  const index = { name: 'README', text: '# Guida\n\n- [Uno](uno.md)\n' };

  it('is cut at its headings, and what is not shown is found all the same', () => {
    const text =
      '# Uno\n\nPrima.\n\n## È così?\n\n<!-- anche: alfa, beta gamma -->\n\nSì, [due](due.md#b).\n';
    const [chapter] = readGuide([index, { name: 'uno', text }]).chapters;
    expect(chapter?.title).toBe('Uno');
    expect(chapter?.sections).toMatchObject([
      { id: 'è-così', title: 'È così?', level: 2, also: ['alfa', 'beta gamma'] },
    ]);
    expect(chapter?.sections[0]?.words).toBe('e cosi? si, due. alfa beta gamma');
  });

  it('without a title, or without an index before it, is refused', () => {
    expect(() => readGuide([index, { name: 'uno', text: 'Testo.\n' }])).toThrow('uno');
    expect(() => readGuide([{ name: 'uno', text: '# Uno\n' }])).toThrow('index');
  });

  it('names its headings as the sites do that show it', () => {
    expect(slugOf('Provvisorio (sospeso) di entrata')).toBe('provvisorio-sospeso-di-entrata');
    expect(slugOf('L’ente, dov’è?')).toBe('lente-dovè');
  });

  it('leads to a section, to a chapter, or out of the guide', () => {
    expect(['uno.md#due', '#due', 'uno.md', 'https://www.example.it/', '../x.md'].map(voceOfLink)).toEqual([
      'due',
      'due',
      'uno',
      null,
      null,
    ]);
  });
});
