import { Skeleton } from '@mantine/core';
import { euro } from '../../../shared/wording/figures.ts';
import classes from '../../components/evidence.module.css';
import { Section } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';
import { Pallini } from '../../components/pallino.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { Iuv } from '../../components/personal.tsx';

const shown = 5;

/** The first payments of a flusso, and the way to all of them. */
export function FlussoPayments({ iuf }: { readonly iuf: string }) {
  const { value } = useQuestion('payments.list', { filter: { iuf }, limit: shown });
  const links = useLinks();
  return (
    <Section title="I suoi pagamenti" aside={<a href={links.paymentsOfIuf(iuf)}>Vedi tutti</a>}>
      {value === null ? (
        <Skeleton height={120} />
      ) : value.rows.length === 0 ? (
        <p className={classes['sentence']}>Il flusso non ha pagamenti.</p>
      ) : (
        <table className={classes['mini']}>
          <thead>
            <tr>
              <th scope="col">Pallini</th>
              <th scope="col">IUV</th>
              <th scope="col">Debitore</th>
              <th scope="col">Importo</th>
            </tr>
          </thead>
          <tbody>
            {value.rows.map((payment) => (
              <tr key={`${payment.iuv}/${payment.index}/${payment.iur}`}>
                <td>
                  <Pallini dots={payment.dots} size={15} />
                </td>
                <td>
                  <a href={links.payment(payment)}>
                    <Iuv text={payment.iuv} />
                  </a>
                </td>
                <td>{payment.debtor?.name}</td>
                <td className="figures">{euro(payment.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
