import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isDay } from '../../src/shared/domain/day.ts';
import { choices, known, lengths, named, required, vocabularies } from './publiccode-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const page = parse(readFileSync(join(root, 'publiccode.yml'), 'utf8')) as Readonly<Record<string, unknown>>;

interface Description {
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly features: readonly string[];
  readonly documentation: string;
  readonly screenshots: readonly string[];
}

/** What stands at a place, such as `description.*.features`. */
function at(place: string): unknown[] {
  return place.split('.').reduce<unknown[]>(
    (found, key) =>
      found.flatMap((value) => {
        const inside = (value ?? {}) as Record<string, unknown>;
        return key === '*' ? Object.values(inside) : [inside[key]];
      }),
    [page],
  );
}
const descriptions = at('description.*') as Description[];
const within = (text: string, [least, most]: readonly [number, number]): boolean =>
  text.length >= least && text.length <= most;

describe('publiccode.yml', () => {
  it('says what must be said, in keys that exist', () => {
    expect(page['publiccodeYmlVersion']).toBe('0.7');
    for (const place of required)
      for (const value of at(place))
        expect({ place, isThere: value !== undefined && value !== null && value !== '' }).toEqual({
          place,
          isThere: true,
        });
    expect(descriptions.length).toBeGreaterThan(0);
    expect(Object.keys(page).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('chooses among what may be chosen', () => {
    for (const [key, values] of Object.entries({ ...choices, ...vocabularies }))
      for (const value of at(key).flat())
        expect({ key, value, is: values.includes(String(value)) }).toEqual({ key, value, is: true });
    expect(at('intendedAudience.countries').flat()).toEqual(['IT']);
    for (const { id } of at('supports').flat() as { id: string }[])
      expect(id).toMatch(/^(?:alias:[a-z0-9-]+|urn:.+)$/);
  });

  it('is neither too short nor too long', () => {
    for (const { shortDescription, longDescription, features } of descriptions) {
      expect(within(shortDescription, lengths.shortDescription)).toBe(true);
      expect(within(longDescription.trim(), lengths.longDescription)).toBe(true);
      expect(features.length).toBeGreaterThan(0);
      expect(features.filter((feature) => !within(feature, lengths.feature))).toEqual([]);
    }
  });

  it('names addresses that are written right and pictures that are there', () => {
    for (const address of [...at('url'), ...descriptions.map(({ documentation }) => documentation)])
      expect(new URL(String(address)).protocol).toBe('https:');
    expect(String(page['url'])).toMatch(/\.git$/);
    const pictures = [...descriptions.flatMap(({ screenshots }) => screenshots), ...at('logo').map(String)];
    for (const picture of pictures) {
      expect(picture).toMatch(/\.(?:png|jpe?g|svg)$/);
      expect({ picture, isThere: existsSync(join(root, picture)) }).toEqual({ picture, isThere: true });
    }
  });

  it('says who looks after it', () => {
    const [kind] = at('maintenance.type');
    const who = named[String(kind)];
    expect(who).toBe('contacts');
    const people = at(`maintenance.${who}`).flat() as { name?: string; email?: string }[];
    expect(people.length).toBeGreaterThan(0);
    for (const { name, email } of people) expect(`${name} <${email}>`).toMatch(/^[^<]+ <[^@\s]+@[^@\s]+>$/);
  });

  it('bears the version and the day that stand elsewhere', () => {
    const version = page['softwareVersion'];
    const json = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
    expect([json('package.json')['version'], json('package-lock.json')['version']]).toEqual([
      version,
      version,
    ]);
    const [, newest, day] =
      /^## (\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
    expect([newest, day]).toEqual([version, page['releaseDate']]);
    expect(isDay(String(day))).toBe(true);
  });
});
