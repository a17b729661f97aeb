import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Output } from '../../shared/contract/api.ts';
import { sayNotice } from '../../shared/wording/backups.ts';
import { sayDamage, sayFinding } from '../../shared/wording/findings.ts';
import { voceOfProblem } from '../../shared/wording/guide/places.ts';
import { sayProblem } from '../../shared/wording/problems.ts';
import { GuideLink } from '../components/guide-link.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';
import { useQuestion } from '../state/use-question.ts';
import { useTask } from '../state/use-task.ts';

/**
 * A ledger that does not open, or only to be read, or is older than it was, a place that is none for it, copies that could
 * not be made: over every screen. `shut`: what keeps it shut.
 */
export function LedgerBanner({ shut }: { readonly shut: Problem | null }) {
  const state = useQuestion('backups.state', {});
  const accept = useTask('backups.accept');
  const { troubles = [], older = null, place = [], damage = null } = state.value ?? {};
  const voce = shut === null ? undefined : voceOfProblem[shut.code];
  const isQuiet = older === null && damage === null && troubles.length === 0 && place.length === 0;
  if (shut === null && isQuiet) return null;
  return (
    <Alert
      role="alert"
      color={shut !== null || older !== null || damage !== null ? 'red' : 'orange'}
      m="md"
      mb={0}
      icon={<IconAlertTriangle size={20} aria-hidden="true" />}
    >
      {shut !== null && <Text size="sm">{sayProblem(shut)}</Text>}
      {older !== null && <Text size="sm">{sayNotice(older)}</Text>}
      {place.map((notice) => (
        <Text key={notice.code} size="sm">
          {sayNotice(notice)}
        </Text>
      ))}
      {damage !== null && <Damage {...damage} />}
      {troubles.map((trouble) => (
        <Text key={`${trouble.code} ${'folder' in trouble ? trouble.folder : ''}`} size="sm">
          {sayNotice(trouble)}
        </Text>
      ))}
      <Group gap="md" mt="xs">
        <CopiesLink />
        {voce !== undefined && <GuideLink voce={voce}>Leggere nella guida</GuideLink>}
        {older !== null && (
          <Button size="xs" variant="default" disabled={accept.running} onClick={() => void accept.run({})}>
            Questo registro è quello giusto
          </Button>
        )}
      </Group>
      <ProblemNotice problem={accept.problem} onClose={accept.forget} />
    </Alert>
  );
}

/** The first ones say what to do; all of them are told where the ledger is verified. */
function Damage({ checkedAt, findings }: NonNullable<Output<'backups.state'>['damage']>) {
  return (
    <>
      <Text size="sm" fw={600}>
        {sayDamage(checkedAt, findings.length)}
      </Text>
      {findings.slice(0, 3).map((finding) => (
        <Text key={JSON.stringify(finding)} size="sm">
          {sayFinding(finding)}
        </Text>
      ))}
    </>
  );
}

function CopiesLink() {
  const { ledger } = useApi();
  return (
    <Anchor size="sm" underline="always" href={addressOf({ ledger, screen: 'copie', ask: {} })}>
      Vai alle copie di sicurezza
    </Anchor>
  );
}
