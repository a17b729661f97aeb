import type { Day } from '../../../../src/shared/domain/day.ts';
import type { Rata, Recipient } from '../../../../src/shared/domain/message/recipient.ts';

/** A day of a test. */
export const day = (text: string): Day => text as Day;

export const unica: Rata = { kind: 'unica' };
export const rata = (n: number): Rata => ({ kind: 'rata', n, of: null });

/** Somebody to write to, who differs from others only in this. */
export function recipient(different: Partial<Recipient>): Recipient {
  return {
    row: 1,
    fiscalCode: 'RSSMRA85T10A562S',
    name: null,
    noticeNumber: null,
    cents: null,
    dueDay: null,
    rata: null,
    debt: null,
    account: null,
    fields: {},
    ...different,
  };
}
