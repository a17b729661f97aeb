import { describe, expect, it } from 'vitest';
import { readCausale, type Extraction } from '../../../../../src/shared/domain/causale.ts';
import { knowing, texts } from '../texts.ts';
import { chanceOf, type Chance } from './chance.ts';
import * as identifiers from './families-of-identifiers.ts';
import * as markers from './families-of-markers.ts';
import * as whole from './families-of-texts.ts';
import { drawIuf, sibling } from './identifiers.ts';
import { judge, type Judgement } from './measure.ts';
import { linesOf, type Sample } from './sample.ts';
import { drawMarker, drawPrefix, drawSuffix } from './surroundings.ts';

const families: Readonly<Record<string, (chance: Chance) => Sample>> = {
  ...markers,
  ...identifiers,
  ...whole,
};

// The reader was mended with the first; the others it has not seen.
const seeds = [...Array(21).keys()].flatMap((n) => [n + 1, n + 1000]);
const textsForSeed = 8;

/** The least share of right readings where it is not all of them: the others are asked about. */
const floors: Readonly<Record<string, number>> = {
  // Who knows the flusso knows nothing of one cut to a letter.
  'cutAndGoesOn, known': 0.97,
  'severalElements, unknown': 0.997,
};

/** The greatest share of right IUFs that are asked about, where it is not 2.5 %. */
const care: Readonly<Record<string, number>> = {
  // Half of these codes are shorter than any that was seen.
  otherCodes: 0.54,
  // Old ids without a date, or without the dash of the PSP.
  oldShapes: 0.8,
  // Cut anywhere, some lines end where a word might as well.
  severalElements: 0.085,
};

interface Case {
  readonly family: string;
  readonly known: boolean;
  readonly sample: Sample;
  readonly got: Extraction;
  readonly judgement: Judgement;
}

/** Every text of a family, read as a movement of a flusso that is known and of one that is not. */
function casesOf(family: string): readonly Case[] {
  const draw = families[family];
  const place = Object.keys(families).indexOf(family);
  if (draw === undefined) throw new Error(family);
  return seeds.flatMap((seed) => {
    const chance = chanceOf(seed * 100 + place);
    return Array.from({ length: textsForSeed }, () => draw(chance)).flatMap((sample) => {
      const { wants } = sample;
      const wanted = wants.as === 'two' ? wants.iufs : 'iuf' in wants ? [wants.iuf] : [];
      const decoy = drawIuf(chance);
      const others = [
        decoy.text,
        sibling(chance, decoy),
        ...wanted.map((iuf) => sibling(chance, { text: iuf })),
      ];
      return [false, true].map((known): Case => {
        const got = readCausale(sample.texts, known ? knowing(...wanted, ...others) : knowing());
        return { family, known, sample, got, judgement: judge(wants, got, known) };
      });
    });
  });
}

function share(all: readonly Case[], test: (one: Case) => boolean): number {
  return all.length === 0 ? 1 : all.filter(test).length / all.length;
}

const name = ({ family, known }: Case) => `${family}, ${known ? 'known' : 'unknown'}`;

describe.each(Object.keys(families))('causali nobody has seen: %s', (family) => {
  it('are read right, and asked about where they are not and where a person would have to look as well', () => {
    const cases = casesOf(family);
    const wrong = cases.filter(({ judgement }) => judgement !== 'right' && judgement !== 'asks');
    expect(wrong.map(({ sample, got }) => ({ ...sample, got }))).toEqual([]);
    const failing = [...Map.groupBy(cases, name)].flatMap(([which, all]) => {
      const right = share(all, ({ judgement }) => judgement === 'right');
      const plain = all.filter(({ sample, judgement }) => sample.wants.as === 'iuf' && judgement === 'right');
      const unasked = share(plain, ({ got }) => got.confidence !== 'confirm');
      const limit = all[0]?.known === true && family !== 'oldShapes' ? 0 : (care[family] ?? 0.025);
      return right >= (floors[which] ?? 1) && 1 - unasked <= limit ? [] : [{ which, right, unasked }];
    });
    expect(failing).toEqual([]);
  });
});

type Change = (text: string, chance: Chance) => string;

const changes: readonly Change[] = [
  (text, chance) => insertAt(text, chance, ' '),
  (text, chance) => insertAt(text, chance, '\n'),
  (text, chance) => insertAt(text, chance, '\u00a0'),
  (text, chance) => insertAt(text, chance, '\u200b'),
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text, chance) => drawPrefix(chance) + text,
  (text, chance) => text + drawSuffix(chance),
  (text, chance) => linesOf(text, 35).join(chance.pick([' ', '\n', ''])),
  (text) => text.replaceAll('-', '\u2011').replaceAll('/', '\uff0f'),
  (text) => text.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
];

function insertAt(text: string, chance: Chance, what: string): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

describe('a causale that names a flusso we know', () => {
  it('names no other one for certain, whatever a bank does to the text', () => {
    const chance = chanceOf(35);
    for (let i = 0; i < 3000; i++) {
      const wanted = drawIuf(chance);
      const known = knowing(wanted.text, sibling(chance, wanted), drawIuf(chance).text);
      const text = drawPrefix(chance) + drawMarker(chance).text + wanted.text + drawSuffix(chance);
      expect(readCausale(texts(text), known)).toMatchObject({ iuf: wanted.text, confidence: 'certain' });
      let changed = text;
      for (let n = chance.below(3); n >= 0; n--) changed = chance.pick(changes)(changed, chance);
      const { iuf, kind, confidence, otherIufs } = readCausale(texts(changed), known);
      expect({ changed, kind, iuf, confidence, otherIufs }).toMatchObject({
        kind: 'iuf',
        iuf: wanted.text,
        otherIufs: [],
      });
    }
  });
});
