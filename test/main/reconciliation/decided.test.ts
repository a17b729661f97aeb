import { describe, expect, it } from 'vitest';
import { createDecided, type Decided } from '../../../src/main/reconciliation/decided.ts';
import type { DecidedProvvisorio } from '../../../src/main/ledger/decisions.ts';
import { whyInVain, type WhyInVain } from '../../../src/main/reconciliation/decision-in-vain.ts';
import {
  subjectOf,
  type Correction,
  type Decision,
  type DecisionTarget,
} from '../../../src/shared/domain/decision.ts';

const provvisorio = { esercizio: 2026, numero: '7', conto: '0000100' };
const money: DecisionTarget = { type: 'provvisorio', ...provvisorio };
const payment: DecisionTarget = { type: 'payment', iuv: '01000000000000144', iur: 'A', index: 1 };
const flusso: DecisionTarget = { type: 'flusso', iuf: '2026-03-11binvit9x-1' };

const link = { kind: 'link', provvisorio, iuf: '2026-03-12Other-2', note: '' } as const;
const unlink = { kind: 'unlink', provvisorio, note: '' } as const;
const exclude = { kind: 'exclude', provvisorio, note: 'canone' } as const;
const toPartner = (target: DecisionTarget, partner = 'Altro') =>
  ({ kind: 'partner', target, partner, note: '' }) as const;
const note = (target: DecisionTarget, text: string): Decision => ({ kind: 'note', target, text });
const share = {
  kind: 'share',
  provvisorio,
  shares: [{ iuf: '2026-03-12Other-2', cents: 60 }],
  note: '',
} as const;
const correct = { kind: 'correct', provvisorio, reading: { kind: 'iuv', iuv: 'RF18' }, note: '' } as const;

const shareOut = (...shares: readonly [iuf: string, cents: number][]): Decision => ({
  ...share,
  shares: shares.map(([iuf, cents]) => ({ iuf, cents })),
});
const saying = (reading: Correction): Decision => ({ ...correct, reading });

const decidedBy = (decisions: readonly Decision[]): Decided =>
  createDecided(decisions.map((decision) => ({ decision, readIufKey: null })));

describe('which decision counts', () => {
  it('is the newest of those about the same money', () => {
    expect(decidedBy([link, exclude]).ofMoney(provvisorio)?.decision).toBe(exclude);
    expect(decidedBy([exclude, toPartner(money), link]).ofMoney(provvisorio)?.decision).toBe(link);
    expect(decidedBy([link, share]).ofMoney(provvisorio)?.decision).toBe(share);
    expect(decidedBy([link]).ofMoney({ ...provvisorio, conto: '0000200' })).toBeNull();
  });

  it('is the newest about the owner of a flusso, whatever the case of its IUF, or of an IUV, whatever the payment', () => {
    const decided = decidedBy([
      toPartner(flusso, 'Primo'),
      toPartner({ type: 'flusso', iuf: '2026-03-11BINVIT9X-1' }, 'Secondo'),
      toPartner(payment, 'Terzo'),
      toPartner({ ...payment, iur: 'B' }, 'Quarto'),
    ]);
    expect(decided.partnerOfFlusso('2026-03-11BINVIT9X-1')).toBe('Secondo');
    expect(decided.partnerOfIuv(payment.iuv)).toBe('Quarto');
    expect(decided.partnerOfIuv('9')).toBeNull();
  });

  it('is the newest about what the causale says, whatever was decided about the money', () => {
    const decided = decidedBy([correct, link]);
    expect(decided.ofReading(provvisorio)?.decision).toBe(correct);
    expect(decided.ofMoney(provvisorio)?.decision).toBe(link);
    expect(decidedBy([link]).ofReading(provvisorio)).toBeNull();
  });

  it('a note decides nothing', () => {
    const decided = decidedBy([note(money, 'x'), note(flusso, 'x'), note(payment, 'x')]);
    expect(decided.ofMoney(provvisorio)).toBeNull();
    expect(decided.partnerOfFlusso('2026-03-11BINVIT9X-1')).toBeNull();
    expect(decided.partnerOfIuv(payment.iuv)).toBeNull();
  });

  it('money, owners and notes are subjects of their own', () => {
    const aboutMoney = [link, share, unlink, exclude, toPartner(money)].map(subjectOf);
    expect(new Set(aboutMoney).size).toBe(1);
    const others = [
      toPartner(flusso),
      toPartner(payment),
      correct,
      note(money, ''),
      note(flusso, ''),
      note(payment, ''),
      note({ ...payment, iur: 'B' }, ''),
    ].map(subjectOf);
    expect(new Set([...aboutMoney, ...others]).size).toBe(8);
  });
});

