import { createHash } from 'node:crypto';

/** A published file for this computer and its checksums, by name; only its first bytes are like the real thing. */
export function aRelease(version: string): { readonly name: string; readonly files: Record<string, Buffer> } {
  const processor = process.arch === 'arm64' ? 'arm64' : 'x64';
  const [system, ending, head] =
    process.platform === 'win32'
      ? ['win', '.zip', 'PK\u0003\u0004']
      : process.platform === 'darwin'
        ? ['mac', '.zip', 'PK\u0003\u0004']
        : ['linux', '.deb', '!<arch>\n'];
  const name = `tre-pallini-${version}-${system}-${processor}${ending}`;
  const bytes = Buffer.from(`${head}versione ${version}`, 'latin1');
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name, files: { [name]: bytes, SHA256SUMS: Buffer.from(`${digest}  ${name}\n`) } };
}
