import { describe, expect, it } from 'vitest';
import {
  createRowWindow,
  type LoadPage,
  type PageRequest,
  type RowStretch,
} from '../../../../src/renderer/components/table/row-window.ts';

/** A list of numbers, paged as the core pages: a cursor is the row that one stands on. */
function listOf(rows: () => readonly number[]): LoadPage<number> {
  return ({ after, limit, backward }: PageRequest) => {
    const all = rows();
    const at = after === null ? null : Number(after);
    const page = backward
      ? all.filter((row) => at === null || row < at).slice(-limit)
      : all.filter((row) => at === null || row > at).slice(0, limit);
    const [first] = page;
    const last = page.at(-1);
    return Promise.resolve({
      ok: true as const,
      value: {
        rows: page,
        previous: first !== undefined && all.some((row) => row < first) ? String(first) : null,
        next: last !== undefined && all.some((row) => row > last) ? String(last) : null,
      },
    });
  };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function watched(load: LoadPage<number>) {
  const told: RowStretch<number>[] = [];
  const rowWindow = createRowWindow(load, (stretch) => told.push(stretch));
  return {
    rowWindow,
    told,
    now: (): RowStretch<number> => {
      const last = told.at(-1);
      if (last === undefined) throw new Error('nothing was told yet');
      return last;
    },
  };
}

describe('the stretch of rows at hand', () => {
  it('begins at the top of the list', async () => {
    const { rowWindow, now } = watched(listOf(() => numbers(1_000)));
    await rowWindow.start();
    expect(now().rows).toEqual(numbers(200));
    expect(now()).toMatchObject({ before: 0, hasPrevious: false, hasNext: true, loading: false, shift: 0 });
  });

  it('grows by a page and says where the list ends', async () => {
    const { rowWindow, now } = watched(listOf(() => numbers(300)));
    await rowWindow.start();
    await rowWindow.next();
    expect(now().rows).toEqual(numbers(300));
    expect(now()).toMatchObject({ hasNext: false, behind: 0 });
    await rowWindow.next();
    expect(now().rows).toHaveLength(300);
  });

  it('jumps to the end and goes back from there without a hole', async () => {
    const { rowWindow, now } = watched(listOf(() => numbers(1_000)));
    await rowWindow.end();
    expect(now().rows).toEqual(numbers(1_000).slice(800));
    expect(now()).toMatchObject({ before: null, behind: 0, hasPrevious: true, hasNext: false });
    await rowWindow.previous();
    expect(now().rows).toEqual(numbers(1_000).slice(600));
    expect(now().shift).toBe(200);
  });

  it('stays of one size, however far one scrolls', async () => {
    const { rowWindow, now } = watched(listOf(() => numbers(20_000)));
    await rowWindow.start();
    for (let page = 0; page < 60; page++) await rowWindow.next();
    expect(now().rows).toHaveLength(4_000);
    expect(now().rows.at(-1)).toBe(61 * 200 - 1);
    expect(now().before).toBe(61 * 200 - 4_000);
    expect(now().shift).toBe(-200);
    await rowWindow.previous();
    expect(now().rows).toHaveLength(4_000);
    expect(now().rows[0]).toBe(61 * 200 - 4_000 - 200);
    expect(now().before).toBe(61 * 200 - 4_000 - 200);
  });

  it('asks one question at a time', async () => {
    let asked = 0;
    const list = listOf(() => numbers(1_000));
    const { rowWindow } = watched((request, signal) => {
      asked += 1;
      return list(request, signal);
    });
    await rowWindow.start();
    await Promise.all([rowWindow.next(), rowWindow.next(), rowWindow.previous()]);
    expect(asked).toBe(2);
  });

  it('gives up a page that is under way for a jump', async () => {
    const aborted: boolean[] = [];
    const list = listOf(() => numbers(1_000));
    const { rowWindow, now } = watched(async (request, signal) => {
      const page = await list(request, signal);
      aborted.push(signal.aborted);
      return page;
    });
    await rowWindow.start();
    await Promise.all([rowWindow.next(), rowWindow.end()]);
    expect(aborted).toEqual([false, true, false]);
    expect(now().rows).toEqual(numbers(1_000).slice(800));
  });
});

describe('a stretch whose list changed', () => {
  it('is read anew where it is', async () => {
    let rows = numbers(1_000);
    const { rowWindow, now } = watched(listOf(() => rows));
    await rowWindow.start();
    await rowWindow.next();
    rows = rows.filter((row) => row % 2 === 0);
    await rowWindow.refresh();
    expect(now().rows).toEqual(rows.slice(0, 400));
    expect(now()).toMatchObject({ before: 0, loading: false, problem: null });
  });

  it('has neither holes nor doubles when rows came in the middle', async () => {
    let rows = numbers(1_000).map((row) => row * 10);
    const { rowWindow, now } = watched(listOf(() => rows));
    await rowWindow.start();
    await rowWindow.next();
    rows = [...rows, ...Array.from({ length: 50 }, (_, index) => index * 10 + 5)].toSorted((a, b) => a - b);
    await rowWindow.refresh();
    expect(now().rows).toEqual(rows.slice(0, 400));
  });

  it('shrinks when the rows are gone', async () => {
    let rows = numbers(500);
    const { rowWindow, now } = watched(listOf(() => rows));
    await rowWindow.start();
    await rowWindow.next();
    rows = [1, 2];
    await rowWindow.refresh();
    expect(now()).toMatchObject({ rows: [1, 2], hasNext: false, behind: 0 });
  });

  it('is read from its top when nothing could be read before', async () => {
    let works = false;
    const list = listOf(() => numbers(10));
    const { rowWindow, now } = watched((request, signal) =>
      works
        ? list(request, signal)
        : Promise.resolve({ ok: false as const, problem: { code: 'connection-lost' as const } }),
    );
    await rowWindow.start();
    expect(now()).toMatchObject({ rows: [], problem: { code: 'connection-lost' }, loading: false });
    works = true;
    await rowWindow.refresh();
    expect(now()).toMatchObject({ rows: numbers(10), problem: null });
  });
});

function failing() {
  let works = true;
  const list = listOf(() => numbers(1_000));
  const watching = watched((request, signal) =>
    works
      ? list(request, signal)
      : Promise.resolve({ ok: false as const, problem: { code: 'defect' as const, incident: 'x' } }),
  );
  return { ...watching, breaks: () => (works = false), mends: () => (works = true) };
}

describe('a page that cannot be read', () => {
  it('leaves what is there and says why; the next try goes on', async () => {
    const { rowWindow, now, breaks, mends } = failing();
    await rowWindow.start();
    breaks();
    await rowWindow.next();
    expect(now()).toMatchObject({ rows: numbers(200), problem: { code: 'defect' }, loading: false });
    mends();
    await rowWindow.next();
    expect(now()).toMatchObject({ rows: numbers(400), problem: null });
  });

  it('does not leave the rows of an older question under a newer one', async () => {
    const { rowWindow, now, breaks } = failing();
    await rowWindow.start();
    breaks();
    await rowWindow.start();
    expect(now()).toMatchObject({ rows: [], problem: { code: 'defect' } });
  });

  it('leaves the stretch whole when it breaks in the midst of a refresh', async () => {
    const { rowWindow, now, breaks } = failing();
    await rowWindow.start();
    await rowWindow.next();
    breaks();
    await rowWindow.refresh();
    expect(now()).toMatchObject({ rows: numbers(400), problem: { code: 'defect' }, loading: false });
  });

  it('is not told once the table is gone', async () => {
    const { rowWindow, told } = failing();
    const starting = rowWindow.start();
    const before = told.length;
    rowWindow.stop();
    await starting;
    expect(told).toHaveLength(before);
  });
});
