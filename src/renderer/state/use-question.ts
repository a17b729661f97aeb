import { useEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../shared/contract/api.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { nameOf, useApi } from './api.tsx';

/** Questions whose answers may change although the ledger says the same. */
const aside =
  /^(?:messages|keys|templates|lists|campaigns|paidLists|rules|cie|outbox|preferences|programs|consumers)\./;

function standsAside(name: OperationName): boolean {
  return aside.test(name);
}

export interface Answer<Name extends OperationName> {
  /** The last good answer; it stays while a newer one is awaited. */
  readonly value: Output<Name> | null;
  readonly problem: Problem | null;
  /** Nothing was answered yet to this very question. */
  readonly waiting: boolean;
}

/**
 * Asks when the component appears, when the input changes and when the ledger does; also with every new `turn`, for what
 * stands in no ledger. A null input asks nothing. An answer to an older question never replaces that to a newer one.
 */
export function useQuestion<Name extends OperationName>(
  name: Name,
  input: Input<Name> | null,
  turn = 0,
): Answer<Name> {
  const api = useApi();
  const { link } = api;
  const edition = standsAside(name) ? api.asideEdition : api.edition;
  const key = `${name} ${nameOf(input)}`;
  const [answer, setAnswer] = useState<Answer<Name> & { readonly key: string }>({
    key: '',
    value: null,
    problem: null,
    waiting: true,
  });
  const asked = useRef(input);
  asked.current = input;

  useEffect(() => {
    if (asked.current === null) return undefined;
    const stop = new AbortController();
    const ask = async (question: Input<Name>): Promise<void> => {
      const told = await link.call(name, question, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setAnswer((before) =>
        told.ok
          ? { key, value: told.value, problem: null, waiting: false }
          : { key, value: before.value, problem: told.problem, waiting: false },
      );
    };
    void ask(asked.current);
    return () => stop.abort();
  }, [link, edition, name, key, turn]);

  return input === null
    ? { value: null, problem: null, waiting: false }
    : { value: answer.value, problem: answer.problem, waiting: answer.key !== key };
}
