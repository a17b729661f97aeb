import { describe, expect, it } from 'vitest';
import {
  bucketOfMovement,
  bucketOfProvvisorio,
  compareMoney,
  isMixed,
  isSuspect,
  judgeFlow,
  type FlowBucket,
  type FlowEvidence,
  type MovementEvidence,
  type ReportBucket,
} from '../../../src/shared/domain/bucket.ts';

const ours: FlowEvidence = { report: 'sound', money: 'exact', rowsOfOurs: 3, rowsOfOthers: 0, partner: null };
const theirs = { rowsOfOurs: 0, rowsOfOthers: 3 };

describe('where a flusso stands', () => {
  it.each<[string, Partial<FlowEvidence>, FlowBucket]>([
    ['with the whole of its money is reconciled', {}, 'reconciled'],
    ['with a part of its money is partial', { money: 'partly' }, 'partial'],
    ['with more than its money is in error', { money: 'over' }, 'inError'],
    ['that does not add up is in error, whatever came', { report: 'anomalous' }, 'inError'],
    [
      'that only its money names is not reported',
      { report: 'absent', money: 'over', rowsOfOurs: 0 },
      'notReported',
    ],
    ['of another partner is theirs', theirs, 'otherPartner'],
    ['of which another partner has the only row is theirs', { ...theirs, rowsOfOthers: 1 }, 'otherPartner'],
    ['of another partner with a part of its money is theirs', { ...theirs, money: 'partly' }, 'otherPartner'],
    ['of another partner with too much money is in error', { ...theirs, money: 'over' }, 'inError'],
    ['of another partner that does not add up is in error', { ...theirs, report: 'anomalous' }, 'inError'],
    [
      'with rows of ours and of another partner stays where its money puts it',
      { rowsOfOthers: 1 },
      'reconciled',
    ],
    ['without rows and with its money is reconciled', { rowsOfOurs: 0 }, 'reconciled'],
    ['that a person gave to another partner is theirs', { partner: 'Altro' }, 'otherPartner'],
    [
      'that a person gave to another partner is theirs without money',
      { partner: 'Altro', money: 'none' },
      'otherPartner',
    ],
    [
      'that a person gave to another partner is theirs when only its money names it',
      { partner: 'Altro', report: 'absent', money: 'over', rowsOfOurs: 0 },
      'otherPartner',
    ],
  ])('a flusso %s', (_sentence, over, bucket) => {
    for (const late of [false, true]) expect(judgeFlow({ ...ours, ...over }, late)).toBe(bucket);
  });

  it('a flusso without money is awaited until its day is over, and then missing', () => {
    for (const over of [{}, theirs, { report: 'anomalous' as const }]) {
      expect(judgeFlow({ ...ours, ...over, money: 'none' }, false)).toBe('awaiting');
      expect(judgeFlow({ ...ours, ...over, money: 'none' }, true)).toBe('missing');
    }
  });

  it('is mixed when it has rows of ours and of another partner', () => {
    expect(isMixed({ rowsOfOurs: 1, rowsOfOthers: 1 })).toBe(true);
    expect(isMixed(theirs)).toBe(false);
    expect(isMixed(ours)).toBe(false);
  });
});

describe('money beside the total of a flusso', () => {
  it.each([
    [0, 100, 'none'],
    [99, 100, 'partly'],
    [100, 100, 'exact'],
    [101, 100, 'over'],
    [1, 0, 'over'],
  ])('%i cents of %i: %s', (received, total, money) => {
    expect(compareMoney(received, total)).toBe(money);
  });
});

const money: MovementEvidence = {
  decided: null,
  kind: 'iuf',
  shares: [{ flowBucket: 'reconciled', hasFlusso: true }],
  remains: false,
  single: null,
};

const nowhere = { shares: [], remains: true } as const;
const under = (
  ...shares: readonly [flowBucket: FlowBucket | null, hasFlusso?: boolean][]
): Pick<MovementEvidence, 'shares'> => ({
  shares: shares.map(([flowBucket, hasFlusso = true]) => ({ flowBucket, hasFlusso })),
});

describe('where a movement stands', () => {
  it.each<[string, Partial<MovementEvidence>, ReportBucket | null]>([
    ['that names a flusso stands with it', {}, 'reconciled'],
    ['that names a flusso in error stands with it', under(['inError']), 'inError'],
    ['whose IUF nobody reported is not reported', under([null, false]), 'notReported'],
    ['that was called back leaves its flusso partial', under(['awaiting']), 'partial'],
    ['that was called back leaves its late flusso partial', under(['missing']), 'partial'],
    [
      'that was called back, of a flusso nobody reported, is not reported',
      under(['awaiting', false]),
      'notReported',
    ],
    ['that names two flussi is for a person to share out', nowhere, 'inError'],
    ['of two flussi stands with both', under(['reconciled'], ['reconciled']), 'reconciled'],
    ['of two flussi stands with the worse', under(['reconciled'], ['partial']), 'partial'],
    ['in error in one part is in error', under(['partial'], ['inError'], [null, false]), 'inError'],
    ['partly not reported is not reported', under(['otherPartner'], [null, false]), 'notReported'],
    [
      'partly of another partner is theirs to follow',
      under(['reconciled'], ['otherPartner']),
      'otherPartner',
    ],
    ['of which some is left over is in error', { decided: 'share', remains: true }, 'inError'],
    ['shared out to the cent stands with its flussi', { decided: 'share', kind: 'none' }, 'reconciled'],
    ['whose IUF is cut is in error', { kind: 'truncated' }, 'inError'],
    ['whose IUF cannot be read is in error', { kind: 'unreadable' }, 'inError'],
    ['for one IUV stands as its receipt says', { kind: 'iuv', single: 'reconciled' }, 'reconciled'],
    ['for one IUV of which nobody told is not reported', { kind: 'iuv' }, 'notReported'],
    ['that only smells of pagoPA is not pagoPA', { kind: 'suspect' }, null],
    ['of other money is not pagoPA', { kind: 'none' }, null],
    ['that a person linked stands with that flusso', { decided: 'link', kind: 'unreadable' }, 'reconciled'],
    [
      'that a person linked to an IUF nobody reported is not reported',
      { decided: 'link', kind: 'none', ...under([null, false]) },
      'notReported',
    ],
    ['that a person took out of its flusso is in error', { decided: 'unlink', ...nowhere }, 'inError'],
    ['that a person knows is not pagoPA', { decided: 'exclude', kind: 'truncated', ...nowhere }, null],
    ['that a person gave to another partner is theirs', { decided: 'partner' }, 'otherPartner'],
  ])('a movement %s', (_sentence, over, bucket) => {
    expect(bucketOfMovement({ ...money, ...over })).toBe(bucket);
    expect(bucketOfProvvisorio({ ...money, ...over, state: 'open' })).toBe(bucket ?? 'notPagoPa');
    expect(bucketOfProvvisorio({ ...money, ...over, state: 'cancelled' })).toBe('cancelled');
  });

  it('a movement that smells of pagoPA is suspect until a person says what it is', () => {
    expect(isSuspect({ kind: 'suspect', decided: null })).toBe(true);
    expect(isSuspect({ kind: 'suspect', decided: 'exclude' })).toBe(false);
    expect(isSuspect({ kind: 'none', decided: null })).toBe(false);
  });
});
