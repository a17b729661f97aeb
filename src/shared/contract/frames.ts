import { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { CoreEvent } from './events.ts';
import { ledgerNames } from './link.ts';
import type { Problem } from './problems.ts';

const id = z.int();
const ledger = z.enum(ledgerNames);
const name = z.string().max(1_000);
const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

/** What a page says through its port. Each exchange has a number of the page's choosing. */
export const pageFrame = z.discriminatedUnion('type', [
  z.strictObject({ id, type: z.literal('call'), ledger, name, input: z.unknown() }),
  /** Stop: the answer still comes, since the work may have been done already. */
  z.strictObject({ id, type: z.literal('cancel') }),
  z.strictObject({ id, type: z.literal('upload'), ledger, name }),
  /** Each piece is answered before the next is sent: no more than one is ever on its way. */
  z.strictObject({ id, type: z.literal('piece'), bytes, end: z.boolean() }),
  z.strictObject({ id, type: z.literal('give-up') }),
  z.strictObject({ id, type: z.literal('download'), ledger, parcel: name }),
  z.strictObject({ id, type: z.literal('listen'), ledger }),
  z.strictObject({ id, type: z.literal('deaf') }),
]);
export type PageFrame = z.output<typeof pageFrame>;

/** What is said to a page. */
export type HostFrame =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly result: Result<unknown, Problem> }
  | { readonly id: number; readonly event: CoreEvent }
  | { readonly command: Command };

/** What the menu of the window asks of the page: to show a screen. */
export interface Command {
  readonly screen: string;
  readonly ask: Readonly<Record<string, unknown>>;
}

/** Both ends of a port, whatever the platform calls them. */
export interface Wire<Sent, Heard> {
  send(frame: Sent): void;
  hear(listener: (frame: Heard) => void): void;
  /** The other end is gone. */
  onClose(listener: () => void): void;
}
