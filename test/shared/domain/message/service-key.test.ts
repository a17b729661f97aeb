import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keyVariable,
  provesKey,
  readPassphrase,
  readServiceKey,
} from '../../../../src/shared/domain/message/service-key.ts';

const key = '0123456789abcdef0123456789ABCDEF';

describe('a key as it is pasted', () => {
  it('loses the blanks around it', () => {
    expect(readServiceKey(` \t${key}\r\n`)).toEqual({ ok: true, value: { key, usual: true } });
  });

  it('of an unusual shape is taken, and said to be one', () => {
    expect(readServiceKey('Aa-1234567890_zz')).toMatchObject({ ok: true, value: { usual: false } });
    expect(readServiceKey(`${key}0`)).toMatchObject({ ok: true, value: { usual: false } });
  });

  it.each([
    ['', 'key-blank'],
    [' \n', 'key-blank'],
    ['0123456789abcdef 0123456789abcdef', 'key-strange-characters'],
    ['0123456789abcdef\r\nX-Other: 1', 'key-strange-characters'],
    ['0123456789abcdefàèìòù', 'key-strange-characters'],
    ['0123456789abcdef\u200b0', 'key-strange-characters'],
  ])('%j is refused', (text, code) => {
    expect(readServiceKey(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never comes back in a problem', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, unit: 'binary' }), (text) => {
        const read = readServiceKey(text);
        const told = read.ok ? read.value.key : Object.keys(read.problem).toSorted().join();
        expect(told).toMatch(read.ok ? /^[\x21-\x7e]+$/ : /^code$/);
      }),
    );
  });
});

describe('a passphrase', () => {
  it('is the same however its letters are composed', () => {
    expect(readPassphrase('perche\u0301 no, dai')).toEqual(readPassphrase('perch\u00e9 no, dai'));
  });

  it('has ten characters or more, blanks around it not counted', () => {
    expect(readPassphrase('          corta')).toMatchObject({
      problem: { code: 'passphrase-too-short', min: 10 },
    });
    expect(readPassphrase('dieci lett')).toMatchObject({ ok: true });
  });
});

describe('the variable of a service', () => {
  it.each([
    ['tari', 'TREPALLINI_IO_KEY_TARI'],
    ['mensa-2', 'TREPALLINI_IO_KEY_MENSA_2'],
    ['Carta d’identità', 'TREPALLINI_IO_KEY_CARTA_D_IDENTIT_'],
  ])('%s', (service, name) => {
    expect(keyVariable(service)).toBe(name);
  });
});

it.each([
  ['allowed', true],
  ['not-enrolled', true],
  ['service-disabled', true],
  ['refused', false],
  ['no-answer', false],
])('the answer %s proves a key: %s', (outcome, proves) => {
  expect(provesKey(outcome)).toBe(proves);
});
