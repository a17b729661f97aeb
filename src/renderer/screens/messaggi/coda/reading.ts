import type { Checked } from '../../../../shared/contract/api.ts';
import { messageStates } from '../../../../shared/domain/message/state.ts';
import { namesOf, textOf } from '../../../components/list-ask.ts';

export type MessageFilter = Checked<'outbox.messages'>['filter'];

/** What the list of messages is asked to show. */
export interface CodaAsk {
  readonly filter: MessageFilter;
  /** Id of the message whose card is open. */
  readonly open: number | null;
}

/** Reads an address, which a person may have edited: what makes no sense is as if it were not there. */
export function readCoda(ask: Readonly<Record<string, unknown>>): CodaAsk {
  return {
    filter: {
      campaign: idOf(ask['campaign']),
      states: namesOf(ask['states'], messageStates),
      search: textOf(ask['search']),
    },
    open: idOf(ask['open']),
  };
}

/** The address of what is shown, without what says nothing. */
export function codaAsk({ filter, open }: CodaAsk): Readonly<Record<string, unknown>> {
  const { campaign, states, search } = filter;
  return {
    ...(campaign !== null && { campaign }),
    ...(states.length > 0 && { states }),
    ...(search !== null && { search }),
    ...(open !== null && { open }),
  };
}

function idOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
