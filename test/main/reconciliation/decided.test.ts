import { describe, expect, it } from 'vitest';
import { createDecided, placeMoney } from '../../../src/main/reconciliation/decided.ts';
import { whyInVain } from '../../../src/main/reconciliation/decision-in-vain.ts';
import { subjectOf, type Decision, type DecisionTarget } from '../../../src/shared/domain/decision.ts';

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

describe('which decision counts', () => {
  it('is the newest of those about the same money', () => {
    expect(createDecided([link, exclude]).ofMoney(provvisorio)).toBe(exclude);
    expect(createDecided([exclude, toPartner(money), link]).ofMoney(provvisorio)).toBe(link);
    expect(createDecided([link]).ofMoney({ ...provvisorio, conto: '0000200' })).toBeNull();
  });

  it('is the newest about the owner of a flusso, whatever the case of its IUF, or of an IUV, whatever the payment', () => {
    const decided = createDecided([
      toPartner(flusso, 'Primo'),
      toPartner({ type: 'flusso', iuf: '2026-03-11BINVIT9X-1' }, 'Secondo'),
      toPartner(payment, 'Terzo'),
      toPartner({ ...payment, iur: 'B' }, 'Quarto'),
    ]);
    expect(decided.partnerOfFlusso('2026-03-11BINVIT9X-1')).toBe('Secondo');
    expect(decided.partnerOfIuv(payment.iuv)).toBe('Quarto');
    expect(decided.partnerOfIuv('9')).toBeNull();
  });

  it('a note decides nothing', () => {
    const decided = createDecided([note(money, 'x'), note(flusso, 'x'), note(payment, 'x')]);
    expect(decided.ofMoney(provvisorio)).toBeNull();
    expect(decided.partnerOfFlusso('2026-03-11BINVIT9X-1')).toBeNull();
    expect(decided.partnerOfIuv(payment.iuv)).toBeNull();
  });

  it('money, owners and notes are subjects of their own', () => {
    const aboutMoney = [link, unlink, exclude, toPartner(money)].map(subjectOf);
    expect(new Set(aboutMoney).size).toBe(1);
    const others = [
      toPartner(flusso),
      toPartner(payment),
      note(money, ''),
      note(flusso, ''),
      note(payment, ''),
      note({ ...payment, iur: 'B' }, ''),
    ].map(subjectOf);
    expect(new Set([...aboutMoney, ...others]).size).toBe(7);
  });
});

describe('where money counts', () => {
  const read = { kind: 'iuf', iuf: '2026-03-11Read-1', otherIufs: [] } as const;
  const nowhere = { iufKey: null, decided: null, decidedIuf: null, partner: null };
  const asRead = { ...nowhere, iufKey: '2026-03-11READ-1' };

  it.each([
    ['under the IUF that the causale names', read, null, asRead],
    ['nowhere when the causale names two', { ...read, otherIufs: ['2026-03-11B'] }, null, nowhere],
    ['nowhere when the IUF is cut', { ...read, kind: 'truncated' }, null, nowhere],
    [
      'under the IUF of a link, whatever the causale names',
      read,
      link,
      { ...nowhere, iufKey: '2026-03-12OTHER-2', decided: 'link', decidedIuf: '2026-03-12Other-2' },
    ],
    ['nowhere once a person took it out', read, unlink, { ...nowhere, decided: 'unlink' }],
    ['nowhere once a person said that it is not pagoPA', read, exclude, { ...nowhere, decided: 'exclude' }],
    [
      'of another partner, under the IUF that it names all the same',
      read,
      toPartner(money),
      { ...asRead, decided: 'partner', partner: 'Altro' },
    ],
  ] as const)('%s', (_sentence, extraction, decision, place) => {
    expect(placeMoney(extraction, 'open', decision)).toEqual(place);
  });

  it('as read when the bank called it back: there is nothing to decide', () => {
    for (const decision of [link, unlink, exclude, toPartner(money)])
      expect(placeMoney(read, 'cancelled', decision)).toEqual(asRead);
  });
});

describe('a decision', () => {
  const certain = {
    state: 'open',
    kind: 'iuf',
    confidence: 'certain',
    iufKey: '2026-03-12OTHER-2',
    isDecided: false,
  } as const;
  const unread = { ...certain, kind: 'unreadable', iufKey: null } as const;

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
  ] as const)('%s', (_sentence, decision, over, why) => {
    expect(whyInVain(decision, { ...certain, ...over })).toBe(why);
  });
});
