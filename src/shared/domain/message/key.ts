/** What names a message to a citizen for ever: two with one name are the same message. */
export interface KeyParts {
  readonly service: string;
  readonly fiscalCode: string;
  readonly kind: string;
  /** The notice; else what the message is about: a document's number or day, a position, a digest of its words. */
  readonly about: string;
}

/** The name as it is kept and as a person may have to type it: no blanks, no signs that a shell reads. */
export function messageKey({ service, fiscalCode, kind, about }: KeyParts): string {
  return [service, fiscalCode, kind, about].map(plain).join(':');
}

function plain(part: string): string {
  return part.trim().replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}
