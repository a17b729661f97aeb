import type { LogicalDocument, RefusedDocument } from './logical-document.ts';

const enoughUnknown = 1_000;

/** Holds back what is not known, as long as nothing else comes: when all of it is unknown, the wrapper is. */
export function createHold(holds: boolean) {
  let held: RefusedDocument[] | null = holds ? [] : null;
  return {
    *pass(
      opened: LogicalDocument | RefusedDocument,
    ): Generator<LogicalDocument | RefusedDocument, void, undefined> {
      const isUnknown = opened.type === 'refused' && opened.problem.code === 'unknown-format';
      if (held !== null && isUnknown && held.length < enoughUnknown) {
        held.push(opened);
        return;
      }
      yield* held ?? [];
      held = null;
      yield opened;
    },
    isHolding: () => held !== null && held.length > 0,
  };
}
