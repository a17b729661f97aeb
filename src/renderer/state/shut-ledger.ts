import { createContext, use } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';

/** What keeps the ledger shut on every screen. */
const shutting: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  'ledger-damaged',
  'migration-without-backup',
  'not-a-ledger',
  'ledger-on-share',
  'ledger-read-only',
]);

/** The problem that keeps the ledger shut: it is told once, above every screen. */
export const ShutLedger = createContext<Problem | null>(null);

/** The same problem, when it keeps the ledger shut; null for any other. */
export function shutBy(problem: Problem | null): Problem | null {
  return problem !== null && shutting.has(problem.code) ? problem : null;
}

/** True when what stands above every screen tells this problem already. */
export function useToldAbove(problem: Problem | null): boolean {
  return use(ShutLedger)?.code === problem?.code && problem !== null;
}
