import type { Day } from '../../shared/domain/day.ts';
import type { Status } from '../../shared/domain/verdict.ts';
import type { Psp } from './psp.ts';
import type { DemoServizio } from './servizi.ts';
import type { FlussoDraft, RigaDraft } from './write-flusso.ts';
import type { RicevutaDraft } from './write-ricevuta.ts';

/** What the generator means a payment to be; the program must come to the same. */
export interface Intended {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly status: Status;
}

/** A payment as a flow will list it. */
export interface Paid {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  readonly paidOn: Day;
}

/** A flow and the money it announces. */
export interface Reported {
  readonly iuf: string;
  readonly psp: Psp;
  readonly date: Day;
  readonly cents: number;
}

/** A payment to invent: `complete` and with its receipt, unless the order says otherwise. */
export interface PayOrder {
  readonly servizio: DemoServizio;
  readonly psp: Psp;
  readonly on: Day;
  readonly status?: Status;
  readonly receipt?: boolean;
  readonly cents?: number;
  readonly iuv?: string;
  /** What the receipt has that others do not. */
  readonly draft?: Partial<RicevutaDraft>;
}

/** A flow to write; the rows are those payments, changed here and there. */
export interface FlowOrder {
  readonly psp: Psp;
  readonly on: Day;
  readonly paid: readonly Paid[];
  /** Changes to a row, by position. */
  readonly rows?: Readonly<Record<number, Partial<RigaDraft>>>;
  readonly draft?: Partial<FlussoDraft>;
}
