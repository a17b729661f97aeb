import type { Problem } from '../../../shared/contract/problems.ts';
import { messagesToFollow } from '../../ledger/messages/rows.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Pulse } from '../../messages/pulse.ts';
import type { OutboxStore } from '../../messages/outbox/store.ts';
import type { Jobs } from '../../worker/jobs.ts';
import { knownAttempts } from '../../worker/message-jobs/recovery-jobs.ts';
import type { Environment } from '../environment.ts';

/** The ledger did not take a step of the outbox: the run ends, and what it did so far stands. */
export class LedgerTrouble extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** As long as an import may hold the ledger; what became of a request is in the journal meanwhile. */
const busyTries = 600;
const betweenTriesMs = 1_000;

/** The outbox's steps as jobs of the one writer. */
export function createStore(
  environment: Environment,
  pulse: Pick<Pulse, 'sleep'>,
  closing: AbortSignal,
): OutboxStore {
  const { writer } = environment;

  async function job<Name extends keyof Jobs>(name: Name, input: Jobs[Name]['input']): Promise<Output<Name>> {
    for (let tries = 1; ; tries++) {
      const answer = await writer.run(name, input, { now: environment.now() });
      if (answer.ok) return answer.value;
      if (answer.problem.code !== 'ledger-busy' || tries >= busyTries || closing.aborted)
        throw new LedgerTrouble(answer.problem);
      await pulse.sleep(betweenTriesMs, closing);
    }
  }

  async function look(): Promise<ReadableLedger> {
    const ledger = await environment.ledger();
    if (!ledger.ok) throw new LedgerTrouble(ledger.problem);
    return ledger.value;
  }

  return {
    // A look, which waits for nobody: whoever only wants to see how things stand is not held up by an import.
    async known() {
      return knownAttempts(await look());
    },
    recover: (recovery) => job('recover-outbox', { recovery }),
    pick: (input) => job('pick-message', input),
    begin: (id) => job('begin-sending', { id }),
    end: (told) => job('end-sending', told),
    settle: (id, settled) => job('settle-unsent', { id, settled }),
    async toFollow(due) {
      return messagesToFollow(await look(), due, mostAtOnce).flatMap(
        ({ id, service, fiscalCode, ioId, acceptedAt, polls }) =>
          ioId === null || acceptedAt === null ? [] : [{ id, service, fiscalCode, ioId, acceptedAt, polls }],
      );
    },
    followed: (told) => job('keep-followed', told),
  };
}

const mostAtOnce = 100_000;

type Output<Name extends keyof Jobs> = Extract<Jobs[Name]['output'], { ok: true }>['value'];
