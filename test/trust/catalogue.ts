import type { Claim } from './claim.ts';
import { damage } from './damage/claims.ts';
import { determinism } from './determinism/claims.ts';
import { files } from './files/claims.ts';
import { hosts } from './hosts/claims.ts';
import { hostile } from './hostile/claims.ts';
import { kills } from './kills/claims.ts';
import { mutation } from './mutation/claims.ts';
import { parser } from './parser/claims.ts';
import { privacy } from './privacy/claims.ts';
import { speed } from './speed/claims.ts';
import { supply } from './supply/claims.ts';
import { together } from './together/claims.ts';
import { trail } from './trail/claims.ts';

/** Everything that is promised, in the order of the ids. */
export const catalogue: readonly Claim[] = [
  ...damage,
  ...determinism,
  ...files,
  ...hosts,
  ...hostile,
  ...kills,
  ...mutation,
  ...parser,
  ...privacy,
  ...speed,
  ...supply,
  ...together,
  ...trail,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The ids at the beginning of a title: `R24, R25 the same file…`. */
export function idsOf(title: string): string[] {
  const [head = ''] = /^(?:[A-Z]\d\d,? )+/.exec(title) ?? [];
  return head.match(/[A-Z]\d\d/g) ?? [];
}

export function testFile(where: string): string {
  return where.endsWith('.spec.ts') ? `test/${where}` : `test/${where}.test.ts`;
}
