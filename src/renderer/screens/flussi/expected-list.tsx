import { Anchor, Group, SegmentedControl, Table, Text } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { instantKey } from '../../../shared/domain/day.ts';
import { expectedStates, type ExpectedState } from '../../../shared/domain/flusso.ts';
import { sayMoment } from '../../../shared/wording/evidence.ts';
import { expectedMeanings, expectedTitles } from '../../../shared/wording/expected.ts';
import { useLinks } from '../../components/links.ts';
import { MoreButton } from '../../components/more-button.tsx';
import { Page, Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SourceLink } from '../../components/source-link.tsx';
import { useApi } from '../../state/api.tsx';
import { addressOf, goTo } from '../../state/route.ts';
import { useLongList } from '../../state/use-long-list.ts';
import { useQuestion } from '../../state/use-question.ts';

type Expected = Output<'expected.list'>['rows'][number];

const pageSize = 100;

/** The flussi that a list names, by whether they ever came. */
export function ExpectedList({ state }: { readonly state: ExpectedState }) {
  const { link, ledger } = useApi();
  const links = useLinks();
  const counts = useQuestion('expected.count', {}).value;
  const list = useLongList(`expected ${state}`, (after) =>
    link.call('expected.list', { filter: { states: [state] }, after, limit: pageSize }),
  );
  const { rows, goesOn, loading, more, problem, first } = list;
  return (
    <Page
      title="Flussi attesi"
      lead="I flussi che un elenco importato nomina: quelli arrivati e quelli da scaricare."
      actions={
        <Anchor size="sm" href={addressOf({ ledger, screen: 'flussi', ask: {} })}>
          Tutti i flussi
        </Anchor>
      }
    >
      <Group>
        <SegmentedControl
          aria-label="Quali flussi attesi"
          value={state}
          onChange={(value) => goTo({ ledger, screen: 'flussi', ask: { attesi: value } }, true)}
          data={expectedStates.map((value) => ({
            value,
            label: `${expectedTitles[value]}${counts === null ? '' : ` (${counts[value].toLocaleString('it-IT')})`}`,
          }))}
        />
      </Group>
      <ProblemNotice problem={problem} again={more} />
      <Sheet>
        <Text size="sm" mb="sm">
          {rows.length > 0 || first ? expectedMeanings[state] : 'Nessun flusso.'}
        </Text>
        {rows.length > 0 && <Rows rows={rows} busy={loading} flussoAt={links.flusso} />}
        <MoreButton goesOn={goesOn} loading={loading} onMore={more} label="Mostra altri flussi" />
      </Sheet>
    </Page>
  );
}

function Rows(props: {
  readonly rows: readonly Expected[];
  readonly busy: boolean;
  readonly flussoAt: (iuf: string) => string;
}) {
  return (
    <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="region" aria-label="Flussi attesi">
      <Table className="figures" verticalSpacing={6} horizontalSpacing="sm" fz="sm" aria-busy={props.busy}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">IUF</Table.Th>
            <Table.Th scope="col">Prodotto</Table.Th>
            <Table.Th scope="col">PSP</Table.Th>
            <Table.Th scope="col">Lo nomina</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ iuf, createdAt, pspCode, state, document }) => (
            <Table.Tr key={iuf}>
              <Table.Th scope="row" fw={500}>
                {state === 'missing' ? (
                  <span className="code">{iuf}</span>
                ) : (
                  <a className="code" href={props.flussoAt(iuf)}>
                    {iuf}
                  </a>
                )}
              </Table.Th>
              <Table.Td>{createdAt !== null && sayMoment(instantKey(createdAt))}</Table.Td>
              <Table.Td>{pspCode}</Table.Td>
              <Table.Td>
                <SourceLink source={{ document, row: null }} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
