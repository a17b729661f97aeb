import { expect, it } from 'vitest';
import { maskCodiceFiscale, maskCodiciIn, maskName } from '../../../src/shared/domain/masked.ts';

it.each([
  ['RSSMRA80A01H501U', 'RSSM••••••••••1U'],
  ['90901230376', '9090•••••76'],
  ['ANONIMO', '•••••••'],
  ['', ''],
])('of the codice fiscale %j only %j is told', (whole, told) => {
  expect(maskCodiceFiscale(whole)).toBe(told);
});

it.each([
  ['Bonifico di RSSMRA80A01H501U, grazie', 'Bonifico di RSSM••••••••••1U, grazie'],
  ['rssmra80a01h501u/RSSMRA80A01H5LMU', 'rssm••••••••••1u/RSSM••••••••••MU'],
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
