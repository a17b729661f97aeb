/**
 * What the service, or the way to it, made of a request; the door to the network tells it, everybody else decides by it.
 * The one question that matters of a message: could it have been taken in?
 */
export type SubmitAnswer =
  /** 201 with an id. */
  | { readonly outcome: 'accepted'; readonly id: string }
  /** No byte of the request left, or the service says that it did nothing: may be tried again. */
  | { readonly outcome: 'not-sent'; readonly why: Unreachable; readonly detail: string }
  | { readonly outcome: 'limited'; readonly afterSeconds: number | null }
  /** 500 in the shape of the application: it answers so before it takes anything in. */
  | { readonly outcome: 'server-error'; readonly detail: string }
  /** 400: of this row alone. `field`: where in the request, when the answer says it. */
  | {
      readonly outcome: 'data-error';
      readonly why: 'invalid' | 'over-cap';
      readonly field: string | null;
      readonly detail: string;
      /** Of the service, in cents; only with `over-cap`. */
      readonly cap: number | null;
    }
  /** 401, 403, 404: the service of the Comune, not the citizen. */
  | { readonly outcome: 'refused'; readonly why: RefusedService; readonly detail: string }
  /** 403 for this citizen alone. */
  | { readonly outcome: 'recipient-forbidden'; readonly detail: string }
  /** The request left and nobody knows what became of it. */
  | { readonly outcome: 'uncertain'; readonly why: WhyUncertain; readonly detail: string };

/** Why nothing could be reached. */
export type Unreachable = 'dns' | 'connection' | 'certificate' | 'proxy' | 'portal';

/** What has to be put right before anything of this service can be sent. */
export type RefusedService =
  /** Wrong, regenerated or revoked. */
  | 'key'
  /** This computer's address is not among those of the service. */
  | 'address'
  | 'payee'
  | 'premium'
  | 'remote-content'
  | 'other';

export type WhyUncertain =
  /** No answer in time. */
  | 'timeout'
  /** The connection ended after the request was handed to it. */
  | 'cut'
  /** 5xx of the gateway, or in no known shape. */
  | 'gateway-error'
  /** An answer that is none of the service: a 2xx without a usable id, an unexpected code. */
  | 'strange-answer'
  /** The program ended in between. */
  | 'program-ended';

/** May one write to this citizen with this service? Asking is always safe. */
export type ProfileAnswer =
  | { readonly outcome: 'allowed'; readonly languages: readonly string[] }
  | { readonly outcome: 'not-enrolled' }
  | { readonly outcome: 'service-disabled' }
  /** 400: the codice fiscale. */
  | { readonly outcome: 'data-error'; readonly detail: string }
  | { readonly outcome: 'limited'; readonly afterSeconds: number | null }
  | { readonly outcome: 'refused'; readonly why: RefusedService; readonly detail: string }
  | { readonly outcome: 'not-sent'; readonly why: Unreachable; readonly detail: string }
  /** 5xx, a time-out, an answer that cannot be understood. */
  | { readonly outcome: 'no-answer'; readonly detail: string };

export type StatusAnswer =
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'rejected' }
  | { readonly outcome: 'failed' }
  /** 404: not yet, or a wrong id. */
  | { readonly outcome: 'not-found' }
  /** 403: sent with the key of another service, or the key was moved. */
  | { readonly outcome: 'other-key' }
  | { readonly outcome: 'limited'; readonly afterSeconds: number | null }
  | { readonly outcome: 'refused'; readonly why: RefusedService; readonly detail: string }
  /** Nothing can be said; nothing changes. */
  | { readonly outcome: 'no-answer'; readonly detail: string };

/** What stands around an answer. */
export interface Heard {
  /** Null when there was no answer. */
  readonly httpCode: number | null;
  /** The service's clock minus this computer's, in ms; null when the answer had no usable `Date`. */
  readonly skewMs: number | null;
}
