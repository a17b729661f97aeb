import { statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { Handlers, Output } from '../../shared/contract/api.ts';
import type { FolderRefusal, Problem } from '../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { copiesFolder, readSecondFolder, writeSecondFolder } from '../ledger/backup/backup-settings.ts';
import type { ListedBackup } from '../ledger/backup/list-backups.ts';
import { readSentinel } from '../ledger/sentinel.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `backups.${string}`>;

/** Copies of the ledger. All but `make` are answered when the ledger itself cannot be opened. */
export function backupHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { backups, folder } = environment;
  return {
    async 'backups.state'() {
      return ok({
        troubles: backups.trouble(),
        older: environment.older(),
        place: environment.place(),
        damage: environment.idleCheck.damage(),
      });
    },
    async 'backups.list'({ readAgain }) {
      const copies = await backups.run('list', { archive: folder, readAgain });
      const second = readSecondFolder(folder);
      return ok({
        folder: copiesFolder(folder),
        // One that nobody can read is told with the next copy.
        secondFolder: second.ok ? second.value : null,
        copies: copies.map(toRecord),
      });
    },
    'backups.make': () => copyNow(environment),
    async 'backups.restore'(asked) {
      const barred = environment.refuseWrites();
      if (barred !== null) return fail(barred);
      const source = await sourceOf(environment, asked);
      return source.ok ? restore(environment, source.value) : source;
    },
    async 'backups.settings'({ secondFolder }) {
      const barred = environment.refuseWrites();
      if (barred !== null) return fail(barred);
      const refused = secondFolder === null ? null : refusalOf(secondFolder, folder);
      if (secondFolder !== null && refused !== null)
        return fail({ code: 'folder-refused', folder: secondFolder, why: refused });
      writeSecondFolder(folder, secondFolder);
      const details = { set: secondFolder !== null };
      await environment.trail.note({ operation: 'copies-folder-set', subject: secondFolder ?? '', details });
      return ok({ secondFolder });
    },
    async 'backups.accept'() {
      const accepted = await environment.acceptOlder();
      return accepted.ok ? ok({}) : accepted;
    },
  };
}

/** A verified copy of the ledger as it is now. */
export async function copyNow(environment: Environment): Promise<Result<Output<'backups.make'>, Problem>> {
  const { backups, folder } = environment;
  const ledger = await environment.ledger();
  if (!ledger.ok) return ledger;
  const refused = environment.refuseWrites();
  if (refused !== null) return fail(refused);
  const { file, manifest, problem } = await backups.keep('request');
  if (problem !== null) return fail(problem);
  // The ledger is open, and its file cannot be found any more: its disk went.
  if (file === null || manifest === null)
    return fail({ code: 'backup-failed', folder: copiesFolder(folder), detail: 'ENOENT' });
  const { name, bytes } = manifest;
  return ok(toRecord({ file, name, bytes, manifest, state: 'verified' }));
}

/** A file of the list, or what a person handed over. Nothing else on the disk can be named. */
async function sourceOf(
  { backups, folder, parcels }: Environment,
  asked: { readonly copy: string } | { readonly parcel: string },
): Promise<Result<string, Problem>> {
  if ('parcel' in asked) {
    const parcel = parcels.find(asked.parcel);
    return parcel === null ? fail({ code: 'no-such-parcel', parcel: asked.parcel }) : ok(parcel.path);
  }
  const listed = await backups.run('list', { archive: folder, readAgain: false });
  return listed.some(({ file }) => file === asked.copy)
    ? ok(asked.copy)
    : fail({ code: 'backup-not-found', source: asked.copy });
}

async function restore(
  environment: Environment,
  source: string,
): Promise<Result<Output<'backups.restore'>, Problem>> {
  const { office, folder, backups } = environment;
  const id = readSentinel(folder)?.ledger;
  // What is on its way must not be asked of a ledger that has never heard of it.
  const turn =
    office === null || id === undefined ? null : office.takeTurn(join(office.folder, `invio-${id}.lock`));
  if (turn?.ok === false) return fail({ code: 'ledger-busy' });
  try {
    const restored = await environment.replaceLedger(() =>
      backups.run('restore', { archive: folder, now: environment.now(), source, by: environment.hand }),
    );
    if (!restored.ok) return restored;
    environment.noteLedger();
    environment.idleCheck.forget();
    const { kept, wasDamaged, ledger } = restored.value;
    const { documents, payments } = ledger;
    return ok({
      source: restored.value.source,
      kept,
      wasDamaged,
      ledger: ledger.ledger,
      documents,
      payments,
    });
  } finally {
    if (turn?.ok === true) turn.value.release();
  }
}

function toRecord({ file, name, state, bytes, manifest }: ListedBackup): Output<'backups.make'> {
  const {
    madeAt = null,
    reason = null,
    documents = null,
    payments = null,
    sha256 = null,
    program = null,
  } = manifest ?? {};
  return { file, name, state, bytes, madeAt, reason, documents, payments, sha256, program };
}

function refusalOf(wanted: string, archive: string): FolderRefusal | null {
  if (!isAbsolute(wanted)) return 'relative';
  const path = resolve(wanted);
  if (path === resolve(archive) || path === resolve(copiesFolder(archive))) return 'own';
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  return found.isDirectory() ? null : 'not-a-folder';
}
