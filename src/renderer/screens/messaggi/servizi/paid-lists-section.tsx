import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { IconFileImport, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { many, sayMoment } from '../../../../shared/wording/figures.ts';
import evidence from '../../../components/evidence.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Subject } from '../../../components/subject.tsx';
import { useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useTask } from '../../../state/use-task.ts';

/** Lists of who paid otherwise: nobody on them is asked again. */
export function PaidListsSection(props: {
  readonly services: readonly { readonly id: string; readonly name: string }[];
}) {
  const { services } = props;
  const { link } = useApi();
  const lists = useQuestion('paidLists.list', {});
  const add = useTask('paidLists.import');
  const remove = useTask('paidLists.remove');
  const [service, setService] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, tell] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const chosen = service ?? (services.length === 1 ? (services[0]?.id ?? null) : null);
  const nameOf = (id: string): string => services.find((one) => one.id === id)?.name ?? id;

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined || chosen === null) return;
    tell('');
    const parcel = await link.upload(file);
    setProblem(parcel.ok ? null : parcel.problem);
    if (!parcel.ok) return;
    const read = await add.run({ parcel: parcel.value, service: chosen });
    if (read.ok) tell(`${read.value.name}: ${many(read.value.rows, 'pagamento letto', 'pagamenti letti')}.`);
  }
  const found = lists.value?.lists ?? [];
  return (
    <Subject
      name="pagati"
      title="Pagati in altro modo"
      about="Elenchi di chi ha già pagato con F24, allo sportello o con un bonifico: a loro non si scrive e non si sollecita. Bastano codice fiscale o numero avviso; importo e data se ci sono."
    >
      {found.length === 0 ? (
        <Text size="sm" c="dimmed">
          Ancora nessun elenco.
        </Text>
      ) : (
        <table className={evidence['mini']}>
          <thead>
            <tr>
              <th scope="col">Elenco</th>
              <th scope="col">Servizio</th>
              <th scope="col">Pagamenti</th>
              <th scope="col">Letto</th>
              <th scope="col">
                <span className="visually-hidden">Azioni</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ id, name, service: of, rows, importedAt }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>{nameOf(of)}</td>
                <td className="figures">{rows.toLocaleString('it-IT')}</td>
                <td className="figures">{sayMoment(importedAt)}</td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={`Togli l’elenco ${name}`}
                    data-tip="Togli"
                    onClick={() => void remove.run({ id })}
                  >
                    <IconTrash size={18} stroke={1.7} aria-hidden="true" />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="sm" align="flex-end">
        <Select
          label="Servizio"
          placeholder="Scegliere"
          w={260}
          allowDeselect={false}
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setService}
        />
        <Button
          variant="default"
          disabled={chosen === null}
          loading={add.running}
          leftSection={<IconFileImport size={17} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          Scegli l’elenco…
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Elenco di chi ha pagato in altro modo"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            void take(file);
            // The same file can be chosen again, after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </Group>
      <Text size="sm" role="status">
        {told}
      </Text>
      <ProblemNotice problem={problem ?? add.problem ?? remove.problem} />
    </Subject>
  );
}
