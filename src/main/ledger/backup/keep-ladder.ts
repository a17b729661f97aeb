import { keptGenerations } from '../../../shared/domain/backup-ladder.ts';
import { takeAway } from '../../disk/patience.ts';
import { digestOf } from './files.ts';
import { copiesIn, journalOf, manifestOf, type FoundCopy } from './manifest.ts';

/** So many copies must have been read back just now before any other one may go. */
const fewestSound = 2;

/**
 * Takes away the copies that the ladder does not keep. Only those count of which is known what they are; the others, and
 * whatever else lies in the folder, are left alone. Returns how many went.
 */
export function keepLadder(folder: string): number {
  const known = copiesIn(folder).filter(
    (copy): copy is Known => copy.manifest !== null && copy.bytes === copy.manifest.bytes,
  );
  // One ledger at a time: a folder that several share must not let the busiest push the others out.
  const ledgers = new Set(known.map(({ manifest }) => manifest.ledger));
  return [...ledgers].reduce(
    (gone, ledger) => gone + thinOut(known.filter(({ manifest }) => manifest.ledger === ledger)),
    0,
  );
}

type Known = FoundCopy & { readonly manifest: NonNullable<FoundCopy['manifest']> };

function thinOut(copies: readonly Known[]): number {
  const kept = new Set(
    keptGenerations(
      copies.map(({ file, manifest: { sequence, day, bytes } }) => ({ name: file, sequence, day, bytes })),
    ),
  );
  const leaving = copies.filter(({ file }) => !kept.has(file));
  if (leaving.length === 0 || !areSound(copies.filter(({ file }) => kept.has(file)))) return 0;
  for (const { file } of leaving)
    // The manifest goes last: what is said of a file that is gone is seen, a file of which nothing is said is not.
    for (const path of [file, journalOf(file), manifestOf(file)]) takeAway(path);
  return leaving.length;
}

function areSound(staying: readonly Known[]): boolean {
  let sound = 0;
  for (const { file, manifest } of staying) {
    if (digestOf(file) === manifest.sha256) sound += 1;
    if (sound >= fewestSound) return true;
  }
  return false;
}
