import { describe, expect, it } from 'vitest';
import { ownWords, scrub } from '../../../src/shared/domain/scrub.ts';

describe('a text that others will read', () => {
  it.each([
    ['pagato da RSSMRA80A01H501U ieri', 'pagato da ‹cf› ieri'],
    ['rssmra80a01h501u', '‹cf›'],
    ['RSS MRA 80A01 H501 U', '‹cf›'],
    // Omocodia.
    ['RSSMRAULALMHRLMB', '‹cf›'],
    ['RSSMRA8LALMH5LMB', '‹cf›'],
    ['avviso 301000000000000123 della TARI', 'avviso ‹codice› della TARI'],
    ['IUV 01000000000001234.', 'IUV ‹codice›.'],
    ['3010 0000 0000 0001 23', '‹codice›'],
    ['RF12ABC345', '‹codice›'],
    ['IT60X0542811101000000123456', '‹iban›'],
    ['IT60 X054 2811 1010 0000 0123 456', '‹iban›'],
    ['it60x0542811101000000123456', '‹iban›'],
    ['scrivere a mario.rossi+tari@posta.example.it', 'scrivere a ‹e-mail›'],
    ['chiave c0ffee00c0ffee00c0ffee00deadbee1', 'chiave ‹codice›'],
    ['codice fiscale 80001234567', 'codice fiscale ‹codice›'],
  ])('«%s»', (text, left) => {
    expect(scrub(text)).toBe(left);
  });

  it.each([
    'il 2026-03-10 alle 10:00:00.000Z',
    'src/main/worker/run-job.ts:47:12',
    '2026-03-02BCITITMM-000123',
    'SQLITE_CONSTRAINT_UNIQUE',
    '412,50 € e 1.234.567,89 €',
  ])('leaves «%s» as it is', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('has the same sign for the same code, however it is written', () => {
    const seen: string[] = [];
    const hide = (_kind: string, value: string): string => `${seen.push(value)}`;
    expect(scrub('RSS MRA 80A01 H501 U, rssmra80a01h501u', hide)).toBe('1, 2');
    expect(seen).toEqual(['RSSMRA80A01H501U', 'RSSMRA80A01H501U']);
  });
});

describe('the words of an error', () => {
  it.each([
    [`Unexpected token 'R', "RSSMRA Mario Rossi" is not valid JSON`, '… token … … is not valid …'],
    ["Cannot read properties of undefined (reading 'debtor')", '… read properties of undefined (reading …'],
    ['SqliteError: UNIQUE constraint failed: payments.iuv', 'SqliteError: … constraint failed: payments.iuv'],
    ['no such file /home/mario/Rossi Mario.xml', 'no such file … …'],
    ['the debtor is Rossi Mario', 'the debtor is … …'],
    ['EACCES', 'EACCES'],
  ])('«%s»', (message, left) => {
    expect(ownWords(message)).toBe(left);
  });
});
