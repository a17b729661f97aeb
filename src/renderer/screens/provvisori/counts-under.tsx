import type { Output } from '../../../shared/contract/api.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import { BucketBadge } from '../../components/bucket-badge.tsx';
import classes from '../../components/evidence.module.css';
import { Code, Section } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';
import { Iuv } from '../../components/personal.tsx';

type Card = Output<'provvisori.read'>;

/** The flussi whose money this is, how much of each, and what is left over. */
export function CountsUnder({ card: { shares, remainderCents, provvisorio } }: { readonly card: Card }) {
  const links = useLinks();
  if (shares.length === 0 && provvisorio.extraction.kind !== 'iuv') return null;
  return (
    <Section
      title="Per che cosa conta"
      aside={<a href={links.paymentsOfProvvisorio(provvisorio)}>Vedi i pagamenti</a>}
    >
      {shares.length === 0 ? (
        <p className={classes['sentence']}>
          Il solo pagamento con IUV <Iuv text={provvisorio.extraction.iuv ?? ''} />.
        </p>
      ) : (
        <ul className={classes['plainList']}>
          {shares.map((share) => (
            <ShareLine key={share.iuf} share={share} whole={provvisorio.cents} />
          ))}
        </ul>
      )}
      {remainderCents > 0 && (
        <p className={classes['rivals']}>Restano {euro(remainderCents)} di cui dire di che flusso sono.</p>
      )}
      {provvisorio.decided === 'link' && <div className={classes['soft']}>Abbinato a mano.</div>}
      {provvisorio.decided === 'share' && <div className={classes['soft']}>Ripartito a mano.</div>}
    </Section>
  );
}

function ShareLine(props: { readonly share: Card['shares'][number]; readonly whole: number }) {
  const { share, whole } = props;
  const { iuf, cents, flusso } = share;
  const links = useLinks();
  const part = cents > 0 && cents !== whole ? `quota di ${euro(cents)} su ${euro(whole)}` : null;
  if (flusso === null || !flusso.imported)
    return (
      <li className={classes['item']}>
        Il flusso <Code text={iuf} href={links.flusso(iuf)} />, che non è stato importato
        {part !== null && `: ${part}`}.
      </li>
    );
  return (
    <li className={classes['item']}>
      <div className={classes['itemHead']}>
        <Code text={iuf} href={links.flusso(iuf)} />
        <span className={`${classes['itemName']} figures`}>{euro(flusso.cents)}</span>
      </div>
      <div className={classes['itemHead']}>
        <BucketBadge bucket={flusso.bucket} label={flowLabels[flusso.bucket]} size={15} />
        <span className="figures">
          {many(flusso.rows, 'pagamento', 'pagamenti')} · ricevuti {euro(flusso.receivedCents)}
        </span>
      </div>
      {part !== null && <div className={`${classes['soft']} figures`}>{part}</div>}
    </li>
  );
}
