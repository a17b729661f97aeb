import { fail, ok, type Result } from './result.ts';

export const releaseSystems = ['windows', 'linux', 'mac'] as const;
export type ReleaseSystem = (typeof releaseSystems)[number];

/** `folder`: the desktop program without an installer; `portable`: the one that opens in a browser. */
export const releaseKinds = ['installer', 'deb', 'appimage', 'folder', 'portable'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

export type Processor = 'x64' | 'arm64';

/** What the name of a published file says of it. */
export interface ReleaseFile {
  readonly version: string;
  readonly system: ReleaseSystem;
  readonly processor: Processor;
  readonly kind: ReleaseKind;
}

/** A file that somebody hands over as a newer version, and what was found out about it. */
export interface OfferedRelease {
  readonly name: string;
  /** Its first bytes. */
  readonly head: Uint8Array;
  /** Of all of it, in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The file of checksums that came with it; null when none did. */
  readonly checksums: string | null;
  /** Of the checksums, by the publisher's key; `no-key`: this program has none to hold it against. */
  readonly signature: 'holds' | 'missing' | 'broken' | 'no-key';
}

/** The program that would be replaced. */
export interface RunningProgram {
  readonly version: string;
  readonly system: ReleaseSystem;
  readonly processor: Processor;
}

/** Why a file is not taken for a newer version of this program. */
export type ReleaseProblem =
  | { readonly code: 'update-not-ours'; readonly name: string }
  /** `list`: the checksums are there, and do not name it. */
  | { readonly code: 'update-unlisted'; readonly name: string; readonly list: boolean }
  | { readonly code: 'update-unsigned'; readonly name: string; readonly signature: 'missing' | 'broken' }
  | { readonly code: 'update-damaged'; readonly name: string }
  | { readonly code: 'update-for-another'; readonly name: string }
  | { readonly code: 'update-not-newer'; readonly version: string; readonly running: string };

/** Whether a file is a newer version of the program that runs, whole and for this computer. */
export function judgeRelease(
  { name, head, sha256, checksums, signature }: OfferedRelease,
  running: RunningProgram,
): Result<ReleaseFile, ReleaseProblem> {
  const file = readReleaseName(name);
  if (file === null) return fail({ code: 'update-not-ours', name });
  const listed = checksums === null ? undefined : readChecksums(checksums).get(name);
  if (listed === undefined) return fail({ code: 'update-unlisted', name, list: checksums !== null });
  if (signature === 'missing' || signature === 'broken')
    return fail({ code: 'update-unsigned', name, signature });
  if (listed !== sha256) return fail({ code: 'update-damaged', name });
  if (!beginsAs(file.kind, name, head)) return fail({ code: 'update-not-ours', name });
  if (file.system !== running.system || file.processor !== running.processor)
    return fail({ code: 'update-for-another', name });
  if (compareVersions(file.version, running.version) <= 0)
    return fail({ code: 'update-not-newer', version: file.version, running: running.version });
  return ok(file);
}

/** What a published file is by its name; null for one that is not ours. */
export function readReleaseName(name: string): ReleaseFile | null {
  const [, version, system = '', processor = '', rest = ''] =
    /^tre-pallini-(\d+\.\d+\.\d+)-([a-z]+)-([a-z0-9_]+?)(-installa\.exe|\.[A-Za-z.]+)$/.exec(name) ?? [];
  const found = shapes[`${system}${rest}`];
  const known = processors[processor];
  if (version === undefined || found === undefined || known === undefined) return null;
  return { version, processor: known, ...found };
}

/** Positive when `a` is newer. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Digests by name, from what `sha256sum` writes. */
function readChecksums(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](\S+)\r?$/gm)];
  return new Map(lines.map(([, digest = '', name = '']) => [name, digest]));
}

/** Of system and ending. */
const shapes: Readonly<Record<string, Pick<ReleaseFile, 'system' | 'kind'>>> = {
  'win-installa.exe': { system: 'windows', kind: 'installer' },
  'win.zip': { system: 'windows', kind: 'folder' },
  'windows.zip': { system: 'windows', kind: 'portable' },
  'linux.AppImage': { system: 'linux', kind: 'appimage' },
  'linux.deb': { system: 'linux', kind: 'deb' },
  'linux.tar.gz': { system: 'linux', kind: 'portable' },
  'mac.zip': { system: 'mac', kind: 'folder' },
};

/** Debian and AppImage have names of their own for processors. */
const processors: Readonly<Record<string, Processor>> = {
  x64: 'x64',
  amd64: 'x64',
  x86_64: 'x64',
  arm64: 'arm64',
};

/** A web page that was saved under the name of a program does not begin like one. */
function beginsAs(kind: ReleaseKind, name: string, head: Uint8Array): boolean {
  const begins = name.endsWith('.tar.gz')
    ? [0x1f, 0x8b]
    : kind === 'installer'
      ? [0x4d, 0x5a]
      : kind === 'deb'
        ? [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e]
        : kind === 'appimage'
          ? [0x7f, 0x45, 0x4c, 0x46]
          : [0x50, 0x4b];
  return begins.every((byte, index) => head[index] === byte);
}
