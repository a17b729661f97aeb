import { fail } from '../../../shared/domain/result.ts';
import type { Page } from '../importer.ts';
import { areEqual, joinPages, type Gathered } from '../pages.ts';
import { headPage } from './place-of.ts';

/**
 * Gives each page to its flow. A page does not say whose it is: its name may, which often holds that of the flow, and
 * otherwise the number of payments, when only one flow of those here has it.
 */
export function gather(files: readonly Page[]): readonly Gathered[] {
  const heads = files.filter(isHead);
  // The same head twice is one flow; another revision is another one.
  const flows = heads.filter(
    (head, i) => !heads.slice(0, i).some((earlier) => areEqual(earlier.source, head.source)),
  );
  const own = new Map<Page, Page[]>(flows.map((flow) => [flow, [flow]]));
  const strays: { readonly page: Page; readonly fitting: number }[] = [];
  for (const page of files.filter((file) => !isHead(file))) {
    const fitting = flowsOf(page, flows);
    const [flow] = fitting;
    if (flow !== undefined && fitting.length === 1) own.get(flow)?.push(page);
    else strays.push({ page, fitting: fitting.length });
  }
  const taken = takeBySum(
    strays.map(({ page }) => page),
    own,
  );
  const groups = [...own].map(([first, group]): Gathered => {
    const sorted = group.toSorted((a, b) => a.place.page - b.place.page);
    return { first, joined: joinPages(sorted, { ofHead: true }) };
  });
  const refused = strays
    .filter(({ page }) => !taken.has(page))
    .map(({ page, fitting }): Gathered => {
      const reason = fitting > 1 ? 'ambiguous' : 'alone';
      return { first: page, joined: fail({ code: 'page-without-flow', reason }) };
    });
  return [...groups, ...refused];
}

function isHead({ place }: Page): boolean {
  return place.page === headPage;
}

function flowsOf(page: Page, flows: readonly Page[]): readonly Page[] {
  const name = plain(page.place.group === '' ? page.name : page.place.group);
  const named = flows.filter(({ place }) => name.includes(plain(place.group)));
  const candidates = named.length > 0 ? longest(named) : flows;
  if (named.length > 0 && candidates.length === 1) return candidates;
  const counted = candidates.filter(({ place }) => place.lines === page.place.lines);
  if (counted.length <= 1) return counted;
  const beside = counted.filter((flow) => stemOf(page.name).startsWith(stemOf(flow.name)));
  return beside.length > 0 ? longest(beside) : counted;
}

/** Some count in each page its own payments: all of those left over then make up the one flow that has none. */
function takeBySum(strays: readonly Page[], own: ReadonlyMap<Page, Page[]>): ReadonlySet<Page> {
  const sum = strays.reduce((lines, { place }) => lines + (place.ownLines ?? 0), 0);
  const fitting = [...own].filter(([flow, pages]) => pages.length === 1 && flow.place.lines === sum);
  const [only] = fitting;
  if (only === undefined || fitting.length > 1 || strays.length === 0) return new Set();
  only[1].push(...strays);
  return new Set(strays);
}

/** Of flows whose names are the beginning of one another, those with the longest. */
function longest(flows: readonly Page[]): readonly Page[] {
  const length = Math.max(...flows.map(({ place }) => place.group.length));
  return flows.filter(({ place }) => place.group.length === length);
}

/** Only letters and figures: the rest is changed by whoever saves a file. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function stemOf(name: string): string {
  return plain(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''));
}
