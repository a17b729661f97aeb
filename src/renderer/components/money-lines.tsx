import type { Output } from '../../shared/contract/api.ts';
import { provvisorioLabels } from '../../shared/wording/labels.ts';
import { euro, italianDay } from '../../shared/wording/figures.ts';
import { BucketBadge } from './bucket-badge.tsx';
import { Causale } from './causale.tsx';
import classes from './evidence.module.css';
import { useLinks } from './links.ts';
import { SourceLink } from './source-link.tsx';

type Line = Output<'flussi.read'>['money'][number];

/** The provvisori that bring the money, each with the line of the giornale that tells it, and how much of it is meant. */
export function MoneyLines(props: { readonly lines: readonly Line[]; readonly iuf: string | null }) {
  const { lines, iuf } = props;
  const links = useLinks();
  return (
    <ul className={classes['plainList']}>
      {lines.map((line) => (
        <li key={`${line.esercizio}/${line.numero}/${line.conto}`} className={classes['item']}>
          <div className={classes['itemHead']}>
            <a href={links.provvisorio(line)}>
              provvisorio {line.numero}/{line.esercizio}
            </a>
            <span className={`${classes['itemName']} figures`}>{sayShare(line, iuf)}</span>
          </div>
          <div className={classes['itemHead']}>
            <span className="figures">
              {italianDay(line.date)}
              {line.payer !== null && ` · ${line.payer}`}
            </span>
            {line.bucket !== 'reconciled' && (
              <BucketBadge bucket={line.bucket} label={provvisorioLabels[line.bucket]} size={15} />
            )}
          </div>
          <Causale text={line.causale} codes={[line.extraction.iuf, iuf, line.extraction.iuv]} />
          <div className={classes['soft']}>
            <SourceLink source={line.source} />
            {line.decided === 'link' && ' · abbinato a mano'}
            {line.decided === 'share' && ' · ripartito a mano'}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The whole amount, or the part of it that counts for this flusso. */
function sayShare({ cents, shares }: Line, iuf: string | null): string {
  const share = shares.find((one) => one.iuf === iuf);
  return share === undefined || share.cents === cents
    ? euro(cents)
    : `${euro(share.cents)} su ${euro(cents)}`;
}
