import { describe, expect, it } from 'vitest';
import { findLostMarkers, findMarkers } from '../../../../src/shared/domain/causale/markers.ts';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';

/** The marker as it stands in the text without blanks, and what follows it. */
function parts(causale: string, find = findMarkers) {
  const text = textOf([causale]);
  return find(text).map(({ start, tokenStart, prog, dotted, repairs }) => ({
    marker: text.squeezed.slice(start, tokenStart),
    rest: text.squeezed.slice(tokenStart),
    prog,
    dotted,
    repairs: repairs.map(({ code, detail }) => `${code} ${detail}`),
  }));
}

const whole = { prog: null, dotted: false, repairs: [] };
const broken = (detail: string) => ({ ...whole, repairs: [`broken-marker ${detail}`] });

const withFreeText = (count: number) => `/PUR/LGPE-RIVERSAMENTO/TXT/${'A'.repeat(count)}URI/X`;

describe('a marker', () => {
  it.each([
    ['/PUR/LGPE-RIVERSAMENTO/URI/X', '/PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['PUR/LGPE-RIVERSAMENTO/URI/X', 'PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['A/PUR/LGPE-RIVERSAMENTO/URI/X', '/PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['A//PUR/LGPE-RIVERSAMENTO/URI/X', '/PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['APUR/LGPE-RIVERSAMENTO/URI/X', 'PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['/ PUR/LGPE-RIVERSAMENTO/URI/X', 'PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['LGPE-RIVERSAMENTO/URI/X', 'LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['XUR/LGPE-RIVERSAMENTO/URI/X', 'LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['/PUR////LGPE-RIVERSAMENTO/URI/X', '/PUR////LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['/PUR/////LGPE-RIVERSAMENTO/URI/X', 'LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['/PUR/LGPE-RIVERSAMENTO////URI////X', '/PUR/LGPE-RIVERSAMENTO////URI////', 'X', whole],
    ['/PUR/LGPE-RIVERSAMENTO/URI/////X', '/PUR/LGPE-RIVERSAMENTO/URI////', '/X', whole],
    ['/PUR/LGPE-RIVERSAMENTO/URI', '/PUR/LGPE-RIVERSAMENTO/URI', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/URI X', '/PUR/LGPE-RIVERSAMENTO/URI', 'X', whole],
    ['/PUR/LGPE-RIVERSAMENTO/URI2', '/PUR/LGPE-RIVERSAMENTO/URI', '2', whole],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/X', '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/', 'X', { ...whole, prog: '0' }],
    ['/PUR/LGPE-RIVERSAMENTO/TXT9URI/X', '/PUR/LGPE-RIVERSAMENTO/TXT9URI/', 'X', { ...whole, prog: '9' }],
    [
      '.PUR.LGPE-RIVERSAMENTO.TXT.3.URI.X',
      '.PUR.LGPE-RIVERSAMENTO.TXT.3.URI.',
      'X',
      { ...whole, prog: '3', dotted: true },
    ],
    ['.PUR.LGPE-RIVERSAMENTO.URI.X', '.PUR.LGPE-RIVERSAMENTO.URI.', 'X', { ...whole, dotted: true }],
    ['.PUR.LGPE-RIVERSAMENTO', '.PUR.LGPE-RIVERSAMENTO', '', { ...whole, dotted: true }],
    ['/PUR/LGPE-RIVERSAMENTO', '/PUR/LGPE-RIVERSAMENTO', '', whole],
    ['/PUR.LGPE-RIVERSAMENTO/URI/X', '/PUR.LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['/PUR/GPE-RIVERSAMENTO/URI/X', '/PUR/GPE-RIVERSAMENTO/URI/', 'X', broken('/PUR/GPE-RIVERSAMENTO/URI/')],
    ['A GPE-RIVERSAMENTO/URI/X', 'GPE-RIVERSAMENTO/URI/', 'X', broken('GPE-RIVERSAMENTO/URI/')],
    ['/PUR/LGPERIVERSAMENTO/URI/X', '/PUR/LGPERIVERSAMENTO/URI/', 'X', broken('/PUR/LGPERIVERSAMENTO/URI/')],
    [
      '/PUR/LGPE/RIVERSAMENTO/URI/X',
      '/PUR/LGPE/RIVERSAMENTO/URI/',
      'X',
      broken('/PUR/LGPE/RIVERSAMENTO/URI/'),
    ],
    [
      '/PUR/LGPE--RIVERSAMENTO/URI/X',
      '/PUR/LGPE--RIVERSAMENTO/URI/',
      'X',
      broken('/PUR/LGPE--RIVERSAMENTO/URI/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENT O/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/URI/',
      'X',
      broken('/PUR/LGPE-RIVERSAMENT O/URI/'),
    ],
    [
      '/PUR/L GPE-RIVERSAMENTO/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/URI/',
      'X',
      broken('/PUR/L GPE-RIVERSAMENTO/URI/'),
    ],
    ['/P UR/LGPE-RIVERSAMENTO /U RI/X', '/PUR/LGPE-RIVERSAMENTO/URI/', 'X', whole],
    ['RIVERSAMENTO/URI/X', 'RIVERSAMENTO/URI/', 'X', broken('RIVERSAMENTO/URI/')],
    ['RIVERSAMENTO/URI 2024X', 'RIVERSAMENTO/URI', '2024X', broken('RIVERSAMENTO/URI')],
    ['RIVERSAMENTO/URI RF12', 'RIVERSAMENTO/URI', 'RF12', broken('RIVERSAMENTO/URI')],
    ['/PUR/L GPE-RIVERSAMENTO/URI ', '/PUR/LGPE-RIVERSAMENTO/URI', '', broken('/PUR/L GPE-RIVERSAMENTO/URI')],
    [
      '/pur/lgpe-riversamento/uri/X',
      '/PUR/LGPE-RIVERSAMENTO/URI/',
      'X',
      { ...whole, repairs: ['case /pur/lgpe-riversamento/uri/'] },
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/Integrazione/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/INTEGRAZIONE/URI/',
      'X',
      broken('/PUR/LGPE-RIVERSAMENTO/TXT/Integrazione/URI/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/12/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/12/URI/',
      'X',
      broken('/PUR/LGPE-RIVERSAMENTO/TXT/12/URI/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/A/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/A/URI/',
      'X',
      broken('/PUR/LGPE-RIVERSAMENTO/TXT/A/URI/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/TRIBURIA/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/TRIBURIA/URI/',
      'X',
      broken('/PUR/LGPE-RIVERSAMENTO/TXT/TRIBURIA/URI/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/1/URI/X',
      '/PUR/LGPE-RIVERSAMENTO/1/URI/',
      'X',
      { ...broken('/PUR/LGPE-RIVERSAMENTO/1/URI/'), prog: '1' },
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/2024-07-26X',
      '/PUR/LGPE-RIVERSAMENTO/',
      '2024-07-26X',
      broken('/PUR/LGPE-RIVERSAMENTO/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/2024-07-26X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/',
      '2024-07-26X',
      broken('/PUR/LGPE-RIVERSAMENTO/TXT/'),
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/4/2024-07-26X',
      '/PUR/LGPE-RIVERSAMENTO/TXT/4/',
      '2024-07-26X',
      { ...broken('/PUR/LGPE-RIVERSAMENTO/TXT/4/'), prog: '4' },
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/4/2024-07-26X',
      '/PUR/LGPE-RIVERSAMENTO/4/',
      '2024-07-26X',
      { ...broken('/PUR/LGPE-RIVERSAMENTO/4/'), prog: '4' },
    ],
    ['/PUR/LGPE-RIVERSAMENTO/T', '/PUR/LGPE-RIVERSAMENTO/T', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/TX', '/PUR/LGPE-RIVERSAMENTO/TX', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/U', '/PUR/LGPE-RIVERSAMENTO/U', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/UR', '/PUR/LGPE-RIVERSAMENTO/UR', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/TXT', '/PUR/LGPE-RIVERSAMENTO/TXT', '', whole],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/0', '/PUR/LGPE-RIVERSAMENTO/TXT/0', '', { ...whole, prog: '0' }],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/0/U', '/PUR/LGPE-RIVERSAMENTO/TXT/0/U', '', { ...whole, prog: '0' }],
    ['/PUR/LGPE-RIVERSAMENTO/TXT/0/UR', '/PUR/LGPE-RIVERSAMENTO/TXT/0/UR', '', { ...whole, prog: '0' }],
    ['/PUR/LGPE-RIVERSAMENTO/7', '/PUR/LGPE-RIVERSAMENTO/7', '', whole],
  ])('%s', (causale, marker, rest, more) => {
    expect(parts(causale)).toEqual([{ marker, rest, ...more }]);
  });

  it('holds twenty characters of free text and no more', () => {
    expect(parts(withFreeText(20)).map(({ rest }) => rest)).toEqual(['X']);
    expect(parts(withFreeText(23)).map(({ rest }) => rest)).toEqual(['X']);
    expect(parts(withFreeText(24))).toEqual([]);
  });

  it.each([
    'RIVERSAMENTO',
    'RIVERSAMENTO/',
    'RIVERSAMENTO/URI SPA',
    'RIVERSAMENTO/URI RFX SPA',
    'RIVERSAMENTO/URISPA',
    'RIVERSAMENTO/1/URI/X',
    'RIVERSAMENTO 2024-07-26',
    'RIVERSAMENTO/U',
    '/PUR/LGPE-RIVERSAMENTO/URISPA',
    '/PUR/LGPE-RIVERSAMENTO/X',
    '/PUR/LGPE-RIVERSAMENTO/TXT/T',
    '/PUR/LGPE-RIVERSAMENTO/TXT/12',
    '/PUR/LGPE-RIVERSAMENTO/2024-02-30X',
    '/PUR/LGPE-VERSAMENTO/URI/X',
  ])('%s is none', (causale) => {
    expect(parts(causale)).toEqual([]);
  });

  it('stands more than once in a text', () => {
    const two = parts(
      '/PUR/LGPE-RIVERSAMENTO/URI/X RIVERSAMENTO RIVERSAMENTO/URI/RF12 /PUR/LGPE-RIVERSAMENTO/TXT/2/URI/Y',
    );
    expect(two.map(({ marker, prog }) => [marker, prog])).toEqual([
      ['/PUR/LGPE-RIVERSAMENTO/URI/', null],
      ['RIVERSAMENTO/URI/', null],
      ['/PUR/LGPE-RIVERSAMENTO/TXT/2/URI/', '2'],
    ]);
  });
});

describe('a marker of which only URI is left', () => {
  it.each([
    ['URI/2024-07-26X', 'URI/', '2024-07-26X', 'URI/'],
    ['CRBIIT2B /URI/2024-07-26X', 'URI/', '2024-07-26X', 'URI/'],
    ['CRBIIT2B URI 2024-07-26X', 'URI', '2024-07-26X', 'URI'],
    ['/URI2024-07-26X', 'URI', '2024-07-26X', 'URI'],
    ['A URI URI/2024-07-26X', 'URI/', '2024-07-26X', 'URI/'],
  ])('%s', (causale, marker, rest, detail) => {
    expect(parts(causale, findLostMarkers)).toEqual([
      { marker, rest, prog: null, dotted: false, repairs: [`lost-marker ${detail}`] },
    ]);
  });

  it('may stand there twice', () => {
    expect(parts('URI2024-07-26X/URI/2024-07-27Y', findLostMarkers)).toHaveLength(2);
  });

  it.each(['TRIBURI/2024-07-26X', 'XURI/2024-07-26', 'URI/2024-02-30X', 'URI/', '3URI/2024-07-26'])(
    '%s has none',
    (causale) => {
      expect(parts(causale, findLostMarkers)).toEqual([]);
    },
  );
});
