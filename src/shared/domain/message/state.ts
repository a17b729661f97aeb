/**
 * Where a message stands on its way to one citizen. `sending` lasts as long as one request; a program that starts again
 * finds it as `uncertain`, because nobody can ask the service what became of it. `paused` is what `queued` is called
 * while its service, its campaign or the whole queue waits for a person.
 */
export const messageStates = [
  'draft',
  'queued',
  'sending',
  'accepted',
  'delivered',
  'undeliverable',
  'failed',
  'not-enrolled',
  'service-disabled',
  'data-error',
  'paused',
  'cancelled',
  'uncertain',
] as const;
export type MessageState = (typeof messageStates)[number];

/** How a person settles an uncertain message. */
export const settlements = ['inviato', 'reinvia', 'altro-canale'] as const;
export type Settlement = (typeof settlements)[number];
