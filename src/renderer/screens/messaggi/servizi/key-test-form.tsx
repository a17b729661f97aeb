import { Autocomplete, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { flawOfFiscalCode, plainFiscalCode } from '../../../../shared/domain/message/fiscal-code.ts';
import { provesKey } from '../../../../shared/domain/message/service-key.ts';
import { sayKeyTest } from '../../../../shared/wording/messages/key-test.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useTask } from '../../../state/use-task.ts';
import classes from './servizi.module.css';

type Told = Output<'keys.test'>;

/** Tries a key: IO is asked whether one may write to somebody, and nothing is written. */
export function KeyTestForm(props: {
  readonly service: string;
  readonly focus?: boolean;
  readonly onTold?: (told: Told) => void;
}) {
  const test = useTask('keys.test');
  const settings = useQuestion('messages.settings.read', {}).value;
  const users = settings?.testUsers ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [tried, setTried] = useState(false);
  const fiscalCode = plainFiscalCode(typed ?? users[0] ?? '');
  const isWrong = flawOfFiscalCode(fiscalCode) !== null;

  async function run(): Promise<void> {
    setTried(true);
    setTold(null);
    if (isWrong || test.running) return;
    const answer = await test.run({ service: props.service, fiscalCode });
    if (!answer.ok) return;
    setTold(answer.value);
    props.onTold?.(answer.value);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Stack gap="xs">
        <Group gap="sm" align="flex-start">
          <Autocomplete
            label="Codice fiscale con cui provare"
            description="Di un collega che è d’accordo: non riceve niente."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            w={330}
            data={[...users]}
            data-autofocus={props.focus || undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            classNames={{ input: 'code' }}
            value={typed ?? users[0] ?? ''}
            error={tried && isWrong ? 'Non è il codice fiscale di una persona.' : null}
            onChange={setTyped}
          />
          <Button type="submit" mt={24} variant="default" loading={test.running} disabled={settings === null}>
            Prova
          </Button>
        </Group>
        <div role="status">
          {told !== null && (
            <Text size="sm" className={provesKey(told.outcome) ? classes['good'] : classes['trouble']}>
              {sayKeyTest(told)}
            </Text>
          )}
        </div>
        <ProblemNotice problem={test.problem} onClose={test.forget} />
      </Stack>
    </form>
  );
}
