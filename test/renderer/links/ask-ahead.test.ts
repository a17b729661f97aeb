import { describe, expect, it, vi } from 'vitest';
import { askAhead } from '../../../src/renderer/links/ask-ahead.ts';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import type { Hearing, Link } from '../../../src/shared/contract/link.ts';
import { fail } from '../../../src/shared/domain/result.ts';

/** A program that counts what it is asked, and whose events a test makes. */
function program() {
  const asked: string[] = [];
  const hearings: Hearing[] = [];
  const link: Link = {
    call: async (name) => {
      asked.push(`${name}, after ${hearings.length} listened`);
      return fail({ code: 'ledger-busy' });
    },
    upload: async () => fail({ code: 'connection-lost' }),
    download: async () => fail({ code: 'connection-lost' }),
    listen(hearing) {
      hearings.push(hearing);
      return () => void hearings.splice(hearings.indexOf(hearing), 1);
    },
  };
  const tell = (event: CoreEvent): void => hearings.forEach((hearing) => hearing.onEvent(event));
  return { link, asked, hearings, tell, of: (name: string) => asked.filter((one) => one.startsWith(name)) };
}

function listener() {
  const heard: string[] = [];
  const hearing: Hearing = {
    onEvent: ({ type }) => void heard.push(type),
    onConnection: (connection) => void heard.push(connection),
  };
  return { heard, hearing };
}

describe('the first questions, asked ahead', () => {
  it('are asked once, whoever asks them again', async () => {
    const { link, of } = program();
    const ahead = askAhead(link);
    await ahead.call('about.read', {});
    await ahead.call('about.read', {});
    expect(of('about.read')).toHaveLength(1);
  });

  it('are asked anew once something changed', async () => {
    const { link, of, tell } = program();
    const ahead = askAhead(link);
    tell({ type: 'ledger-changed' });
    await ahead.call('about.read', {});
    expect(of('about.read')).toHaveLength(2);
  });

  it('are asked anew once the first screen stands', async () => {
    vi.useFakeTimers();
    try {
      const { link, of } = program();
      const ahead = askAhead(link);
      vi.advanceTimersByTime(3_000);
      await ahead.call('dashboard.read', {});
      expect(of('dashboard.read')).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are asked after somebody listens, and what was heard meanwhile is told to who listens first', () => {
    const { link, asked, tell } = program();
    const ahead = askAhead(link);
    expect(asked.filter((one) => !one.endsWith('after 1 listened'))).toEqual([]);
    tell({ type: 'ledger-changed' });
    const first = listener();
    ahead.listen(first.hearing);
    tell({ type: 'aside-changed' });
    expect(first.heard).toEqual(['ledger-changed', 'aside-changed']);
  });

  it('tell who listens first that the connection is lost already, and stop listening with them', () => {
    const { link, hearings } = program();
    const ahead = askAhead(link);
    hearings[0]?.onConnection('lost');
    const first = listener();
    const deaf = ahead.listen(first.hearing);
    expect(first.heard).toEqual(['lost']);
    deaf();
    expect(hearings).toEqual([]);
    const second = listener();
    ahead.listen(second.hearing);
    expect(hearings).toEqual([second.hearing]);
  });
});
