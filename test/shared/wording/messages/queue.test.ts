import { describe, expect, it } from 'vitest';
import {
  sayClockApart,
  sayFollowed,
  sayKeysMissing,
  sayQueue,
} from '../../../../src/shared/wording/messages/queue.ts';
import { sayMoment } from '../../../../src/shared/wording/figures.ts';

const now = new Date(2026, 10, 30, 10, 0).getTime();
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

describe('the sentence of the queue', () => {
  it('tells the pace, what is left and when it ends', () => {
    expect(sayQueue({ code: 'sending', left: 12_400, secondsLeft: 620 }, 2, now)).toBe(
      '2 al secondo: mancano 12.400 messaggi, fine prevista alle 10:10.',
    );
    expect(sayQueue({ code: 'sending', left: 1, secondsLeft: 1 }, 0.5, now)).toMatch(
      /^0,5 al secondo: manca 1 messaggio/,
    );
  });

  it('names the day when it is another one', () => {
    const until = at(23 * 60);
    expect(sayQueue({ code: 'waiting', left: 3, until, why: null }, 2, now)).toBe(
      `Aspettano 3 messaggi, fino al ${sayMoment(until)}: poi si riprende da soli.`,
    );
  });

  it('tells neither twice until when, nor of nobody that he waits', () => {
    const until = at(90);
    const night = sayQueue({ code: 'waiting', left: 2, until, why: { code: 'quiet-hours', until } }, 2, now);
    expect(night).toBe(
      'Aspettano 2 messaggi, fino alle 11:30: poi si riprende da soli. Adesso è fuori dall’orario di invio.',
    );
    const retry = { code: 'retry-later', at: until } as const;
    expect(sayQueue({ code: 'waiting', left: 1, until, why: retry }, 2, now)).not.toContain('riprovano');
    const refused = { code: 'service-refused', service: 'TARI' } as const;
    expect(sayQueue({ code: 'waiting', left: 0, until: null, why: refused }, 2, now)).toMatch(/^IO rifiuta/);
  });

  it('tells why, where there is a why', () => {
    const why = { code: 'service-down' } as const;
    expect(sayQueue({ code: 'waiting', left: 1, until: null, why }, 2, now)).toMatch(
      /^Aspetta 1 messaggio: .*IO risponde con errori suoi/,
    );
    expect(sayQueue({ code: 'stopped', left: 0, secondsLeft: 0, why }, 2, now)).toMatch(/^IO risponde/);
    expect(sayQueue({ code: 'held', why: 'restored' }, 2, now)).toContain('ripristinato');
  });

  it('tells of those that wait for their day', () => {
    expect(sayQueue({ code: 'empty', later: 1 }, 2, now)).toContain('1 messaggio aspetta il giorno giusto');
    expect(sayQueue({ code: 'watching', later: 0, accepted: 2 }, 2, now)).toContain('Di 2 messaggi');
  });
});

it('tells how far the clocks are apart, and which way', () => {
  expect(sayClockApart(-7 * 60_000)).toContain('avanti di 7 minuti');
  expect(sayClockApart(61_000)).toContain('indietro di 1 minuto ');
});

it('names the services without a key', () => {
  expect(sayKeysMissing(['TARI'])).toContain('Manca la chiave del servizio «TARI»');
  expect(sayKeysMissing(['TARI', 'Mensa'])).toContain('«TARI», «Mensa»');
});

it('tells what asking came to', () => {
  expect(sayFollowed({ asked: 0, settled: 0, otherKey: 0, left: 0 })).toBe(
    'Nessun messaggio aspetta un esito.',
  );
  expect(sayFollowed({ asked: 3, settled: 1, otherKey: 1, left: 2 })).toMatch(
    /3 messaggi: 1 esito nuovo\. 1 messaggio è partito .* Di 2 messaggi/,
  );
});
