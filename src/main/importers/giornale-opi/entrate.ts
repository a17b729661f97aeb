import type { Movimento } from '../../../shared/domain/movimento.ts';

/**
 * The money that came into a conto, counted in each of the ways in which banks may count it: no rule says
 * whether a storno or a regularised sospeso is inside `totale_entrate_conto_evidenza`.
 */
export class Entrate {
  /** Every line as it is. */
  all = 0;
  #executed = 0;
  #reversed = 0;
  #regularised = 0;
  #restored = 0;

  add({ verso, operazione, cents }: Movimento): void {
    if (verso !== 'ENTRATA') return;
    this.all += cents;
    switch (operazione) {
      case 'ESEGUITO':
        this.#executed += cents;
        break;
      case 'STORNATO':
        this.#reversed += cents;
        break;
      case 'REGOLARIZZATO':
        this.#regularised += cents;
        break;
      case 'RIPRISTINATO':
        this.#restored += cents;
        break;
    }
  }

  addAll(other: Entrate): void {
    this.all += other.all;
    this.#executed += other.#executed;
    this.#reversed += other.#reversed;
    this.#regularised += other.#regularised;
    this.#restored += other.#restored;
  }

  /** True when one of the ways of counting gives the stated total. */
  canBe(statedCents: number): boolean {
    const net = this.#executed - this.#reversed;
    const covered = this.#regularised - this.#restored;
    return [this.all, this.#executed, net, net - covered, net + covered].includes(statedCents);
  }
}
