import { Button, Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Output } from '../../../shared/contract/api.ts';
import { euro } from '../../../shared/wording/figures.ts';
import { Sheet } from '../../components/page.tsx';
import { usePreference } from '../../state/preferences.tsx';
import { groupsOf, heightAt, ticksOf, type Frame } from './bars.ts';
import classes from './months.module.css';

type Month = Output<'dashboard.details'>['months'][number];

/** What each bar of a month is, in the order of the dots. */
const series = [
  { id: 'paid', label: 'pagato' },
  { id: 'reported', label: 'rendicontato' },
  { id: 'settled', label: 'riconciliato' },
] as const;

/** Month by month, what citizens paid and how much of it came; as a drawing or as a table. */
export function Months({ months }: { readonly months: readonly Month[] }) {
  const [asTable, setAsTable] = usePreference<boolean>('cruscotto-mesi-tabella', (kept) => kept === true);
  if (months.length === 0) return null;
  return (
    <Sheet
      title="Mese per mese"
      aside={
        <Button size="compact-sm" variant="subtle" mr={-8} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Mostra come grafico' : 'Mostra come tabella'}
        </Button>
      }
    >
      {asTable ? <MonthsTable months={months} /> : <MonthsChart months={months} />}
    </Sheet>
  );
}

function MonthsChart({ months }: { readonly months: readonly Month[] }) {
  const { ref, width } = useElementSize();
  const frame: Frame = { width, height: 230, left: 74, right: 2, top: 10, bottom: 40 };
  const highest = Math.max(...months.flatMap((month) => series.map(({ id }) => month[id].cents)));
  const ticks = ticksOf(highest);
  const top = ticks.at(-1) ?? 0;
  const groups = groupsOf(
    months.map((month) => series.map(({ id }) => month[id].cents)),
    top,
    frame,
  );
  // Before its width is known there is no place to draw in.
  const drawn = width > frame.left ? groups : [];
  return (
    <div ref={ref} className={classes['chart']}>
      <ul className={classes['legend']}>
        {series.map(({ id, label }) => (
          <li key={id}>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={classes['bar']} data-series={id} x="0.5" y="0.5" width="11" height="11" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <svg width="100%" height={frame.height} role="img" aria-label={sayMonths(months)}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={classes['grid']}
              x1={frame.left}
              x2={Math.max(frame.left, width - frame.right)}
              y1={heightAt(tick, top, frame)}
              y2={heightAt(tick, top, frame)}
            />
            <text className={classes['tick']} x={frame.left - 8} y={heightAt(tick, top, frame)}>
              {Math.round(tick / 100).toLocaleString('it-IT')} €
            </text>
          </g>
        ))}
        {drawn.map((group, index) => {
          const month = months[index];
          return (
            month !== undefined && (
              <g key={month.month} data-tip={tipOf(month)} className={classes['month']}>
                <rect
                  className={classes['place']}
                  x={group.x}
                  y={0}
                  width={group.width}
                  height={frame.height}
                />
                {group.bars.map((bar, at) => (
                  <rect
                    key={series[at]?.id}
                    className={classes['bar']}
                    data-series={series[at]?.id}
                    {...bar}
                  />
                ))}
                <text className={classes['label']} x={group.x + group.width / 2} y={frame.height - 22}>
                  {dateOf(month.month).toLocaleDateString('it-IT', { month: 'short' })}
                </text>
                {(index === 0 || month.month.endsWith('-01')) && (
                  <text className={classes['label']} x={group.x + group.width / 2} y={frame.height - 6}>
                    {month.month.slice(0, 4)}
                  </text>
                )}
              </g>
            )
          );
        })}
      </svg>
    </div>
  );
}

function MonthsTable({ months }: { readonly months: readonly Month[] }) {
  return (
    <Table className="figures" verticalSpacing={5} horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Mese</Table.Th>
          {series.map(({ id, label }) => (
            <Table.Th key={id} scope="col" ta="right" tt="capitalize">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.toReversed().map((month) => (
          <Table.Tr key={month.month}>
            <Table.Th scope="row" fw={500}>
              {longMonth(month.month)}
            </Table.Th>
            {series.map(({ id }) => (
              <Table.Td key={id} ta="right">
                {euro(month[id].cents)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function tipOf(month: Month): string {
  const lines = series.map(({ id, label }) => `${label} ${euro(month[id].cents)} (${month[id].count})`);
  return [longMonth(month.month), ...lines].join('\n');
}

function sayMonths(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `Importi pagati, rendicontati e riconciliati da ${longMonth(first.month)} a ${longMonth(last.month)}; le cifre sono nella tabella.`;
}

const dateOf = (month: string): Date => new Date(`${month}-15T12:00:00Z`);

function longMonth(month: string): string {
  return dateOf(month).toLocaleDateString('it-IT', { month: 'long', year: 'numeric' });
}
