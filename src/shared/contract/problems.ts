/** Foreseen bad news about a whole operation. Its Italian sentence is in `wording/problems.ts`. */
export type Problem =
  | { readonly code: 'invalid-request'; readonly complaints: readonly { path: string; message: string }[] }
  | { readonly code: 'unknown-operation'; readonly name: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'defect'; readonly incident: string }
  | { readonly code: 'no-such-parcel'; readonly parcel: string }
  | { readonly code: 'no-such-document'; readonly id: number }
  | { readonly code: 'already-undone'; readonly id: number }
  | { readonly code: 'ente-in-use'; readonly codiceFiscale: string }
  | { readonly code: 'ledger-busy' }
  | { readonly code: 'ledger-unreadable'; readonly detail: string }
  | { readonly code: 'ledger-from-the-future'; readonly version: number; readonly known: number }
  | { readonly code: 'not-a-ledger' }
  | { readonly code: 'worker-lost'; readonly detail: string };
