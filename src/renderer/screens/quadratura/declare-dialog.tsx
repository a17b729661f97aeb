import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { euro } from '../../../shared/wording/figures.ts';
import { Dialog } from '../../components/dialog.tsx';
import { sayPeriod } from '../../components/chips.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { typedAmount } from '../../components/typed-values.ts';
import { useApi } from '../../state/api.tsx';
import type { Period } from './periods.ts';

/** The total that the program of a service shows, copied by hand. */
export function DeclareDialog(props: {
  readonly name: string;
  readonly service: string;
  readonly period: Period;
  readonly current: Output<'quadratura.read'>['services'][number]['declared'];
  readonly onClose: () => void;
}) {
  const { name, service, period, current, onClose } = props;
  const { link } = useApi();
  const [amount, setAmount] = useState(current === null ? '' : euro(current.cents));
  const [count, setCount] = useState(current?.count?.toString() ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState(false);
  const cents = typedAmount(amount);
  const isCount = /^\d{0,9}$/.test(count.trim());
  const isReady = cents.ok && cents.value !== null && isCount;

  async function declare(total: {
    readonly cents: number | null;
    readonly count: number | null;
  }): Promise<void> {
    setRunning(true);
    const told = await link.call('quadratura.declare', { service, ...period, ...total });
    setRunning(false);
    if (told.ok) onClose();
    else setProblem(told.problem);
  }

  return (
    <Dialog
      onClose={onClose}
      title={`Totale del gestionale: ${name}`}
      closeButtonProps={{ 'aria-label': 'Chiudi senza scrivere' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady)
            void declare({ cents: cents.value, count: count.trim() === '' ? null : Number(count.trim()) });
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            Quanto il programma del servizio dice di aver incassato con pagoPA,{' '}
            {sayPeriod(period.from, period.to)}. Si confronta con i pagati; non cambia niente altro.
          </Text>
          <Group grow align="flex-start">
            <TextInput
              label="Importo"
              placeholder="0,00"
              required
              data-autofocus
              autoComplete="off"
              maxLength={40}
              value={amount}
              error={cents.ok ? undefined : 'Importo non valido'}
              onChange={(event) => setAmount(event.currentTarget.value)}
            />
            <TextInput
              label="Quanti pagamenti"
              placeholder="se lo dice"
              autoComplete="off"
              maxLength={9}
              value={count}
              error={isCount ? undefined : 'Numero non valido'}
              onChange={(event) => setCount(event.currentTarget.value)}
            />
          </Group>
          <ProblemNotice problem={problem} />
          <Group justify="flex-end" gap="xs">
            {current !== null && (
              <Button
                variant="subtle"
                disabled={running}
                onClick={() => void declare({ cents: null, count: null })}
              >
                Togli il totale
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button type="submit" loading={running} disabled={!isReady}>
              Scrivi il totale
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
