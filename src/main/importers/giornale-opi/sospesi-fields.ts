import { Refusal } from '../refusal.ts';
import { byName, clearAll, Field, type NamedText, type Shape } from '../shape.ts';

/** A provvisorio that a reversale covers, as written; OPI 1.4 does not say how much of it. */
export interface SospesoTexts {
  readonly numero: NamedText;
  readonly importo: NamedText | null;
}

// The schema allows 1,000 of them; a hostile file could name millions.
const mostSospesi = 100_000;

/** The provvisori covered by one movement: `numero_sospeso` in OPI 1.4, `sospeso` in later versions. */
export class SospesiFields {
  values: SospesoTexts[] = [];

  /** The elements that fill the list. */
  children(): Readonly<Record<string, Shape>> {
    const current = {
      numero: new Field('numero_provvisorio'),
      importo: new Field('importo_provvisorio'),
    };
    return {
      numero_sospeso: {
        text: (value) => this.#add({ numero: { name: 'numero_sospeso', value }, importo: null }),
      },
      sospeso: {
        children: byName(current),
        close: () => {
          const { numero, importo } = current;
          this.#add({
            numero: { name: numero.name, value: numero.value },
            importo: importo.value === null ? null : { name: importo.name, value: importo.value },
          });
          clearAll(current);
        },
      },
    };
  }

  clear(): void {
    if (this.values.length > 0) this.values = [];
  }

  #add(sospeso: SospesoTexts): void {
    if (this.values.length >= mostSospesi)
      throw new Refusal({ code: 'over-ceiling', ceiling: 'size', max: mostSospesi });
    this.values.push(sospeso);
  }
}
