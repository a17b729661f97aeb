import { Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockPause } from '@tabler/icons-react';
import { useSettings, type Saving, type SettingsPart } from '../../state/settings.tsx';

/** Something that was taken out of a list and can be put back. */
export interface Removal {
  readonly name: string;
  readonly undo: () => void;
}

/** Beside the title of a section: whether what is written there is kept. */
export function SaveNote(props: {
  readonly part: SettingsPart;
  /** What has to be mended before it can be saved. */
  readonly complaint: string | null;
  readonly removal?: Removal | null;
}) {
  const { part, complaint, removal = null } = props;
  const { savingOf, progress } = useSettings();
  return (
    <Group gap="sm" wrap="wrap" justify="flex-end">
      <div role="status">
        {complaint === null ? (
          <Said saving={savingOf(part)} share={progress === null ? null : shareOf(progress)} />
        ) : (
          <Note icon={<IconAlertTriangle size={16} color="var(--dot-warning)" />} text={complaint} />
        )}
        {removal !== null && <span className="visually-hidden">Tolto «{removal.name}».</span>}
      </div>
      {removal !== null && (
        <Button size="compact-sm" variant="default" autoFocus onClick={removal.undo}>
          Rimetti «{removal.name}»
        </Button>
      )}
    </Group>
  );
}

function Said({ saving, share }: { readonly saving: Saving; readonly share: number | null }) {
  switch (saving.step) {
    case 'idle':
      return null;
    case 'queued':
    case 'saving':
      return (
        <Note
          icon={<Loader size={14} aria-hidden="true" />}
          text={share === null ? 'Salvataggio…' : `Si ricalcolano i pallini… ${share} %`}
        />
      );
    case 'saved':
      return <Note icon={<IconCheck size={16} color="var(--good)" />} text="Salvato" />;
    case 'waiting':
      return (
        <Note
          icon={<IconClockPause size={16} color="var(--dot-warning)" />}
          text="Non ancora salvato: si riprova da soli, quello che è scritto resta"
        />
      );
    case 'refused':
      return <Note icon={<IconAlertTriangle size={16} color="var(--dot-problem)" />} text="Non salvato" />;
  }
}

function Note({ icon, text }: { readonly icon: React.ReactNode; readonly text: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      {icon}
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </Group>
  );
}

/** In tens, so that who listens is not told every one. */
function shareOf({ done, total }: { readonly done: number; readonly total: number }): number {
  return total === 0 ? 0 : Math.floor((10 * done) / total) * 10;
}
