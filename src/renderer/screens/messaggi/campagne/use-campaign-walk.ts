import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { useApi } from '../../../state/api.tsx';
import { walkOf, type WalkedMessage } from './row-walk.ts';

const pageSize = 1_000;

/** The messages of a campaign in order: which ones they are does not change once it is prepared. */
export function useCampaignWalk(id: number): {
  readonly walk: readonly WalkedMessage[];
  readonly problem: Problem | null;
} {
  const { link } = useApi();
  const [walk, setWalk] = useState<readonly WalkedMessage[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    async function read(): Promise<void> {
      const rows: Output<'outbox.messages'>['rows'][number][] = [];
      for (let after: number | null = 0; after !== null;) {
        const told: Result<Output<'outbox.messages'>, Problem> = await link.call(
          'outbox.messages',
          { filter: { campaign: id }, after, limit: pageSize },
          { signal: stop.signal },
        );
        if (stop.signal.aborted) return;
        if (!told.ok) return setProblem(told.problem);
        rows.push(...told.value.rows);
        setWalk(walkOf(rows));
        after = told.value.next;
      }
    }
    void read();
    return () => stop.abort();
  }, [link, id]);
  return { walk, problem };
}
