import type { Problem } from '../../../shared/contract/problems.ts';
import type { Result } from '../../../shared/domain/result.ts';

export interface PageRequest {
  readonly after: string | null;
  readonly limit: number;
  readonly backward: boolean;
}

export interface LoadedPage<Row> {
  readonly rows: readonly Row[];
  readonly previous: string | null;
  readonly next: string | null;
}

export type LoadPage<Row> = (
  request: PageRequest,
  signal: AbortSignal,
) => Promise<Result<LoadedPage<Row>, Problem>>;

/** The rows at hand: one unbroken stretch of a list that may have millions. */
export interface RowStretch<Row> {
  readonly rows: readonly Row[];
  /** How many rows of the list stand before these, counted from its beginning; null when that is not known. */
  readonly before: number | null;
  /** The same from the end of the list. */
  readonly behind: number | null;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly loading: boolean;
  readonly problem: Problem | null;
  /** Rows put before the first one, less those taken away there, by the last change: what scrolls must move as much. */
  readonly shift: number;
}

interface KeptPage<Row> extends LoadedPage<Row> {
  readonly request: PageRequest;
}

const pageSize = 200;
const mostPages = 20;
const fromTheTop: PageRequest = { after: null, limit: pageSize, backward: false };

/**
 * Holds a stretch of a long list and moves it: onward and back by a page, to either end. Pages far from where one looks
 * are let go, so that memory stays flat however far one scrolls.
 */
export function createRowWindow<Row>(load: LoadPage<Row>, onChange: (stretch: RowStretch<Row>) => void) {
  let pages: KeptPage<Row>[] = [];
  let before: number | null = 0;
  let behind: number | null = null;
  let problem: Problem | null = null;
  let running: AbortController | null = null;
  let loading = false;

  const cursorBefore = (): string | null => pages[0]?.previous ?? null;
  const cursorBehind = (): string | null => pages.at(-1)?.next ?? null;

  function tell(shift = 0): void {
    onChange({
      rows: pages.flatMap((page) => page.rows),
      before,
      behind,
      hasPrevious: cursorBefore() !== null,
      hasNext: cursorBehind() !== null,
      loading,
      problem,
      shift,
    });
  }

  /** One question at a time; a jump gives up the one that runs. */
  async function ask(
    request: PageRequest,
    take: (page: KeptPage<Row>) => number,
    onFailure: () => void = () => undefined,
  ): Promise<void> {
    const mine = new AbortController();
    running = mine;
    loading = true;
    tell();
    const told = await load(request, mine.signal);
    if (running !== mine) return;
    running = null;
    loading = false;
    problem = told.ok ? null : told.problem;
    if (!told.ok) onFailure();
    tell(told.ok ? take({ request, ...told.value }) : 0);
  }

  function restart(request: PageRequest): Promise<void> {
    running?.abort();
    running = null;
    return ask(
      request,
      (page) => {
        pages = [page];
        before = request.backward ? null : 0;
        behind = request.backward || page.next === null ? 0 : null;
        return 0;
      },
      // What is still there may answer another question.
      () => (pages = []),
    );
  }

  return {
    start: () => restart(fromTheTop),
    end: () => restart({ after: null, limit: pageSize, backward: true }),
    async next(): Promise<void> {
      const after = cursorBehind();
      if (loading || after === null) return;
      await ask({ after, limit: pageSize, backward: false }, (page) => {
        pages = [...pages, page];
        behind = page.next === null ? 0 : behind === null ? null : Math.max(0, behind - page.rows.length);
        const gone = pages.length > mostPages ? (pages[0]?.rows.length ?? 0) : 0;
        if (gone > 0) pages = pages.slice(1);
        if (before !== null) before += gone;
        return -gone;
      });
    },
    async previous(): Promise<void> {
      const after = cursorBefore();
      if (loading || after === null) return;
      await ask({ after, limit: pageSize, backward: true }, (page) => {
        pages = [page, ...pages];
        before = page.previous === null ? 0 : before === null ? null : Math.max(0, before - page.rows.length);
        const gone = pages.length > mostPages ? (pages.at(-1)?.rows.length ?? 0) : 0;
        if (gone > 0) pages = pages.slice(0, -1);
        if (behind !== null) behind += gone;
        return page.rows.length;
      });
    },
    /**
     * The same stretch, asked anew: the list changed under it. Each page begins where the renewed one before it ends, so
     * that rows which came or went leave neither a hole nor a double.
     */
    async refresh(): Promise<void> {
      const [first] = pages;
      if (first === undefined) {
        await restart(fromTheTop);
        return;
      }
      running?.abort();
      const mine = new AbortController();
      running = mine;
      loading = true;
      const wanted = pages.length;
      const renewed: KeptPage<Row>[] = [];
      let request: PageRequest | null = first.request;
      while (request !== null && renewed.length < wanted) {
        const told = await load(request, mine.signal);
        if (running !== mine) return;
        if (!told.ok) {
          running = null;
          loading = false;
          problem = told.problem;
          tell();
          return;
        }
        renewed.push({ request, ...told.value });
        const { next } = told.value;
        request = next === null ? null : { after: next, limit: pageSize, backward: false };
      }
      running = null;
      loading = false;
      problem = null;
      pages = renewed;
      if (cursorBefore() === null) before = 0;
      else if (before === 0) before = null;
      if (cursorBehind() === null) behind = 0;
      else if (behind === 0) behind = null;
      tell();
    },
    stop(): void {
      running?.abort();
      running = null;
    },
  };
}
