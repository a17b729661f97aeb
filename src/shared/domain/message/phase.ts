/**
 * How far one call to the service has come. Up to `connected` nothing of the request has left this computer; from
 * `handed-over` on, nobody but the service knows what became of it.
 */
export type Phase = 'connecting' | 'connected' | 'handed-over' | 'answered';
