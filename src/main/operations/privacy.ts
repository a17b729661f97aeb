import { join } from 'node:path';
import type { Handlers, Output } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { leavingDays } from '../../shared/domain/backup-ladder.ts';
import { isDay, type Day } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { copiesFolder } from '../ledger/backup/backup-settings.ts';
import type { ListedBackup } from '../ledger/backup/list-backups.ts';
import { keysToRename } from '../ledger/messages/minimise.ts';
import { listMinimisations } from '../ledger/minimise.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { documentsUpTo, listScarti } from '../ledger/scarti.ts';
import { ledgerId } from '../ledger/settings.ts';
import { renameInJournals } from '../messages/journal.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `privacy.${string}` | `minimise.${string}` | `discard.${string}`>;

/** What law asks of whoever keeps data of people: where they are, how old ones go, and by which act. */
export function privacyHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { author, folder, writer } = environment;
  const now = (): { now: string } => ({ now: environment.now() });
  return {
    async 'privacy.read'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({
        places: placesOf(environment),
        canOpenFolder: environment.openFolder !== null,
        copies: await olderCopies(environment),
        minimisations: listMinimisations(ledger.value),
        scarti: listScarti(ledger.value),
      });
    },
    async 'privacy.openFolder'() {
      const opened = (await environment.openFolder?.(folder)) ?? false;
      return opened ? ok({}) : fail({ code: 'folder-not-opened', folder });
    },
    async 'minimise.preview'({ years }, options) {
      const before = yearsAgo(environment.today(), years);
      const counted = await writer.run('preview-minimise', { before, author }, { ...now(), ...options });
      return counted.ok ? ok({ ...counted.value, before }) : counted;
    },
    async 'minimise.run'({ years, dropCopies }, options) {
      const before = yearsAgo(environment.today(), years);
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const done = await alone(environment, ledger.value, async () => {
        // First the journals: stopped in between, the next run finds the same messages and does the rest.
        if (environment.office !== null)
          renameInJournals(
            folder,
            environment.office.folder,
            ledgerId(ledger.value),
            new Map(keysToRename(ledger.value, before).map(({ key, renamed }) => [key, renamed])),
          );
        return writer.run('minimise', { before, author }, { ...now(), ...options });
      });
      if (!done.ok) return done;
      const dropped = dropCopies ? await dropOlder(environment) : 0;
      return ok({ counts: { ...done.value, before }, dropped, copies: await olderCopies(environment) });
    },
    async 'discard.preview'(wanted, options) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const asked = { ids: idsOf(ledger.value, wanted), act: '-', actDay: environment.today(), author };
      return writer.run('preview-discard', asked, { ...now(), ...options });
    },
    async 'discard.run'({ what, act, actDay, dropCopies }, options) {
      if (actDay > environment.today()) return fail({ code: 'act-in-the-future' });
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const ids = idsOf(ledger.value, what);
      if (ids.length === 0) return fail({ code: 'nothing-to-discard' });
      const done = await writer.run('discard', { ids, act, actDay, author }, { ...now(), ...options });
      if (!done.ok) return done;
      const dropped = dropCopies ? await dropOlder(environment) : 0;
      return ok({ discarded: done.value, dropped, copies: await olderCopies(environment) });
    },
  };
}

function idsOf(
  ledger: ReadableLedger,
  wanted: { readonly documents: readonly number[] } | { readonly upToYear: number },
): readonly number[] {
  return 'documents' in wanted ? wanted.documents : documentsUpTo(ledger, `${wanted.upToYear}-12-31`);
}

/** Nothing may be sent while messages get other names. */
async function alone<T>(
  { office }: Environment,
  ledger: ReadableLedger,
  work: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const turn = office?.takeTurn(join(office.folder, `invio-${ledgerId(ledger)}.lock`)) ?? null;
  if (turn?.ok === false) return fail({ code: 'ledger-busy' });
  try {
    return await work();
  } finally {
    if (turn?.ok === true) turn.value.release();
  }
}

function placesOf({ folder, office }: Environment): Output<'privacy.read'>['places'] {
  return [
    { name: 'Registro', path: folder },
    { name: 'Copie di sicurezza', path: copiesFolder(folder) },
    { name: 'Registro eventi', path: join(folder, 'log') },
    ...(office === null ? [] : [{ name: 'Chiavi e registro degli invii', path: office.folder }]),
  ];
}

async function olderCopies(environment: Environment): Promise<Output<'privacy.read'>['copies']> {
  const { backups, folder } = environment;
  const listed = await backups.run('list', { archive: folder, readAgain: false });
  const generations = listed.flatMap(({ file, manifest }) =>
    manifest === null
      ? []
      : [{ name: file, sequence: manifest.sequence, day: manifest.day, bytes: manifest.bytes }],
  );
  const leaving = leavingDays(generations, environment.today());
  return listed.map(({ file, manifest }) => ({
    file,
    madeAt: manifest?.madeAt ?? null,
    leavesOn: leaving.get(file) ?? null,
  }));
}

/** The copies of before go, and one of now is made first: there is never none. */
async function dropOlder({ backups, folder }: Environment): Promise<number> {
  const before: readonly ListedBackup[] = await backups.run('list', { archive: folder, readAgain: false });
  const made = await backups.keep('request');
  if (made.problem !== null) return 0;
  return backups.run('drop', { archive: folder, files: before.map(({ file }) => file) });
}

/** No day is of an earlier one. */
const firstYear = 1990;

function yearsAgo(today: Day, years: number): Day {
  const year = Math.max(Number(today.slice(0, 4)) - years, firstYear);
  const rest = today.slice(4) === '-02-29' ? '-02-28' : today.slice(4);
  const day = `${year}${rest}`;
  if (!isDay(day)) throw new Error(`${years} years before ${today} there is no day`);
  return day;
}
