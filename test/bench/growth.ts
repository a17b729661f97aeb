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

const picture = join(import.meta.dirname, '../../docs/immagini/crescita.svg');

/** Draws how the import grows with the payments, from reports that `--json` printed; false when there is too little to draw. */
export function drawGrowth(files: readonly string[]): boolean {
  const points = files
    .flatMap((file) => pointOf(JSON.parse(readFileSync(file, 'utf8'))))
    .toSorted((a, b) => a.payments - b.payments);
  if (points.length < 2) return false;
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, svgOf(points));
  return true;
}

function pointOf(written: unknown): Point[] {
  const { payments, jobs } = report.parse(written);
  const figures = jobs.find(({ name }) => name === 'import')?.figures ?? [];
  const seconds = figures.find(({ what }) => what.startsWith('import and reconcile'))?.found ?? null;
  return seconds === null ? [] : [{ payments, seconds }];
}

const width = 640;
const height = 320;
const edge = 56;

/** A straight line here is work that grows as the papers do. */
function svgOf(points: readonly Point[]): string {
  const mostPayments = Math.max(...points.map(({ payments }) => payments));
  const mostSeconds = Math.max(...points.map(({ seconds }) => seconds));
  const x = (payments: number) => Math.round(edge + ((width - 2 * edge) * payments) / mostPayments);
  const y = (seconds: number) => Math.round(height - edge - ((height - 2 * edge) * seconds) / mostSeconds);
  const line = points.map(({ payments, seconds }) => `${x(payments)},${y(seconds)}`).join(' ');
  const marks = points.map(
    ({ payments, seconds }) =>
      `<circle cx="${x(payments)}" cy="${y(seconds)}" r="4" fill="#0b57ad"/>` +
      `<text x="${x(payments)}" y="${y(seconds) - 10}" text-anchor="middle">${seconds.toFixed(1).replace('.', ',')} s</text>` +
      `<text x="${x(payments)}" y="${height - edge + 20}" text-anchor="middle">${payments.toLocaleString('it-IT')}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    '<title>Importazione e riconciliazione: secondi per numero di pagamenti</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<path d="M${edge} ${edge / 2}V${height - edge}H${width - edge / 2}" fill="none" stroke="#8a96a5"/>`,
    `<polyline points="${x(0)},${y(0)} ${line}" fill="none" stroke="#0b57ad" stroke-width="2"/>`,
    ...marks,
    `<text x="${width / 2}" y="${height - 12}" text-anchor="middle">pagamenti</text>`,
    '</svg>',
    '',
  ].join('\n');
}
