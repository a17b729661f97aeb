import { describe, expect, it } from 'vitest';
import { provesKey } from '../../../../src/shared/domain/message/service-key.ts';
import { sayAttempt, sayPhase } from '../../../../src/shared/wording/messages/attempts.ts';
import { sayKeyTest } from '../../../../src/shared/wording/messages/key-test.ts';

describe('what a tried key came to', () => {
  it.each(['allowed', 'not-enrolled', 'service-disabled'] as const)('%s proves it', (outcome) => {
    expect(provesKey(outcome)).toBe(true);
    expect(sayKeyTest({ outcome, why: null, detail: null })).toMatch(/^La chiave funziona/);
  });

  it.each(['data-error', 'limited', 'refused', 'not-sent', 'no-answer'] as const)(
    '%s does not',
    (outcome) => {
      expect(provesKey(outcome)).toBe(false);
      expect(sayKeyTest({ outcome, why: null, detail: null })).not.toContain('funziona');
    },
  );

  it('a refusal, or no way there, is told by its reason', () => {
    expect(sayKeyTest({ outcome: 'refused', why: 'key', detail: '401' })).toMatch(/chiave .*non è valida/);
    expect(sayKeyTest({ outcome: 'refused', why: 'address', detail: '403' })).toContain('indirizzo di rete');
    expect(sayKeyTest({ outcome: 'not-sent', why: 'proxy', detail: '407' })).toContain('proxy');
  });
});

it('tells an attempt also when a newer program wrote it', () => {
  expect(sayAttempt('uncertain')).toBe('Esito incerto');
  expect(sayAttempt(null)).toBe('Senza esito');
  expect(sayAttempt('boh')).toBe('boh');
});

it('tells how far a request came', () => {
  expect(sayPhase(null, null)).toContain('il programma si è chiuso');
  expect(sayPhase(null, '2026-11-30T09:00:00Z')).toContain('nessuna risposta');
  expect(sayPhase(504, '2026-11-30T09:00:00Z')).toContain('504');
});
