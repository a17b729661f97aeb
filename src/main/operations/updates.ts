import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import type { Handlers } from '../../shared/contract/api.ts';
import {
  judgeRelease,
  type OfferedRelease,
  type Processor,
  type ReleaseSystem,
} from '../../shared/domain/release.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { isOfFiles } from '../disk/errors.ts';
import type { Parcel } from '../parcels.ts';
import { copyNow } from './backups.ts';
import type { Environment } from './environment.ts';
import { publisherKey } from './publisher-key.ts';

const checksumsName = 'SHA256SUMS';
const signatureName = 'SHA256SUMS.firma';
/** Checksums and signatures are short; whatever is longer is something else. */
const mostText = 64 * 1024;

/** Newer versions are looked at, never fetched and never put in place: the program calls nobody. */
export function updateHandlers(environment: Environment): Pick<Handlers, 'updates.verify'> {
  return {
    async 'updates.verify'({ parcels: handles }) {
      const parcels: Parcel[] = [];
      for (const handle of handles) {
        const parcel = environment.parcels.find(handle);
        if (parcel === null) return fail({ code: 'no-such-parcel', parcel: handle });
        parcels.push(parcel);
      }
      const named = (name: string): Parcel | undefined => parcels.find((parcel) => parcel.name === name);
      const [checksums, signature] = [named(checksumsName), named(signatureName)];
      const program = parcels.find((parcel) => parcel !== checksums && parcel !== signature);
      if (program === undefined) return fail({ code: 'update-not-ours', name: checksumsName });
      try {
        const offered = await lookAt(program, checksums, signature);
        const { version } = environment;
        const judged = judgeRelease(offered, { version, system: system(), processor: processor() });
        if (!judged.ok) return judged;
        const copy = await copyNow(environment);
        if (!copy.ok) return copy;
        return ok({
          name: offered.name,
          version: judged.value.version,
          running: version,
          kind: judged.value.kind,
          sha256: offered.sha256,
          signed: offered.signature === 'holds',
          copy: copy.value.file,
        });
      } catch (error) {
        if (!isOfFiles(error)) throw error;
        return fail({ code: 'upload-failed', name: program.name });
      } finally {
        for (const handle of handles) environment.parcels.release(handle);
      }
    },
  };
}

async function lookAt(
  parcel: Parcel,
  checksums: Parcel | undefined,
  signature: Parcel | undefined,
): Promise<OfferedRelease> {
  const text = checksums === undefined ? null : readText(checksums.path);
  const hash = createHash('sha256');
  let head = new Uint8Array();
  for await (const chunk of createReadStream(parcel.path) as AsyncIterable<Uint8Array>) {
    if (head.length === 0) head = Uint8Array.from(chunk.subarray(0, 8));
    hash.update(chunk);
  }
  return {
    name: parcel.name,
    head,
    sha256: hash.digest('hex'),
    checksums: text,
    signature: signatureOf(
      text ?? '',
      signature === undefined ? null : readText(signature.path),
      publisherKey,
    ),
  };
}

/** What a signature says of a file of checksums; `key` is Ed25519's, as PEM. */
export function signatureOf(
  text: string,
  signature: string | null,
  key: string | null,
): OfferedRelease['signature'] {
  if (key === null) return 'no-key';
  if (signature === null) return 'missing';
  const bytes = Buffer.from(signature.trim(), 'base64');
  return verify(null, Buffer.from(text), createPublicKey(key), bytes) ? 'holds' : 'broken';
}

function readText(path: string): string {
  return readFileSync(path).subarray(0, mostText).toString('utf8');
}

function system(): ReleaseSystem {
  return process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux';
}

function processor(): Processor {
  return process.arch === 'arm64' ? 'arm64' : 'x64';
}
