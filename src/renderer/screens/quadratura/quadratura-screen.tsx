import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useServices } from '../../components/use-services.ts';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import { useQuestion } from '../../state/use-question.ts';
import { PeriodChoice } from './period-choice.tsx';
import { periodOf, type Period } from './periods.ts';
import { QuadraturaTable } from './quadratura-table.tsx';

/** Service by service, what was due and paid in a period, and how far its money has come. */
export function QuadraturaScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger } = useApi();
  const { serviceName } = useServices();
  const about = useQuestion('about.read', {});
  const today = about.value?.today ?? null;
  const period = today === null ? null : periodOf(ask, today);
  const { value, problem } = useQuestion('quadratura.read', period && { from: period.from, to: period.to });
  const show = ({ from, to }: Period): void =>
    goTo({ ledger, screen: 'quadratura', ask: { from, to } }, true);
  return (
    <Page
      title="Quadratura"
      lead="Per ogni servizio quanto è dovuto, pagato, rendicontato, riconciliato e regolarizzato, accanto al totale del suo gestionale. Le posizioni si contano per scadenza, i pagamenti per il giorno in cui sono fatti."
    >
      {period !== null && <PeriodChoice period={period} onChange={show} />}
      <ProblemNotice problem={problem ?? about.problem} />
      {value !== null && period !== null && (
        <QuadraturaTable quadratura={value} period={period} serviceName={serviceName} />
      )}
    </Page>
  );
}
