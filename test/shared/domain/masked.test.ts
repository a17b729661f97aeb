import { expect, it } from 'vitest';
import { maskCodiceFiscale, maskCodiciIn, maskName } from '../../../src/shared/domain/masked.ts';

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
