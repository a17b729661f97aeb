import { statuses } from '../../../shared/domain/verdict.ts';
import { statusLabels } from '../../../shared/wording/labels.ts';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { ServiceChoices } from '../../components/service-choices.tsx';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import type { PaymentFilter } from './reading.ts';

interface Choosing {
  readonly filter: PaymentFilter;
  readonly onChange: (part: Partial<PaymentFilter>) => void;
}

/** The statuses, with how many payments have each; counted only while they are shown. */
export function StatusChoices({ filter, onChange }: Choosing) {
  const counts = useQuestion('dashboard.read', {}).value?.byStatus;
  return (
    <FilterChoices
      legend="Stato"
      // Those that nobody has say nothing, unless they are asked for.
      names={statuses.filter(
        (status) => counts === undefined || counts[status].count > 0 || filter.statuses.includes(status),
      )}
      label={(status) => statusLabels[status]}
      chosen={filter.statuses}
      count={(status) => counts?.[status].count}
      onChange={(chosen) => onChange({ statuses: chosen })}
    />
  );
}

/** The services and the other partners that the office named. */
export function NameChoices({ filter, onChange }: Choosing) {
  const { settings } = useServices();
  const partners = [...new Set((settings?.altriPartner ?? []).map(({ nome }) => nome))];
  return (
    <>
      <ServiceChoices chosen={filter.services} onChange={onChange} />
      {partners.length > 0 && (
        <FilterChoices
          legend="Altro Partner Tecnologico"
          names={partners}
          label={(name) => name}
          chosen={filter.partners}
          onChange={(chosen) => onChange({ partners: chosen })}
        />
      )}
    </>
  );
}
