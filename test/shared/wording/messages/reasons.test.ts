import { describe, expect, it, test } from 'vitest';
import type {
  RefusedService,
  Unreachable,
  WhyUncertain,
} from '../../../../src/shared/domain/message/answer.ts';
import { sayBlock } from '../../../../src/shared/wording/messages/blocks.ts';
import { sayReason } from '../../../../src/shared/wording/messages/reasons.ts';

const detail = 'value "x" at root.content.subject is not a valid [string of length >= 10 and < 121]';

describe('data that IO does not take', () => {
  test.each([
    ['subject', 'IO non accetta il titolo: deve avere da 10 a 120 caratteri.'],
    ['markdown', 'IO non accetta il testo: deve avere da 80 a 10.000 caratteri.'],
    ['notice_number', 'IO non accetta il numero avviso: dev’essere di 18 cifre'],
    ['fiscal_code', 'IO non accetta il codice fiscale: dev’essere quello di una persona'],
    ['amount', 'IO non accetta l’importo: dev’essere da 0,01 € a 99.999.999,99 €.'],
    ['payee', 'IO non accetta il campo «payee».'],
    ['content.payment_data.amount', 'IO non accetta l’importo: dev’essere da 0,01 €'],
    ['', 'IO non accetta il messaggio.'],
    [null, 'IO non accetta il messaggio.'],
  ])('%s: what it must be, and nothing in English', (field, said) => {
    const sentence = sayReason({ code: 'invalid', field, detail });
    expect(sentence.replaceAll(/\s/g, ' ')).toContain(said);
    expect(sentence).not.toMatch(/valid\b|root|string/);
    expect(sentence).toContain('Non è partito nulla');
  });

  it('an amount over the cap names the cap; a draft has none', () => {
    expect(sayReason({ code: 'over-cap', cap: 1_000_000 })).toMatch(/10\.000,00.*rate/);
    expect(sayReason({ code: 'over-cap', cap: 0 })).toContain('bozza');
    expect(sayReason({ code: 'over-cap', cap: null })).toContain('su IO: proporre');
  });

  it('a citizen who may not be written to is told otherwise', () => {
    expect(sayReason({ code: 'recipient-forbidden', detail })).toContain('avvisarlo per altra via');
  });
});

test.each<WhyUncertain>(['timeout', 'cut', 'gateway-error', 'strange-answer', 'program-ended'])(
  'uncertain by %s: never again by itself',
  (why) => {
    const said = sayReason({ code: 'uncertain', why, at: '2026-03-31T10:00:00.000Z' });
    expect(said).toContain('non lo invia di nuovo da sé');
    expect(said).not.toContain('Non è partito');
  },
);

test.each<RefusedService>(['key', 'address', 'payee', 'premium', 'remote-content', 'other'])(
  'a service that is refused because of its %s: nothing is lost',
  (why) => {
    expect(sayReason({ code: 'service-refused', why })).toMatch(/Non è partito nulla.*restano in coda/);
  },
);

test.each<Unreachable>(['dns', 'connection', 'certificate', 'proxy', 'portal'])(
  'IO cannot be reached because of %s: nothing left',
  (why) => {
    expect(sayBlock({ code: 'unreachable', why, detail })).toMatch(/Non è partito nulla.*restano in coda/);
    expect(sayBlock({ code: 'unreachable', why, detail })).not.toContain('valid [');
  },
);
