/**
 * Ed25519 public key (PEM) of who publishes the program: the signature of `SHA256SUMS` is held against it. Whoever publishes
 * puts theirs here; null as long as nobody signs, and the window says that only checksums were compared. The private one is in
 * no repository.
 */
export const publisherKey: string | null = null;
