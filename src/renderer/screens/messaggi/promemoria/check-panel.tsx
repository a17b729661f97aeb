import { Button, Group, List, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { italianDay, sayMoment } from '../../../../shared/wording/figures.ts';
import {
  ruleLabels,
  sayCheck,
  sayCheckedRule,
  sayLeftOut,
  whenChecked,
} from '../../../../shared/wording/messages/rules.ts';
import { Sheet } from '../../../components/page.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useTask } from '../../../state/use-task.ts';
import type { RulesState } from './use-rules.ts';

/** When it was looked whom to write to, and looking now. */
export function CheckPanel({ state }: { readonly state: RulesState }) {
  const check = useTask('rules.check');
  const [told, setTold] = useState<Output<'rules.check'> | null>(null);

  async function look(acceptStale: boolean): Promise<void> {
    const answer = await check.run({ acceptStale });
    setTold(answer.ok ? answer.value : null);
  }
  const isStale = told?.rules.some(({ block }) => block?.code === 'evidence-stale') ?? false;
  return (
    <Sheet
      title="Controllo di ogni giorno"
      aside={
        <Group gap="xs">
          {isStale && (
            <Button variant="default" size="sm" disabled={check.running} onClick={() => void look(true)}>
              Prepara lo stesso
            </Button>
          )}
          <Button
            size="sm"
            loading={check.running}
            disabled={state.nextAt === null}
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={() => void look(false)}
          >
            Controlla ora
          </Button>
        </Group>
      }
    >
      <Text size="sm">{whenChecked}</Text>
      <Text size="sm" mt="xs">
        {state.checkedOn === null
          ? 'Non è ancora stato fatto.'
          : `Ultimo controllo: ${italianDay(state.checkedOn)}.`}{' '}
        {state.nextAt === null
          ? 'Nessuna regola è accesa.'
          : `Prossimo: ${sayMoment(state.nextAt)}, o all’apertura della finestra.`}
      </Text>
      <div role="status">{told !== null && <Checked told={told} />}</div>
      <ProblemNotice problem={check.problem} onClose={check.forget} />
    </Sheet>
  );
}

function Checked({ told }: { readonly told: Output<'rules.check'> }) {
  const { serviceName } = useServices();
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {sayCheck(told)}
      </Text>
      <List size="sm" mt="xs">
        {told.rules.map((rule, at) => (
          <List.Item key={at}>
            {ruleLabels[rule.rule]}, {serviceName(rule.service)}: {sayCheckedRule(rule)}
            {rule.leftOut.map((one) => (
              <Text size="sm" c="dimmed" key={one.code}>
                {sayLeftOut(one)}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </>
  );
}
