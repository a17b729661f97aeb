import { sumCents, type Cents } from '../../../shared/domain/euro.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, type Check } from '../check.ts';
import type { Layout } from '../table/layout.ts';
import type { TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  iud: { headers: ['Posizione debitoria esterna'], required: true },
  total: { headers: ['Importo totale da pagare'], required: true },
  dueDay: { headers: ['Data scadenza'], required: true },
  causale: { headers: ['Descrizione Causale Versamento'], required: true },
  rata: { headers: ['Descrizione rata'] },
  amount1: { headers: ['Importo componente 1'] },
  amount2: { headers: ['Importo componente 2'] },
  amount3: { headers: ['Importo componente 3'] },
  amount4: { headers: ['Importo componente 4'] },
  amount5: { headers: ['Importo componente 5'] },
  category1: { headers: ['Dati specifici riscossione 1'] },
  category2: { headers: ['Dati specifici riscossione 2'] },
  category3: { headers: ['Dati specifici riscossione 3'] },
  category4: { headers: ['Dati specifici riscossione 4'] },
  category5: { headers: ['Dati specifici riscossione 5'] },
  debtorCode: { headers: ['Codice fiscale o Partita Iva del soggetto debitore'], required: true },
  debtorName: { headers: ['Anagrafica debitore', 'Cognome debitore'] },
} satisfies Layout<string>;

type Key = keyof typeof layout;

const amounts = ['amount1', 'amount2', 'amount3', 'amount4', 'amount5'] as const;
const categories = ['category1', 'category2', 'category3', 'category4', 'category5'] as const;

/** The positions that PiemontePay takes: amounts in cents, up to five components, no IUV yet. `docs/formati/posizioni-piemonte.md` */
export const posizioniPiemonte = tableImporter<Key>({
  name: 'posizioni-piemonte',
  kind: 'posizioni',
  layout,
  reader: () => ({
    row(record, check) {
      const iud = check.text(record.get('iud'));
      const cents = toTotal(record, check);
      const dueDay = check.optionalItalianDay(record.get('dueDay'));
      if (check.problem !== null || iud === null || cents === null) return fail(check.known());
      const texts = [record.get('causale'), record.get('rata')].flatMap((field) => optionalText(field) ?? []);
      const categoriesTold = new Set(categories.flatMap((key) => optionalText(record.get(key)) ?? []));
      const [category] = categoriesTold;
      const posizione = {
        iud,
        iuv: null,
        noticeNumber: null,
        debtor: {
          codiceFiscale: optionalText(record.get('debtorCode')),
          name: optionalText(record.get('debtorName')),
        },
        tipoDovuto: null,
        description: texts.length === 0 ? null : texts.join(', '),
        // Of a position with several accounting codes none is that of the whole.
        category: categoriesTold.size === 1 ? (category ?? null) : null,
        cents,
        dueDay,
        action: 'keep' as const,
      };
      return ok([{ type: 'posizione', posizione }]);
    },
  }),
});

/** The components, where there are any, must add up to the total: PiemontePay refuses the row as well. */
function toTotal(record: TableRecord<Key>, check: Check): Cents | null {
  const total = check.wholeCents(record.get('total'));
  const parts = amounts
    .map((key) => record.get(key))
    .filter((field) => optionalText(field) !== null)
    .map((field) => check.wholeCents(field));
  if (total === null || parts.length === 0) return total;
  const sum = sumCents(parts.flatMap((part) => part ?? []));
  return sum === total ? total : check.refuse('invalid-amount', record.get('total'));
}