describe('a decision', () => {
  const certain = {
    state: 'open',
    cents: 100,
    kind: 'iuf',
    confidence: 'certain',
    source: 'causale',
    iuf: '2026-03-12OTHER-2',
    iuv: null,
    shares: [{ iufKey: '2026-03-12OTHER-2', iuf: '2026-03-12OTHER-2', cents: 100 }],
    isDecided: false,
  } as const;
  const unread = { ...certain, kind: 'unreadable', iuf: null, shares: [] } as const;

  it.each([
    ['to link money that the bank called back is impossible', link, { state: 'cancelled' }, 'cancelled'],
    [
      'to exclude money that the bank called back is impossible',
      exclude,
      { state: 'cancelled' },
      'cancelled',
    ],
    ['to note something on it is not', note(money, 'x'), { state: 'cancelled' }, null],
    ['to link what the causale says is in vain', link, {}, 'same-as-read'],
    ['to link what the causale only seems to say is not', link, { confidence: 'confirm' }, null],
    ['to link back what a person took out is not', link, { isDecided: true }, null],
    ['to link elsewhere is not', { ...link, iuf: '2026-03-13X' }, {}, null],
    ['to unlink what is linked to nothing is in vain', unlink, unread, 'same-as-read'],
    ['to unlink what the causale names is not', unlink, {}, null],
    ['to exclude what is not pagoPA anyway is in vain', exclude, { kind: 'none' }, 'same-as-read'],
    ['to exclude what only smells of it is not', exclude, { kind: 'suspect' }, null],
    ['to give it to another partner is not', toPartner(money), {}, null],
    ['to share out more than is left is impossible', shareOut(['A', 60], ['B', 41]), {}, 'shares-exceed'],
    ['to share out less is not', shareOut(['A', 60], ['B', 39]), {}, null],
    ['to share out twice to one flusso is impossible', shareOut(['A', 6], ['a', 4]), {}, 'shares-repeat'],
    ['to share out as the causale says is in vain', shareOut(['2026-03-12Other-2', 100]), {}, 'same-as-read'],
    ['to share out what was called back is impossible', share, { state: 'cancelled' }, 'cancelled'],
    [
      'to say what was read for certain is in vain',
      saying({ kind: 'iuf', iuf: '2026-03-12other-2' }),
      {},
      'same-as-read',
    ],
    [
      'to say what was only guessed at is not',
      saying({ kind: 'iuf', iuf: '2026-03-12other-2' }),
      { confidence: 'confirm' },
      null,
    ],
    [
      'to say again what a person said is not',
      saying({ kind: 'iuf', iuf: '2026-03-12other-2' }),
      { source: 'person' },
      null,
    ],
    ['to say that it names one payment is not', saying({ kind: 'iuv', iuv: 'RF18' }), {}, null],
    [
      'to say that it names the payment that was read is in vain, also by its numero avviso',
      saying({ kind: 'iuv', iuv: '3 01 0000000000001 44' }),
      { kind: 'iuv', iuv: '01000000000000144', shares: [] },
      'same-as-read',
    ],
    [
      'to say that nothing can be read where nothing was is in vain',
      saying({ kind: 'unreadable' }),
      unread,
      'same-as-read',
    ],
    ['to say that nothing can be read where something was is not', saying({ kind: 'unreadable' }), {}, null],
  ] as [string, Decision, Partial<DecidedProvvisorio>, WhyInVain | null][])(
    '%s',
    (_sentence, decision, over, why) => {
      expect(whyInVain(decision, { ...certain, ...over })).toBe(why);
    },
  );
});
