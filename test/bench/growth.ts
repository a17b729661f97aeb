import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const report = z.object({
  payments: z.number(),
  jobs: z.array(
    z.object({
      name: z.string(),
      figures: z.array(z.object({ what: z.string(), unit: z.string(), found: z.number().nullable() })),
    }),
  ),
});

interface Point {
  readonly payments: number;
  readonly seconds: number;
}

/** What is drawn: which figure of which job, in which colour, under which words. */
const lines = [
  {
    job: 'import',
    figure: 'import and reconcile',
    colour: '#0b57ad',
    words: 'importare e riconciliare',
    below: false,
  },
  {
    job: 'match',
    figure: 'matched from scratch',
    colour: '#8a4b00',
    words: 'riconciliare da capo',
    below: true,
  },
  {
    job: 'import',
    figure: 'one more day: the whole command',
    colour: '#1f7a3d',
    words: 'un giorno in più',
    below: true,
  },
] as const;

const picture = join(import.meta.dirname, '../../docs/immagini/crescita.svg');

/** Draws how the work grows with the payments, from reports that `--json` printed; false when there is too little to draw. */
export function drawGrowth(files: readonly string[]): boolean {
  const reports = files.map((file) => report.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const drawn = lines
    .map((line) => ({ ...line, points: pointsOf(reports, line) }))
    .filter(({ points }) => points.length > 1);
  if (drawn.length === 0) return false;
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, svgOf(drawn));
  return true;
}

function pointsOf(
  reports: readonly z.infer<typeof report>[],
  { job, figure }: (typeof lines)[number],
): readonly Point[] {
  return reports
    .flatMap(({ payments, jobs }): Point[] => {
      const figures = jobs.find(({ name }) => name === job)?.figures ?? [];
      const seconds = figures.find(({ what }) => what.startsWith(figure))?.found ?? null;
      return seconds === null ? [] : [{ payments, seconds }];
    })
    .toSorted((a, b) => a.payments - b.payments);
}

const width = 720;
const height = 420;
const left = 64;
const right = 48;
const top = 40;
const bottom = 56;

type Drawn = (typeof lines)[number] & { readonly points: readonly Point[] };

/** Both axes by powers of ten: work that grows as the papers do is parallel to the dotted line. */
function svgOf(drawn: readonly Drawn[]): string {
  const all = drawn.flatMap(({ points }) => points);
  const across = span(all.map(({ payments }) => payments));
  const up = span(all.map(({ seconds }) => seconds));
  const x = (payments: number) => place(payments, across, left, width - right);
  const y = (seconds: number) => place(seconds, up, height - bottom, top);
  const steps = Math.min(across.to - across.from, up.to - up.from);
  const even = `${x(10 ** across.from)},${y(10 ** up.from)} ${x(10 ** (across.from + steps))},${y(10 ** (up.from + steps))}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    '<title>Secondi per numero di pagamenti</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...powers(up).map(
      (power) =>
        `<path d="M${left} ${y(10 ** power)}H${width - right}" stroke="#dde3ea"/>` +
        `<text x="${left - 8}" y="${y(10 ** power) + 4}" text-anchor="end">${number(10 ** power)} s</text>`,
    ),
    ...powers(across).map(
      (power) =>
        `<path d="M${x(10 ** power)} ${top}V${height - bottom}" stroke="#dde3ea"/>` +
        `<text x="${x(10 ** power)}" y="${height - bottom + 20}" text-anchor="middle">${number(10 ** power)}</text>`,
    ),
    `<polyline points="${even}" fill="none" stroke="#8a96a5" stroke-dasharray="3 5"/>`,
    ...drawn.map(lineOf(x, y)),
    ...drawn.map(
      ({ colour, words }, n) =>
        `<text x="${left + n * 210}" y="22" fill="${colour}" font-weight="bold">${words}</text>`,
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">pagamenti</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function lineOf(x: (payments: number) => number, y: (seconds: number) => number) {
  return ({ colour, points, below }: Drawn): string => {
    const at = points.map(({ payments, seconds }) => ({ x: x(payments), y: y(seconds), seconds }));
    return [
      `<polyline points="${at.map((one) => `${one.x},${one.y}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...at.map(
        (one, n) =>
          `<circle cx="${one.x}" cy="${one.y}" r="4" fill="${colour}"/>` +
          // The first would stand upon the axis.
          `<text x="${n === 0 ? one.x + 8 : one.x}" y="${below ? one.y + 20 : one.y - 10}" text-anchor="${n === 0 ? 'start' : 'middle'}" fill="${colour}">${number(one.seconds)} s</text>`,
      ),
    ].join('');
  };
}

/** The powers of ten around some figures. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function span(figures: readonly number[]): Span {
  return {
    from: Math.floor(Math.log10(Math.min(...figures))),
    to: Math.ceil(Math.log10(Math.max(...figures))),
  };
}

function powers({ from, to }: Span): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

function place(figure: number, { from, to }: Span, first: number, last: number): number {
  return Math.round(first + ((Math.log10(figure) - from) / (to - from)) * (last - first));
}

function number(figure: number): string {
  return figure.toLocaleString('it-IT', { maximumSignificantDigits: 2 });
}
