import { NativeSelect } from '@mantine/core';
import { italianDay } from '../../../shared/wording/figures.ts';
import { TypedField } from '../../components/typed-field.tsx';
import { typedDay } from '../../components/typed-values.ts';
import { periodsOf, type Period } from './periods.ts';
import classes from './quadratura.module.css';

/** A year, a quarter, a month, or from one day to another. */
export function PeriodChoice(props: {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}) {
  const { period, onChange } = props;
  const year = Number(period.from.slice(0, 4));
  const named = periodsOf(year);
  const found = named.findIndex(({ from, to }) => from === period.from && to === period.to);
  return (
    <div className={classes['period']}>
      <NativeSelect
        label="Anno"
        value={String(year)}
        data={[...years(year)].map(String)}
        onChange={(event) => {
          const chosen = periodsOf(Number(event.currentTarget.value))[Math.max(found, 0)];
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      <NativeSelect
        label="Periodo"
        value={String(found)}
        data={[
          ...named.map(({ name }, i) => ({ value: String(i), label: name })),
          ...(found < 0 ? [{ value: '-1', label: 'Dal giorno al giorno' }] : []),
        ]}
        onChange={(event) => {
          const chosen = named[Number(event.currentTarget.value)];
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      <TypedField
        label="Dal"
        placeholder="gg/mm/aaaa"
        shown={italianDay(period.from)}
        read={typedDay}
        wrong="Giorno non valido"
        onChange={(from) => from !== null && onChange({ from, to: period.to < from ? from : period.to })}
      />
      <TypedField
        label="Al"
        placeholder="gg/mm/aaaa"
        shown={italianDay(period.to)}
        read={typedDay}
        wrong="Giorno non valido"
        onChange={(to) => to !== null && onChange({ from: period.from > to ? to : period.from, to })}
      />
    </div>
  );
}

function years(around: number): readonly number[] {
  return Array.from({ length: 9 }, (_, i) => around + 4 - i);
}
