import { expect, it } from 'vitest';
import {
  mask,
  maskCodice,
  maskCodiceFiscale,
  maskCodiciIn,
  maskName,
  maskText,
} from '../../../src/shared/domain/masked.ts';

it.each([
  ['RSSMRA80A01H501U', 'RSS•••••••••••1U'],
  ['90901230376', '909••••••76'],
  ['ANONIMO', '•••••••'],
  ['', ''],
])('of the codice fiscale %j only %j is told', (whole, told) => {
  expect(maskCodiceFiscale(whole)).toBe(told);
});

it.each([
  ['Bonifico di RSSMRA80A01H501U, grazie', 'Bonifico di RSS•••••••••••1U, grazie'],
  ['rssmra80a01h501u/RSSMRA80A01H5LMU', 'rss•••••••••••1u/RSS•••••••••••MU'],
  ['URI/2026-01-01BINVIT9X-ABCDEF80A01H501UX', 'URI/2026-01-01BINVIT9X-ABCDEF80A01H501UX'],
])('of the text %j only %j is told', (whole, told) => {
  expect(maskCodiciIn(whole)).toBe(told);
});

it.each([
  ['Rossi Mario', 'R••• M•••'],
  ["  D'Àngelo   Élodie ", 'D••• É•••'],
  ['𝒜lfa S.r.l.', '𝒜••• S•••'],
  [' ', ''],
])('of the name %j only %j is told', (whole, told) => {
  expect(maskName(whole)).toBe(told);
});

const dots = (count: number): string => '•'.repeat(count);

it.each([
  ['01000000000012345', `0100${dots(13)}`],
  ['301000000000012345', `3010${dots(14)}`],
  ['123456789012345', `1234${dots(11)}`],
  ['RF18539007547034', `RF18${dots(12)}`],
  ['rf18a', `rf18${dots(1)}`],
  ['abcdef123456', `abcd${dots(8)}`],
  ['A'.repeat(35), `AAAA${dots(31)}`],
  ['A'.repeat(36), 'A'.repeat(36)],
  ['12345678901', '12345678901'],
  ['RF1853900-7547034', 'RF1853900-7547034'],
  ['RF18', 'RF18'],
  ['un testo qualunque', 'un testo qualunque'],
  ['', ''],
])('of the code %j only %j is told', (whole, told) => {
  expect(maskCodice(whole)).toBe(told);
});

it.each([
  ['Bonifico di Mario', dots(12)],
  ['a', dots(12)],
  [' ', ' '],
  ['', ''],
])('of the text %j is told %j, however long it is', (whole, told) => {
  expect(maskText(whole)).toBe(told);
});

it('each kind is hidden in its own way', () => {
  const text = 'RSSMRA80A01H501U';
  expect((['cf', 'name', 'codice', 'text'] as const).map((kind) => mask(kind, text))).toEqual([
    'RSS•••••••••••1U',
    'R•••',
    `RSSM${dots(12)}`,
    dots(12),
  ]);
});
