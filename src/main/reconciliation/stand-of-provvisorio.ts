import { byText } from '../../shared/domain/order.ts';
import type { TipoOperazione } from '../../shared/domain/movimento.ts';

/** One version of the line that brought the money. */
export interface SospesoVersion {
  readonly cents: number;
  readonly createdAt: string;
  readonly digest: string;
}

/** A line that changes how a provvisorio stands; the same line told by two documents counts once. */
export interface SospesoEvent {
  /** The page that tells it: a document, or one page of a giornale in several. */
  readonly page: string;
  readonly operazione: TipoOperazione;
  /** Null: as much as there is. */
  readonly cents: number | null;
  readonly digest: string;
}

export interface Stand {
  /** How much the bank called back, never more than there was. */
  readonly stornedCents: number;
  /** How much of the rest is covered by reversali. */
  readonly regularisedCents: number;
  readonly state: 'open' | 'partly-regularised' | 'regularised' | 'cancelled';
}

/**
 * Which version of a line counts: that of the file made later; between files of the same moment the greater
 * digest, so that the order in which they were imported decides nothing.
 */
export function newest<T extends SospesoVersion>(versions: readonly T[]): T | undefined {
  if (versions.length <= 1) return versions[0];
  return versions.toSorted((a, b) => byText(b.createdAt, a.createdAt) || byText(b.digest, a.digest))[0];
}

/**
 * How a provvisorio of `cents` stands after its storni, its regolarizzazioni and the reversali that name it.
 * The bank tells one cover twice, as a line of the sospeso and as a line of the reversale: the greater counts.
 */
export function standOf(
  cents: number,
  events: readonly SospesoEvent[],
  coperture: readonly SospesoEvent[],
): Stand {
  // Nearly all of them.
  if (events.length === 0 && coperture.length === 0)
    return { stornedCents: 0, regularisedCents: 0, state: stateOf(cents, 0) };
  const counted = countOnce(events);
  const stornedCents = clamp(sumOf(counted, 'STORNATO', cents), cents);
  const rest = cents - stornedCents;
  const covered = Math.max(sumOf(counted, 'REGOLARIZZATO', rest), coveredByReversali(coperture, rest));
  const regularisedCents = clamp(covered - sumOf(counted, 'RIPRISTINATO', rest), rest);
  return { stornedCents, regularisedCents, state: stateOf(rest, regularisedCents) };
}

function stateOf(rest: number, regularised: number): Stand['state'] {
  if (rest <= 0) return 'cancelled';
  if (regularised >= rest) return 'regularised';
  return regularised > 0 ? 'partly-regularised' : 'open';
}

function coveredByReversali(coperture: readonly SospesoEvent[], rest: number): number {
  return countOnce(coperture).reduce((sum, line) => {
    const cents = Math.abs(line.cents ?? rest);
    const undone = line.operazione === 'STORNATO' || line.operazione === 'RIPRISTINATO';
    return sum + (undone ? -cents : cents);
  }, 0);
}

/**
 * Giornali overlap: the same line comes again in the next file, or on the next page. A page may also hold two equal
 * lines that are two events. So each line counts as often as the page that tells it most often.
 */
export function countOnce<Event extends Pick<SospesoEvent, 'page' | 'operazione' | 'digest'>>(
  events: readonly Event[],
): Event[] {
  const most = new Map<string, Event[]>();
  for (const told of Map.groupBy(events, (event) => event.page).values()) {
    for (const [digest, same] of Map.groupBy(told, (event) => `${event.operazione}|${event.digest}`)) {
      if (same.length > (most.get(digest)?.length ?? 0)) most.set(digest, same);
    }
  }
  return [...most.values()].flat();
}

/** Banks write reversals with either sign. */
function sumOf(events: readonly SospesoEvent[], operazione: TipoOperazione, whole: number): number {
  return events
    .filter((event) => event.operazione === operazione)
    .reduce((sum, event) => sum + Math.abs(event.cents ?? whole), 0);
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
