import { describe, expect, it } from 'vitest';
import { iufsOf, subjectOf, targetOf, type Decision } from '../../../src/shared/domain/decision.ts';

const provvisorio = { esercizio: 2026, numero: '7', conto: '0000100' };
const target = { type: 'provvisorio', ...provvisorio } as const;
const flusso = { type: 'flusso', iuf: '2026-03-11 binvit9x-1' } as const;
const payment = { type: 'payment', iuv: '01000000000000144', iur: 'A', index: 1 } as const;

const link = { kind: 'link', provvisorio, iuf: 'F1', note: '' } as Decision;
const share = { kind: 'share', provvisorio, shares: [{ iuf: 'F1', cents: 1 }, { iuf: 'F2', cents: 2 }], note: '' } as Decision; // prettier-ignore
const correct = { kind: 'correct', provvisorio, reading: { kind: 'unreadable' }, note: '' } as Decision;
const sent = { kind: 'sent', provvisorio, parts: [], note: '' } as Decision;
const exclude = { kind: 'exclude', provvisorio, note: '' } as Decision;
const partner = (of: object): Decision =>
  ({ kind: 'partner', target: of, partner: 'Altro', note: '' }) as Decision;
const note = (of: object): Decision => ({ kind: 'note', target: of, text: 'x' }) as Decision;

describe('what a person decided', () => {
  it('is of the provvisorio that it names, or of what it is aimed at', () => {
    expect(targetOf(exclude)).toEqual(target);
    expect(targetOf(partner(flusso))).toEqual(flusso);
  });

  it('leads money to the flussi that it names', () => {
    expect([link, share, exclude, note(target)].map(iufsOf)).toEqual([['F1'], ['F1', 'F2'], [], []]);
  });

  it('takes the place of what was decided of the same before', () => {
    const money = '["money","provvisorio",2026,"7","0000100"]';
    expect([link, share, exclude, partner(target)].map(subjectOf)).toEqual([money, money, money, money]);
    expect([correct, sent].map(subjectOf)).toEqual([
      '["reading","provvisorio",2026,"7","0000100"]',
      '["sent","provvisorio",2026,"7","0000100"]',
    ]);
    expect(subjectOf(partner(flusso))).toBe('["partner","flusso","2026-03-11BINVIT9X-1"]');
  });

  it('of a payment is of its IUV, and a note of that one payment', () => {
    expect(subjectOf(partner(payment))).toBe('["partner","01000000000000144"]');
    expect(subjectOf(note(payment))).toBe('["note","payment","01000000000000144","A",1]');
    expect(subjectOf(note(flusso))).toBe('["note","flusso","2026-03-11BINVIT9X-1"]');
  });
});
