import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCheck, IconPackage } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { sayNextStep, sayVerified } from '../../../shared/wording/updates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Subject } from '../../components/subject.tsx';
import { useApi } from '../../state/api.tsx';
import { useTask } from '../../state/use-task.ts';
import classes from './impostazioni.module.css';

/** A newer version that somebody brought, looked at before it is installed. The program asks nobody for one. */
export function AggiornamentoSection({ about }: { readonly about: Output<'about.read'> | null }) {
  const { link } = useApi();
  const verify = useTask('updates.verify');
  const [handing, setHanding] = useState(false);
  const [lost, setLost] = useState<Problem | null>(null);
  const [found, setFound] = useState<Output<'updates.verify'> | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function look(files: readonly File[]): Promise<void> {
    setFound(null);
    setLost(null);
    verify.forget();
    setHanding(true);
    const parcels: string[] = [];
    for (const file of files) {
      const sent = await link.upload(file);
      if (sent.ok) parcels.push(sent.value);
      else setLost(sent.problem);
    }
    setHanding(false);
    if (parcels.length < files.length) {
      await link.call('documents.discard', { parcels });
      return;
    }
    const told = await verify.run({ parcels });
    if (told.ok) setFound(told.value);
  }

  return (
    <Subject
      name="aggiornamento"
      title="Aggiornamento"
      about="Il programma non cerca versioni nuove e non scarica nulla. Chi ha il file di una versione nuova lo sceglie qui insieme al suo SHA256SUMS: si controlla che sia Tre Pallini, intero, più recente e per questo computer, e si fa una copia del registro."
    >
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="File della versione nuova"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) void look(files);
        }}
      />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPackage size={18} aria-hidden="true" />}
          loading={handing || verify.running}
          onClick={() => input.current?.click()}
        >
          Verifica aggiornamento da file…
        </Button>
        {about !== null && (
          <Text size="sm" c="dimmed">
            Ora è la versione {about.version}
          </Text>
        )}
      </Group>
      <ProblemNotice problem={lost ?? verify.problem} onClose={() => (setLost(null), verify.forget())} />
      <div role="status" className={classes['result']}>
        {found !== null && (
          <Stack gap="xs">
            <Group gap={8} wrap="nowrap" align="flex-start">
              <IconCheck size={18} color="var(--good)" aria-hidden="true" />
              <Text size="sm">{sayVerified(found)}</Text>
            </Group>
            <List size="sm" spacing={4}>
              <List.Item>
                La copia del registro è in <span className="code">{found.copy}</span>
              </List.Item>
              <List.Item>{sayNextStep(found.kind, found.name)}</List.Item>
            </List>
          </Stack>
        )}
      </div>
    </Subject>
  );
}
