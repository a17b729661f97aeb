import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconArrowsExchange, IconBuildingBank, IconFileInvoice, IconReceipt2 } from '@tabler/icons-react';
import { euro, italianDay } from '../../shared/wording/figures.ts';
import { flowLabels, positionLabels, provvisorioLabels, statusLabels } from '../../shared/wording/labels.ts';
import { useLinks } from '../components/links.ts';
import { useQuestion } from '../state/use-question.ts';
import { mask } from '../../shared/domain/masked.ts';
import { usePrivacy } from '../state/privacy.tsx';

const fewestLetters = 3;
const shown = 3;
const icon = { size: 20, stroke: 1.7, 'aria-hidden': true } as const;

/** The first things of the ledger in which the wanted text occurs; each opens its card. */
export function PaletteHits({ wanted }: { readonly wanted: string }) {
  const links = useLinks();
  const { sharing } = usePrivacy();
  const shownCode = (text: string): string => (sharing ? mask('codice', text) : text);
  const [search] = useDebouncedValue(wanted, 200);
  const input = search.length < fewestLetters ? null : { filter: { search }, limit: shown };
  const payments = useQuestion('payments.list', input).value?.rows ?? [];
  const flussi = useQuestion('flussi.list', input).value?.rows ?? [];
  const provvisori = useQuestion('provvisori.list', input).value?.rows ?? [];
  const positions = useQuestion('positions.list', input).value?.rows ?? [];
  const found = payments.length + flussi.length + provvisori.length + positions.length;
  // What was found for the text before this one would only jump away under the hand.
  if (search !== wanted || found === 0) return null;

  return (
    <Spotlight.ActionsGroup label="Nel registro">
      {payments.map((payment) => (
        <Hit
          key={`pagamento ${payment.iuv} ${payment.index} ${payment.iur}`}
          icon={<IconReceipt2 {...icon} />}
          label={`Pagamento ${shownCode(payment.iuv)}`}
          about={[
            euro(payment.cents),
            italianDay(payment.paidOn),
            payment.debtor?.name,
            statusLabels[payment.status],
          ]}
          href={links.payment(payment)}
        />
      ))}
      {flussi.map(({ iuf, cents, date, bucket }) => (
        <Hit
          key={`flusso ${iuf}`}
          icon={<IconArrowsExchange {...icon} />}
          label={`Flusso ${iuf}`}
          about={[euro(cents), italianDay(date), flowLabels[bucket]]}
          href={links.flusso(iuf)}
        />
      ))}
      {provvisori.map((provvisorio) => (
        <Hit
          key={`provvisorio ${provvisorio.esercizio} ${provvisorio.numero} ${provvisorio.conto}`}
          icon={<IconBuildingBank {...icon} />}
          label={`Provvisorio ${provvisorio.numero}/${provvisorio.esercizio}`}
          about={[
            euro(provvisorio.cents),
            italianDay(provvisorio.date),
            provvisorioLabels[provvisorio.bucket],
          ]}
          href={links.provvisorio(provvisorio)}
        />
      ))}
      {positions.map(({ key, iuv, iud, cents, dueDay, debtor, status }) => (
        <Hit
          key={`posizione ${key}`}
          icon={<IconFileInvoice {...icon} />}
          label={`Posizione ${shownCode(iuv ?? iud ?? '')}`}
          about={[euro(cents), italianDay(dueDay), debtor.name, positionLabels[status]]}
          href={links.position(key)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Hit(props: {
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly about: readonly (string | null | undefined)[];
  readonly href: string;
}) {
  const { icon: leftSection, label, about, href } = props;
  return (
    <Spotlight.Action
      label={label}
      description={about.filter((part) => typeof part === 'string' && part !== '').join(' · ')}
      leftSection={leftSection}
      onClick={() => {
        window.location.hash = href;
      }}
    />
  );
}
