import { describe, expect, it } from 'vitest';
import { sameKeep, usualKeep } from '../../../src/renderer/screens/messaggi/servizi/keep.ts';
import { passphraseComplaint } from '../../../src/renderer/screens/messaggi/servizi/passphrase-fields.tsx';
import { readRotation } from '../../../src/renderer/screens/messaggi/servizi/rotation-kept.ts';
import { partOf, textOrNull, withPart } from '../../../src/renderer/screens/messaggi/servizi/service-part.ts';
import { typedClock, typedNumber } from '../../../src/renderer/screens/messaggi/servizi/typed.ts';
import { defaultMessageSettings } from '../../../src/shared/domain/message/message-settings.ts';

describe('what is typed', () => {
  it.each([
    ['8:30', '08:30'],
    ['08.30', '08:30'],
    [' 8 ', '08:00'],
    ['23:59', '23:59'],
  ])('«%s» is %s', (text, value) => {
    expect(typedClock(text)).toEqual({ ok: true, value });
  });

  it.each(['', '24:00', '8:60', '8:3', 'mai', '-1'])('«%s» is no moment of the day', (text) => {
    expect(typedClock(text)).toEqual({ ok: false });
  });

  it('a number has its bounds, and a decimal comma where it may', () => {
    const pace = typedNumber(0.1, 15, false);
    expect(pace('0,5')).toEqual({ ok: true, value: 0.5 });
    expect([pace('0'), pace('16'), pace(''), pace('due')].every(({ ok }) => !ok)).toBe(true);
    expect(typedNumber(1, 90, true)('1,5')).toEqual({ ok: false });
  });
});

describe('what the settings say of a service', () => {
  const part = { id: 'tari', name: 'Rifiuti', cap: 5_000, secure: true, contacts: null };

  it('takes the place of what they said, and leaves the others', () => {
    const mensa = partOf(defaultMessageSettings, 'mensa');
    const once = withPart(withPart(defaultMessageSettings, part), mensa);
    expect(once.services).toEqual([mensa, part]);
    expect(withPart(once, { ...part, cap: null }).services).toEqual([mensa, { ...part, cap: null }]);
    expect(partOf(once, 'tari')).toEqual(part);
  });

  it('nothing typed is nothing', () => {
    expect(textOrNull('  ')).toBeNull();
    expect(textOrNull(' a ')).toBe('a');
  });
});

describe('where a key stays', () => {
  it.each([
    [true, [], 'os'],
    [true, ['os'], 'os'],
    [true, ['passphrase'], 'passphrase'],
    [false, [], 'passphrase'],
    [false, ['passphrase'], 'passphrase'],
  ] as const)('with the system’s protection %s and opened by %j: %s', (os, slots, keep) => {
    expect(usualKeep({ os, slots })).toBe(keep);
  });

  it('is where the one before it was', () => {
    expect(sameKeep('session', { os: true, slots: ['os'] })).toBe('session');
    expect(sameKeep('kept', { os: true, slots: ['os'] })).toBe('os');
  });
});

describe('a replacing of keys that was begun', () => {
  const begun = { step: 'use-primary', primary: 'a1', secondary: null };

  it('goes on where it was', () => {
    expect(readRotation(JSON.parse(JSON.stringify(begun)))).toEqual(begun);
  });

  it.each([null, 7, {}, { ...begun, step: 'boh' }, { ...begun, primary: 3 }, { ...begun, step: 'done' }])(
    'is none: %j',
    (kept) => expect(readRotation(kept)).toBeNull(),
  );
});

it('a new passphrase is long, and twice the same', () => {
  expect(passphraseComplaint({ passphrase: 'corta', again: 'corta' })).toContain('almeno 10');
  expect(passphraseComplaint({ passphrase: 'quattro parole', again: 'quattro' })).toContain(
    'non sono uguali',
  );
  expect(passphraseComplaint({ passphrase: 'quattro parole', again: 'quattro parole' })).toBeNull();
});
