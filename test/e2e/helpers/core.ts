import { createCore, type Core } from '../../../src/main/core.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

/** A core on a ledger that no window has open yet: to prepare it, then to be closed. A defect ends the test. */
export function openCore(folder: string, today: Day): Core {
  return createCore({
    folder,
    demo: false,
    author: 'prova',
    version: '0',
    alone: true,
    today: () => today,
    now: () => `${today}T08:00:00.000Z`,
    onDefect: (_incident, _operation, error) => {
      throw error;
    },
  });
}
