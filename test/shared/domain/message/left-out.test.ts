import { expect, it } from 'vitest';
import type { MessageSettings } from '../../../../src/shared/domain/message/message-settings.ts';
import type { LeftOut } from '../../../../src/shared/domain/message/position-audience.ts';
import { countLeftOut } from '../../../../src/shared/domain/message/rules-check.ts';
import { sendHoursOf } from '../../../../src/shared/domain/message/send-hours.ts';

const leftOut = (code: LeftOut['code'], about: string): LeftOut => ({ code, about });

it('who is not written to is counted by reason, with the first five of each', () => {
  const told = countLeftOut([
    leftOut('cf-wrong', 'a'),
    leftOut('no-notice', 'b'),
    ...['c', 'd', 'e', 'f', 'g'].map((about) => leftOut('cf-wrong', about)),
  ]);
  expect(told).toEqual([
    { code: 'cf-wrong', count: 6, examples: ['a', 'c', 'd', 'e', 'f'] },
    { code: 'no-notice', count: 1, examples: ['b'] },
  ]);
});

it('the hours of sending are minutes of the day', () => {
  const settings = { from: '08:30', to: '19:05', workingDaysOnly: true } as MessageSettings;
  expect(sendHoursOf(settings)).toEqual({ fromMinute: 510, toMinute: 1145, workingDaysOnly: true });
  expect(sendHoursOf({ ...settings, from: '9', to: '' })).toMatchObject({ fromMinute: 540, toMinute: 0 });
});
