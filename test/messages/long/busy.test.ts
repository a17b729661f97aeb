import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Step } from '../../../src/main/messages/outbox/environment.ts';
import { rows } from '../../helpers/citizens.ts';
import { openMessageDesk, storedTwice, type MessageDesk } from '../../helpers/message-desk.ts';

test.each<Step>(['picked', 'answered'])(
  'a ledger that somebody else writes for eight seconds, from «%s» on, loses and doubles nothing',
  async (step) => {
    let armed: MessageDesk | null = null;
    const desk = await openMessageDesk({
      onStep(told) {
        if (armed === null || told !== step) return;
        const other = new Database(join(armed.archive, 'tre-pallini.db'));
        armed = null;
        other.exec('BEGIN IMMEDIATE');
        setTimeout(() => {
          other.exec('COMMIT');
          other.close();
        }, 8_000);
      },
    });
    await desk.queue(rows(3));
    armed = desk;
    expect(await desk.send()).toMatchObject({ sent: 3, blocked: null, byState: { accepted: 3 } });
    expect(desk.io.stored).toHaveLength(3);
    expect(storedTwice(desk.io)).toEqual([]);
    expect((await desk.messages()).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  },
);
