import type { FlowAnomaly } from './document.ts';
import type { FlussoHeader, RigaFlusso } from './flusso.ts';

/** A row whose index had to be found, or that repeats another one of the same flusso. */
export interface RowCorrection {
  /** 1-based position among the rows. */
  readonly row: number;
  readonly index: number;
  readonly duplicate: boolean;
}

export interface FlowTally {
  readonly anomalies: readonly FlowAnomaly[];
  readonly corrections: readonly RowCorrection[];
  /** How many rows had no index of their own. */
  readonly withoutIndex: number;
}

export interface FlowCounter {
  add(riga: RigaFlusso): void;
  finish(): FlowTally;
}

const knownEsiti: ReadonlySet<number> = new Set([0, 3, 4, 8, 9]);
const revoked = 3;
const enoughAnomalies = 100;

/**
 * Adds up the rows of a flusso as they come and compares them with what its header declares. A revoked row may
 * be written with its sign, with the opposite one, or be left out of the total: any of the three adds up.
 */
export function createFlowCounter(header: FlussoHeader): FlowCounter {
  const used = new Map<string, string>();
  const corrections: RowCorrection[] = [];
  const anomalies: FlowAnomaly[] = [];
  let count = 0;
  let cents = 0;
  let revokedCents = 0;
  let withoutIndex = 0;
  const noted = new Map<string, number>();
  const lastFree = new Map<string, number>();

  /** A file may have as many anomalies as rows: the first ones tell what is wrong with it. */
  function note(anomaly: FlowAnomaly): void {
    const times = (noted.get(anomaly.code) ?? 0) + 1;
    noted.set(anomaly.code, times);
    if (times <= enoughAnomalies) anomalies.push(anomaly);
  }

  /** Goes on from the last one it found: a file may repeat one row ten thousand times. */
  function nextFree(riga: RigaFlusso, from: number): number {
    const payment = `${riga.iuv}|${riga.iur}`;
    let index = Math.max(from, lastFree.get(payment) ?? 0);
    while (used.has(keyOf(riga, index))) index += 1;
    lastFree.set(payment, index);
    return index;
  }

  return {
    add(riga) {
      count += 1;
      cents += riga.cents;
      if (riga.esito === revoked) revokedCents += riga.cents;
      if (!knownEsiti.has(riga.esito)) note({ code: 'unknown-esito', row: count, esito: riga.esito });
      if (riga.index === null) withoutIndex += 1;
      const content = `${riga.cents}|${riga.esito}|${riga.date}`;
      const index = riga.index ?? 1;
      const same = used.get(keyOf(riga, index));
      if (same === undefined) {
        used.set(keyOf(riga, index), content);
        return;
      }
      const duplicate = riga.index !== null && same === content;
      if (riga.index !== null) note({ code: 'duplicate-row', row: count });
      const free = duplicate ? index : nextFree(riga, index);
      if (!duplicate) used.set(keyOf(riga, free), content);
      corrections.push({ row: count, index: free, duplicate });
    },
    finish() {
      if (count === 0) anomalies.unshift({ code: 'no-rows' });
      else if (count !== header.declaredCount)
        anomalies.unshift({ code: 'count-differs', declared: header.declaredCount, found: count });
      const acceptable = [cents, cents - revokedCents, cents - 2 * revokedCents];
      if (!acceptable.includes(header.declaredCents))
        anomalies.unshift({ code: 'total-differs', declaredCents: header.declaredCents, foundCents: cents });
      return { anomalies, corrections, withoutIndex };
    },
  };
}

/** Anomalies of the whole flusso, beside those of a single row: with one of these its total proves nothing. */
export function isAnomalous(anomalies: readonly FlowAnomaly[]): boolean {
  return anomalies.some((anomaly) => anomaly.code !== 'unknown-esito');
}

function keyOf(riga: RigaFlusso, index: number): string {
  return `${index}|${riga.iuv}|${riga.iur}`;
}
