import type { TrailDraft } from '../../../shared/domain/trail.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Jobs } from '../jobs.ts';

type Value<Name extends keyof Jobs> = Extract<Jobs[Name]['output'], { readonly ok: true }>['value'];

/**
 * What jobs leave in the trail. Each is asked before its job, while things are as they were, and told what came of it: what is
 * returned is written in the job's own transaction. Whoever adds a job is asked by the compiler.
 */
export type Trails<Names extends keyof Jobs> = {
  readonly [Name in Names]: (
    ledger: ReadableLedger,
    input: Jobs[Name]['input'],
  ) => (value: Value<Name>) => readonly TrailDraft[];
};

/** For what leaves nothing: it changes nothing that somebody may have to answer for, or another entry tells it. */
export const nothing = () => (): readonly TrailDraft[] => [];
