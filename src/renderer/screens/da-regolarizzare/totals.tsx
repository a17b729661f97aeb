import { Button, Popover, UnstyledButton } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { ageLabels } from '../../../shared/wording/regularisation.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './da-regolarizzare.module.css';
import { PartsTable } from './parts.tsx';
import type { RegularisationFilter } from './reading.ts';

/** How long what is open has been, and what the rows of the list amount to for each service. */
export function Totals(props: {
  readonly count: Output<'regularisation.count'> | null;
  readonly filter: RegularisationFilter;
  readonly serviceName: (id: string) => string;
  readonly onChange: (part: Partial<RegularisationFilter>) => void;
}) {
  const { count, filter, serviceName, onChange } = props;
  if (count === null) return null;
  return (
    <div className={`${classes['totals']} figures`} role="group" aria-label="Da quanto è aperto">
      {count.byAge.map(({ age, count: rows, openCents }) => {
        const isChosen = filter.ages.includes(age);
        return (
          <UnstyledButton
            key={age}
            className={classes['age']}
            aria-pressed={isChosen}
            onClick={() => onChange({ ages: isChosen ? [] : [age] })}
          >
            <span className={classes['ageName']}>Aperti {ageLabels[age]}</span>
            <span>
              <span className={classes['ageCents']}>{euro(openCents)}</span>{' '}
              <span className={classes['soft']}>{many(rows, 'provvisorio', 'provvisori')}</span>
            </span>
          </UnstyledButton>
        );
      })}
      {count.count > 0 && (
        <Popover position="bottom-end" width={460} shadow="md" trapFocus>
          <Popover.Target>
            <Button variant="default" className={classes['services']}>
              Totali per servizio
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <div
              className={classes['servicesList']}
              role="region"
              aria-label="Totali per servizio"
              tabIndex={0}
            >
              <TotalsByService filter={filter} serviceName={serviceName} />
            </div>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

/** Asked for only when it is opened. */
function TotalsByService(props: {
  readonly filter: RegularisationFilter;
  readonly serviceName: (id: string) => string;
}) {
  const { value } = useQuestion('regularisation.totals', { filter: props.filter });
  if (value === null) return 'Si sommano le proposte…';
  return <PartsTable parts={value.parts} serviceName={props.serviceName} label="Totali per servizio" />;
}
