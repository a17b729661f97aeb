import { IconListDetails } from '@tabler/icons-react';
import type { Input } from '../../../shared/contract/api.ts';
import type { TrailDetails } from '../../../shared/domain/trail.ts';
import { sayMoment } from '../../../shared/wording/figures.ts';
import { hostLabels, sayDetails, trailLabels } from '../../../shared/wording/trail.ts';
import { Empty } from '../../components/empty.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFileName } from '../../components/personal.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useApi } from '../../state/api.tsx';
import { useLongList } from '../../state/use-long-list.ts';
import classes from './operazioni.module.css';

const pageSize = 100;

/** An import bears the moment at which it was made. */
const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What stands beside already is not said once more. */
function withoutSubject(details: TrailDetails, subject: string): TrailDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== subject));
}

/** The entries, newest first, read on as far as somebody wants. */
export function TrailList({ filter }: { readonly filter: NonNullable<Input<'trail.list'>['filter']> }) {
  const { link } = useApi();
  const shownName = useFileName();
  const list = useLongList(JSON.stringify(filter), (after) =>
    link.call('trail.list', { filter, after, limit: pageSize }),
  );
  const { rows, goesOn, loading, more, first, problem } = list;
  if (first) return <div aria-busy="true" className={classes['waiting']} />;
  return (
    <>
      <ProblemNotice problem={problem} again={more} />
      {rows.length === 0 && problem === null ? (
        <Empty icon={IconListDetails} title="Nessuna operazione in questo periodo">
          Allargare il periodo, o scegliere «Tutte le operazioni».
        </Empty>
      ) : (
        <div
          className={classes['frame']}
          aria-busy={loading}
          tabIndex={0}
          role="region"
          aria-label="Operazioni"
        >
          <table className={`plain-table ${classes['table']}`}>
            <thead>
              <tr>
                <th scope="col">N.</th>
                <th scope="col">Quando</th>
                <th scope="col">Chi</th>
                <th scope="col">Operazione</th>
                <th scope="col">Su che cosa</th>
                <th scope="col">Dettagli</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ seq, at, user, host, program, operation, subject, details, hash }) => (
                <tr key={seq} data-alarm={operation === 'trail-cut'}>
                  <td className="figures">{seq}</td>
                  <td className={`figures ${classes['when']}`}>{sayMoment(at)}</td>
                  <td title={`Tre Pallini ${program}`}>
                    {user}
                    <span className={classes['soft']}>{hostLabels[host]}</span>
                  </td>
                  <th scope="row">{trailLabels[operation]}</th>
                  <td className={classes['subject']}>
                    {shownName(isMoment.test(subject) ? sayMoment(subject) : subject)}
                  </td>
                  <td className={classes['details']} title={`Impronta ${hash}`}>
                    {shownName(sayDetails(withoutSubject(details, subject)))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton goesOn={goesOn} loading={loading} onMore={more} label="Mostra operazioni più vecchie" />
    </>
  );
}
