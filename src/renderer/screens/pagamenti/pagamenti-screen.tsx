import { useMemo } from 'react';
import { many, euro } from '../../../shared/wording/figures.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { nameOfPayment, paymentNamed } from '../../components/list-ask.ts';
import { ListScreen } from '../../components/list-screen.tsx';
import { useList, type ListOf } from '../../components/use-list.ts';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import { paymentChips } from './chips.ts';
import { NameChoices, StatusChoices } from './choices.tsx';
import { paymentColumns, type Payment } from './columns.tsx';
import { PaymentCard } from './payment-card.tsx';
import { paymentReading, type PaymentFilter, type PaymentSort } from './reading.ts';
import { Iuv } from '../../components/personal.tsx';

const payments: ListOf<Payment, PaymentFilter, PaymentSort> = {
  screen: 'pagamenti',
  reading: paymentReading,
  page: (link, asked, options) => link.call('payments.list', asked, options),
};

/** Every payment with its three dots. */
export function PagamentiScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const list = useList(payments, ask);
  const { filter, setFilter } = list.view;
  const { serviceName } = useServices();
  const count = useQuestion('payments.count', { filter });
  const columns = useMemo(() => paymentColumns(serviceName, setFilter), [serviceName, setFilter]);
  const chips = paymentChips(filter, serviceName, list.documentName);
  return (
    <ListScreen
      list={list}
      title="Pagamenti"
      lead="Ogni pagamento con i suoi tre pallini: pagato, rendicontato, riconciliato."
      columns={columns}
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
      asideChoices={() => <NameChoices filter={filter} onChange={setFilter} />}
      empty={<EmptyList view={list.view} chips={chips.length} what="pagamenti" />}
      cardKind="Pagamento"
      cardTitle={(key) => <Iuv text={paymentNamed(key)?.iuv ?? key} />}
      card={(key) => <PaymentCard name={key} />}
    />
  );
}

const centsOf = (payment: Payment): number => payment.cents;
