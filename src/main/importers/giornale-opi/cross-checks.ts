import type { DocumentWarning } from '../../../shared/domain/document.ts';
import type { Movimento } from '../../../shared/domain/movimento.ts';
import { Entrate } from './entrate.ts';
import { brokenIdentities, contoIdentities, flowIdentities, type Totals } from './identities.ts';

interface Conto {
  readonly name: string;
  readonly entrate: Entrate;
  totals: Totals;
  /** False after a refused line, whose amount nobody knows. */
  complete: boolean;
}

// Real giornali have a few; beyond this the checks would cost more than they tell.
const mostConti = 10_000;

/** Gathers the stated totals of a giornale while it is read, and compares them at the end. They never block. */
export class CrossChecks {
  readonly #conti: Conto[] = [];
  readonly #flowTotals: Totals[] = [];
  #hasMoney = false;

  beginConto(): void {
    this.#conti.push({ name: '', entrate: new Entrate(), totals: new Map(), complete: true });
    if (this.#conti.length > mostConti) this.#conti.length = 0;
  }

  movimento(movimento: Movimento): void {
    if (movimento.cents !== 0) this.#hasMoney = true;
    this.#conti.at(-1)?.entrate.add(movimento);
  }

  refusedMovimento(): void {
    const conto = this.#conti.at(-1);
    if (conto !== undefined) conto.complete = false;
  }

  endConto(name: string, totals: Totals): void {
    const conto = this.#conti.pop();
    if (conto !== undefined) this.#conti.push({ ...conto, name, totals });
  }

  endPage(totals: Totals): void {
    this.#flowTotals.push(totals);
  }

  /** What disagrees. `whole` is false while pages are missing: the totals of the flow cover them all. */
  warnings(whole: boolean): readonly DocumentWarning[] {
    const stated = [...this.#flowTotals, ...this.#conti.map(({ totals }) => totals)];
    const amounts = stated.flatMap((totals) => [...totals.values()]);
    if (this.#hasMoney && amounts.length > 0 && amounts.every((cents) => cents === 0))
      return [{ code: 'all-totals-zero' }];
    const warnings = this.#conti.flatMap(({ totals }) => brokenIdentities(totals, contoIdentities));
    if (!whole) return warnings;
    warnings.push(...this.#wrongEntrate());
    for (const totals of this.#flowTotals) warnings.push(...brokenIdentities(totals, flowIdentities));
    const once = new Map(warnings.map((warning) => [JSON.stringify(warning), warning]));
    return [...once.values()];
  }

  /** A conto may go on over several pages, with totals of the page or of the whole: either is right. */
  #wrongEntrate(): DocumentWarning[] {
    const field = 'totale_entrate_conto_evidenza';
    const byName = new Map<string, Entrate>();
    for (const { name, entrate } of this.#conti) {
      const together = byName.get(name) ?? new Entrate();
      together.addAll(entrate);
      byName.set(name, together);
    }
    const warnings: DocumentWarning[] = [];
    const incomplete = new Set(this.#conti.filter(({ complete }) => !complete).map(({ name }) => name));
    for (const { name, entrate, totals } of this.#conti) {
      const statedCents = totals.get(field);
      if (statedCents === undefined || incomplete.has(name) || entrate.canBe(statedCents)) continue;
      const together = byName.get(name) ?? entrate;
      if (together.canBe(statedCents)) continue;
      warnings.push({ code: 'totals-disagree', field, statedCents, foundCents: together.all });
    }
    return warnings;
  }
}
