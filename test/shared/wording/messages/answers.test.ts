import { describe, expect, it, test } from 'vitest';
import {
  sayProfileAnswer,
  sayRefused,
  sayStatusAnswer,
  saySubmitAnswer,
  sayUnreachable,
} from '../../../../src/shared/wording/messages/answers.ts';

const detail = 'HTTP 400 Invalid';
const invalid = { outcome: 'data-error', why: 'invalid', detail, cap: null } as const;
const overCap = { ...invalid, why: 'over-cap', field: 'amount' } as const;

describe('what is told of a message', () => {
  test.each([
    ['subject', 'IO non accetta il titolo.'],
    ['notice_number', 'IO non accetta il numero avviso.'],
    ['payee', 'IO non accetta il campo «payee».'],
    [null, 'IO non accetta il messaggio.'],
  ])('a wrong %s', (field, said) => {
    expect(saySubmitAnswer({ ...invalid, field })).toContain(said);
  });

  it('an amount over the cap names the cap; a draft has none', () => {
    expect(saySubmitAnswer({ ...overCap, cap: 1_000_000 })).toMatch(/10\.000,00.*rate/);
    expect(saySubmitAnswer({ ...overCap, cap: 0 })).toContain('bozza');
    expect(saySubmitAnswer({ ...overCap, cap: null })).toContain('questo servizio. Non');
  });

  it('too many calls: how long to wait, where it is known', () => {
    expect(saySubmitAnswer({ outcome: 'limited', afterSeconds: 1 })).toContain('attendere 1 secondo.');
    expect(saySubmitAnswer({ outcome: 'limited', afterSeconds: null })).toContain('ne rifiuta altre.');
  });

  test.each(['timeout', 'cut', 'gateway-error', 'strange-answer', 'program-ended'] as const)(
    'uncertain by %s: never again by itself, and no double payment',
    (why) => {
      const said = saySubmitAnswer({ outcome: 'uncertain', why, detail });
      expect(said).toContain('non lo invia di nuovo da sé');
      expect(said).toContain('non possono far pagare due volte');
      expect(said).not.toContain('Non è partito nulla');
    },
  );

  test.each([
    saySubmitAnswer({ outcome: 'not-sent', why: 'dns', detail }),
    saySubmitAnswer({ outcome: 'server-error', detail }),
    saySubmitAnswer({ outcome: 'recipient-forbidden', detail }),
    saySubmitAnswer({ outcome: 'refused', why: 'key', detail }),
    ...(['key', 'address', 'payee', 'premium', 'remote-content', 'other'] as const).map(sayRefused),
    ...(['dns', 'connection', 'certificate', 'proxy', 'portal'] as const).map(sayUnreachable),
    sayProfileAnswer({ outcome: 'not-enrolled' }),
    sayProfileAnswer({ outcome: 'service-disabled' }),
    sayProfileAnswer({ outcome: 'data-error', detail }),
  ])('%s', (said) => {
    expect(said).toMatch(/on è partito nulla/);
  });

  it('a key that died is to be written anew', () => {
    expect(saySubmitAnswer({ outcome: 'refused', why: 'key', detail })).toMatch(/^La chiave .* non è valida/);
  });

  it('a certificate is for somebody to look at', () => {
    expect(sayUnreachable('certificate')).toContain('antivirus');
    expect(sayUnreachable('certificate')).toContain('non riprova da sé');
  });
});

test.each(['not-found', 'other-key'] as const)('a status that says %s changes nothing', (outcome) => {
  expect(sayStatusAnswer({ outcome })).toContain('Lo stato non è cambiato');
});

test.each(['rejected', 'failed'] as const)('a message that was %s needs another way', (outcome) => {
  expect(sayStatusAnswer({ outcome })).toMatch(/vvisarlo per altra via/);
});
