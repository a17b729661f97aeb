import { useCallback, useMemo } from 'react';
import { many, euro } from '../../../shared/wording/figures.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { nameOfPayment, paymentNamed } from '../../components/list-ask.ts';
import { ListScreen } from '../../components/list-screen.tsx';
import type { PageRequest } from '../../components/table/row-window.ts';
import { useDocumentName } from '../../components/use-document-name.ts';
import { useListView } from '../../components/use-list-view.ts';
import { useServices } from '../../components/use-services.ts';
import { useApi } from '../../state/api.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { paymentChips } from './chips.ts';
import { NameChoices, StatusChoices } from './choices.tsx';
import { paymentColumns, type Payment } from './columns.tsx';
import { PaymentCard } from './payment-card.tsx';
import { paymentReading } from './reading.ts';
import { Iuv } from '../../components/personal.tsx';

/** Every payment with its three dots. */
export function PagamentiScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { link } = useApi();
  const view = useListView('pagamenti', ask, paymentReading);
  const { filter, sort, setFilter } = view;
  const { settings, serviceName } = useServices();
  const documentName = useDocumentName(filter.document);
  const count = useQuestion('payments.count', { filter });
  const columns = useMemo(() => paymentColumns(serviceName, setFilter), [serviceName, setFilter]);
  const load = useCallback(
    (request: PageRequest, signal: AbortSignal) =>
      link.call('payments.list', { filter, sort, ...request }, { signal }),
    [link, filter, sort],
  );
  const chips = paymentChips(filter, serviceName, documentName);
  return (
    <ListScreen
      id="pagamenti"
      title="Pagamenti"
      lead="Ogni pagamento con i suoi tre pallini: pagato, rendicontato, riconciliato."
      view={view}
      reading={paymentReading}
      columns={columns}
      load={load}
      keyOf={nameOfPayment}
      centsOf={centsOf}
      total={count.value?.count ?? null}
      summary={
        count.value === null
          ? 'Si contano i pagamenti…'
          : `${many(count.value.count, 'pagamento', 'pagamenti')} · ${euro(count.value.cents)}`
      }
      searchFor="IUV, avviso, nome, codice fiscale, importo, causale"
      dayName="Pagato"
      chips={chips}
      choices={() => <StatusChoices filter={filter} onChange={setFilter} />}
      asideChoices={() => (
        <NameChoices filter={filter} settings={settings} serviceName={serviceName} onChange={setFilter} />
      )}
      empty={<EmptyList view={view} chips={chips.length} what="pagamenti" />}
      cardKind="Pagamento"
      cardTitle={(key) => <Iuv text={paymentNamed(key)?.iuv ?? key} />}
      card={(key) => <PaymentCard name={key} />}
    />
  );
}

const centsOf = (payment: Payment): number => payment.cents;
