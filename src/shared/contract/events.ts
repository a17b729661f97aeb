/** What the core announces unasked. */
export type CoreEvent =
  /** Something was written, by this window or by another program: whoever shows anything asks again. */
  { readonly type: 'ledger-changed' };

/** How a link stands: while `lost`, it tries again by itself. */
export type Connection = 'open' | 'lost';
