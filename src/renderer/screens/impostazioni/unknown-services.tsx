import { Button, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { ServiceHint } from '../../../shared/domain/service.ts';
import type { Servizio } from '../../../shared/domain/settings.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { sayHint } from '../../../shared/wording/positions.ts';
import { useLinks } from '../../components/links.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './impostazioni.module.css';

type Group = Output<'services.unknown'>['groups'][number];

const firstShown = 8;

/** Payments without a service, in groups: each is named once, and so are the payments that will come. */
export function UnknownServices(props: {
  readonly servizi: readonly Servizio[];
  readonly onAssign: (id: string, hint: ServiceHint) => void;
  readonly onNew: (hint: ServiceHint) => void;
}) {
  const { servizi, onAssign, onNew } = props;
  const unknown = useQuestion('services.unknown', {}).value;
  const [all, setAll] = useState(false);
  if (unknown === null || unknown.groups.length === 0) return null;
  const { groups, count, cents } = unknown;
  const shown = all ? groups : groups.slice(0, firstShown);
  return (
    <div className={classes['unknown']}>
      <Title order={3} size="sm">
        Servizi da riconoscere ({groups.length})
      </Title>
      <Text size="sm" c="dimmed">
        {many(count, 'pagamento', 'pagamenti')} per {euro(cents)} senza servizio. Dire una volta di quale
        servizio è un gruppo: vale anche per i pagamenti che verranno.
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Da che cosa si riconoscono</th>
            <th scope="col">Quanti</th>
            <th scope="col">Di quale servizio</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <UnknownRow
              key={`${group.hint.kind} ${group.hint.value}`}
              group={group}
              servizi={servizi}
              onAssign={onAssign}
              onNew={onNew}
            />
          ))}
        </tbody>
      </table>
      {shown.length < groups.length && (
        <Button variant="subtle" size="xs" className={classes['start']} onClick={() => setAll(true)}>
          Mostra {many(groups.length - shown.length, 'altro gruppo', 'altri gruppi')}
        </Button>
      )}
    </div>
  );
}

/** No service of the office has an empty id. */
const newService = '';

function UnknownRow(props: {
  readonly group: Group;
  readonly servizi: readonly Servizio[];
  readonly onAssign: (id: string, hint: ServiceHint) => void;
  readonly onNew: (hint: ServiceHint) => void;
}) {
  const { group, servizi, onAssign, onNew } = props;
  const { hint, count, cents, example } = group;
  const links = useLinks();
  return (
    <tr>
      <th scope="row">
        {sayHint(hint)}
        <Text size="xs" c="dimmed">
          per esempio <a href={links.payment(example)}>{example.description ?? example.iuv}</a>
        </Text>
      </th>
      <td className="figures">
        {many(count, 'pagamento', 'pagamenti')}
        <Text size="xs" c="dimmed">
          {euro(cents)}
        </Text>
      </td>
      <td>
        {hint.kind === 'nothing' ? (
          <Text size="sm" c="dimmed">
            si può dire solo con un codice
          </Text>
        ) : (
          <Select
            size="sm"
            aria-label={`${sayHint(hint)}: è di`}
            placeholder="è di…"
            data={[
              ...servizi.map(({ id, nome }) => ({ value: id, label: nome })),
              { value: newService, label: 'Un servizio nuovo…' },
            ]}
            value={null}
            searchable={servizi.length > 12}
            onChange={(id) => {
              if (id === newService) onNew(hint);
              else if (id !== null) onAssign(id, hint);
            }}
          />
        )}
      </td>
    </tr>
  );
}
