/** True for the namespaces in which pagoPA's documents come: digitpa, spcoop, pagopa and their relatives, revocations excepted. */
export function isPagoPaNamespace(namespace: string): boolean {
  return /digitpa|pagopa|spcoop|\bgov\b/i.test(namespace) && !isRevocation(namespace);
}

/** The namespace of revocations reuses the names of receipts with another meaning. */
export function isRevocation(namespace: string): boolean {
  return /revoc/i.test(namespace);
}
