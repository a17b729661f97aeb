import type { OpiVersion } from '../../../shared/domain/movimento.ts';

/** Finds the version of the layout from what only some versions have: the daily date and values of `tipo_esecuzione`. */
export class VersionFinder {
  #has18 = false;
  #has171 = false;
  #has161 = false;

  see(tipoEsecuzione: string): void {
    switch (tipoEsecuzione) {
      case 'SEPA INSTANT CREDIT TRANSFER':
        this.#has18 = true;
        break;
      case 'ACCREDITO TESORERIA PROVINCIALE STATO':
      case 'ASSEGNO DI TRAENZA PER COMMUTAZIONE EX ART 219 TUEL':
        this.#has171 = true;
        break;
      // These two became one in 1.7.1.
      case 'ACCREDITO TESORERIA PROVINCIALE STATO PER TAB A':
      case 'ACCREDITO TESORERIA PROVINCIALE STATO PER TAB B':
        this.#has161 = true;
        break;
      default:
    }
  }

  /** 1.8 differs from 1.7.1 by one value only, so that without it the two cannot be told apart. */
  version(isDaily: boolean): OpiVersion {
    if (!isDaily) return '1.4';
    if (this.#has18) return '1.8';
    if (this.#has171) return '1.7.1/1.8';
    return this.#has161 ? '1.6.1' : '1.6.1+';
  }
}
