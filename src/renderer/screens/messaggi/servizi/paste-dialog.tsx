import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { readServiceKey, type WhichKey } from '../../../../shared/domain/message/service-key.ts';
import {
  keepHints,
  keepLabels,
  saySetAside,
  unusualKey,
  whichLabels,
} from '../../../../shared/wording/messages/keys.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import { Notice } from '../notice.tsx';
import { UnlockForm } from '../unlock-form.tsx';
import { KeyField } from './key-field.tsx';
import { KeyTestForm } from './key-test-form.tsx';
import { PassphraseFields, noPassphrase, passphraseComplaint } from './passphrase-fields.tsx';
import { usualKeep, type Keep, type Vault } from './keep.ts';

interface Saved {
  readonly isUsual: boolean;
  readonly setAside: string | null;
}

/** The key of a service, pasted: where it stays, and at the end a try. */
export function PasteDialog(props: {
  readonly service: string;
  readonly name: string;
  /** The one that the program has, where it has one. */
  readonly inUse: WhichKey | null;
  readonly vault: Vault;
  readonly again: () => void;
  readonly onClose: () => void;
}) {
  const { name, onClose } = props;
  const [saved, setSaved] = useState<Saved | null>(null);
  return (
    <Dialog
      onClose={onClose}
      title={`Chiave di ${name}`}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      {saved === null ? <PasteForm {...props} onSaved={setSaved} /> : <After {...props} saved={saved} />}
    </Dialog>
  );
}

function PasteForm(props: {
  readonly service: string;
  readonly inUse: WhichKey | null;
  readonly vault: Vault;
  readonly again: () => void;
  readonly onSaved: (saved: Saved) => void;
  readonly onClose: () => void;
}) {
  const { service, vault, again } = props;
  const save = useTask('keys.save');
  const phrase = useTask('keys.passphrase');
  const [key, setKey] = useState('');
  const [which, setWhich] = useState<WhichKey>(props.inUse ?? 'primary');
  const [keep, setKeep] = useState<Keep>(() => usualKeep(vault));
  const [fresh, setFresh] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const read = readServiceKey(key);
  const isLocked = vault.lock === 'locked' && keep !== 'session';
  const wantsPhrase = keep === 'passphrase' && !vault.slots.includes('passphrase') && !isLocked;
  const isReady = read.ok && !isLocked && (!wantsPhrase || passphraseComplaint(fresh) === null);

  async function run(): Promise<void> {
    setTried(true);
    if (!isReady) return;
    let setAside: string | null = null;
    if (wantsPhrase) {
      const set = await phrase.run({ old: null, passphrase: fresh.passphrase });
      if (!set.ok) return;
      setFresh(noPassphrase);
      ({ setAside } = set.value);
    }
    const told: Awaited<ReturnType<typeof save.run>> = await save.run({ service, key, keep, which });
    again();
    if (!told.ok) return;
    setKey('');
    props.onSaved({ isUsual: read.value.usual, setAside: told.value.setAside ?? setAside });
  }
  return (
    <Stack gap="md">
      <form
        noValidate
        id="incolla-chiave"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Stack gap="md">
          <KeyField label="Chiave" value={key} onChange={setKey} />
          <Radio.Group
            label="Quale delle due"
            value={which}
            onChange={(value) => setWhich(value === 'secondary' ? value : 'primary')}
          >
            <Group gap="xl" mt={6}>
              <Radio value="primary" label={whichLabels.primary} />
              <Radio value="secondary" label={whichLabels.secondary} />
            </Group>
          </Radio.Group>
          <KeepChoice vault={vault} keep={keep} onChange={setKeep} />
          {wantsPhrase && <PassphraseFields value={fresh} tried={tried} onChange={setFresh} />}
        </Stack>
      </form>
      {isLocked && vault.slots.includes('passphrase') && <UnlockForm onOpen={again} />}
      <ProblemNotice problem={phrase.problem ?? save.problem} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={props.onClose}>
          Lascia stare
        </Button>
        <Button
          type="submit"
          form="incolla-chiave"
          loading={save.running || phrase.running}
          disabled={isLocked || !read.ok}
        >
          Tieni la chiave
        </Button>
      </Group>
    </Stack>
  );
}

function KeepChoice(props: {
  readonly vault: Output<'keys.lock'>;
  readonly keep: Keep;
  readonly onChange: (keep: Keep) => void;
}) {
  const { vault, keep, onChange } = props;
  return (
    <Radio.Group label="Dove resta">
      <Stack gap="xs" mt={6}>
        {(['os', 'passphrase', 'session'] as const).map((way) => (
          <Radio
            key={way}
            value={way}
            checked={keep === way}
            disabled={way === 'os' && !vault.os}
            label={keepLabels[way]}
            description={
              way === 'os' && !vault.os
                ? 'Qui il sistema operativo non sa proteggere le chiavi.'
                : keepHints[way]
            }
            onChange={() => onChange(way)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function After(props: { readonly service: string; readonly saved: Saved; readonly onClose: () => void }) {
  const { isUsual, setAside } = props.saved;
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        La chiave è al suo posto. Prima di inviare conviene provarla: nessuno riceve niente.
      </Text>
      {[...(isUsual ? [] : [unusualKey]), ...(setAside === null ? [] : [saySetAside(setAside)])].map(
        (text) => (
          <Notice key={text} tone="warning" icon={IconAlertTriangle}>
            {text}
          </Notice>
        ),
      )}
      <KeyTestForm service={props.service} focus />
      <Group justify="flex-end">
        <Button onClick={props.onClose}>Ho finito</Button>
      </Group>
    </Stack>
  );
}
