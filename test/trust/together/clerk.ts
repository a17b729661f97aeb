import { createCore, type Core } from '../../../src/main/core.ts';
import type { Random } from '../../../src/main/demo/random.ts';
import { dayOf } from '../../helpers/office.ts';

/** What one program at a ledger was refused, and the longest that it waited for an answer. */
export interface Told {
  readonly problems: readonly string[];
  readonly longestMs: number;
}

/** A program at a ledger; `alone` like a window, which cleans what others left. */
export function clerkAt(folder: string, alone: boolean): Core {
  return createCore({
    folder,
    demo: false,
    author: 'impiegata',
    version: '0.0.0',
    alone,
    today: () => dayOf('2026-03-31'),
    now: () => new Date().toISOString(),
    onDefect: (_incident, operation, error) => {
      throw new Error(operation, { cause: error });
    },
  });
}

/** Imports papers, takes some away again and brings them back, and looks at everything in between. */
export async function work(
  core: Core,
  files: readonly { readonly path: string; readonly name: string }[],
  random: Random,
  acts: number,
): Promise<Told> {
  const problems: string[] = [];
  let longestMs = 0;
  const ask: Core['call'] = async (name, input, ...rest) => {
    const begun = performance.now();
    const answer = await core.call(name, input, ...rest);
    longestMs = Math.max(longestMs, performance.now() - begun);
    if (!answer.ok) problems.push(`${name}: ${answer.problem.code}`);
    return answer;
  };
  for (let n = 0; n < acts; n++) {
    switch (random.int(0, 5)) {
      case 0:
        await ask('dashboard.read', {});
        break;
      case 1:
        await ask('payments.list', { filter: { statuses: [] }, after: null });
        break;
      case 2:
        await ask('provvisori.list', { after: null });
        break;
      default: {
        const some = Array.from({ length: random.int(1, 3) }, () => random.pick(files));
        await ask('documents.import', { parcels: some.map((file) => core.handOver(file)) });
      }
    }
  }
  return { problems, longestMs };
}
