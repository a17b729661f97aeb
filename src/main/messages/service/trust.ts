import * as tls from 'node:tls';

let systemTrust: tls.SecureContext | null = null;

/**
 * Whom to believe: the given authorities, or Node's and the computer's own together, because an office that looks into
 * its traffic has put its authority there. Read once, and only when somebody connects.
 */
export function trustOf(ca: readonly string[] | undefined): tls.SecureContext {
  if (ca !== undefined) return tls.createSecureContext({ ca: [...ca] });
  systemTrust ??= tls.createSecureContext({ ca: [...new Set([...known('default'), ...known('system')])] });
  return systemTrust;
}

function known(store: 'default' | 'system'): readonly string[] {
  return tls.getCACertificates(store);
}
