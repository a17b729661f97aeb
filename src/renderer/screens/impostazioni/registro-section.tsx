import { ActionIcon, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { italianDay, many } from '../../../shared/wording/figures.ts';
import { sayFinding } from '../../../shared/wording/findings.ts';
import { stepLabels } from '../../../shared/wording/labels.ts';
import { announceCopy, copyText } from '../../components/copy.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { useTask, type Task } from '../../state/use-task.ts';
import classes from './impostazioni.module.css';
import { Subject } from '../../components/subject.tsx';

/** Where everything is kept, and whether it is whole. */
export function RegistroSection({ about }: { readonly about: Output<'about.read'> | null }) {
  const { ledger } = useApi();
  const verify = useTask('ledger.verify');
  const [found, setFound] = useState<Output<'ledger.verify'> | null>(null);

  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (verify.running || found !== null) result.current?.scrollIntoView({ block: 'nearest' });
  }, [verify.running, found]);

  async function look(): Promise<void> {
    setFound(null);
    const told = await verify.run({});
    if (told.ok) setFound(told.value);
  }

  return (
    <Subject
      name="registro"
      title="Il registro"
      about="Tutto sta in questa cartella, su questo computer: nulla esce dall’ufficio. La verifica rilegge ogni documento importato e ricalcola ogni pallino, senza cambiare nulla."
    >
      {about !== null && (
        <dl className={classes['facts']}>
          <dt>Cartella</dt>
          <dd>
            <span className="code">{about.folder}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label="Copia il nome della cartella"
              data-tip="Copia"
              onClick={() => void copyText(about.folder).then(announceCopy)}
            >
              <IconCopy size={17} stroke={1.7} />
            </ActionIcon>
          </dd>
          <dt>Versione</dt>
          <dd className="figures">{about.version}</dd>
          <dt>Oggi è il</dt>
          <dd className="figures">{italianDay(about.today)}</dd>
        </dl>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden="true" />}
          disabled={verify.running}
          onClick={() => void look()}
        >
          Verifica il registro
        </Button>
        {verify.running && (
          <Button variant="subtle" onClick={verify.cancel}>
            Interrompi
          </Button>
        )}
        <a
          className={classes['aside']}
          href={addressOf({ ledger: ledger === 'own' ? 'demo' : 'own', screen: 'cruscotto', ask: {} })}
        >
          {ledger === 'own' ? 'Prova con dati finti' : 'Torna al vostro registro'}
        </a>
      </Group>
      <div ref={result} className={classes['result']}>
        {verify.running && <Running task={verify} />}
        <ProblemNotice problem={verify.problem} onClose={verify.forget} />
        <div role="status">{found !== null && <Findings {...found} />}</div>
      </div>
    </Subject>
  );
}

function Running({ task }: { readonly task: Task<'ledger.verify'> }) {
  const { progress } = task;
  const share = progress === null || progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
  return (
    <Stack gap={4} maw={420}>
      <Text size="sm" c="dimmed">
        {progress === null ? 'Verifica…' : `${stepLabels[progress.step]}… ${Math.floor(share)} %`}
      </Text>
      <Progress value={share} size="sm" aria-label="Avanzamento della verifica" />
    </Stack>
  );
}

function Findings({ ok, findings }: Output<'ledger.verify'>) {
  if (ok)
    return (
      <Group gap={8} wrap="nowrap">
        <IconCheck size={18} color="var(--good)" aria-hidden="true" />
        <Text size="sm">
          Il registro è integro: ogni documento dice ciò che diceva quando fu importato, e i pallini tornano.
        </Text>
      </Group>
    );
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {many(findings.length, 'danno trovato', 'danni trovati')}. Non è stato cambiato nulla.
      </Text>
      <List size="sm" spacing={4}>
        {findings.map((finding, index) => (
          // Findings have no name of their own, and the list never changes.
          <List.Item key={index}>{sayFinding(finding)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
