import { Button, Group, Kbd, Text } from '@mantine/core';
import { IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import classes from './drop-target.module.css';

/** Says how files come in: chosen, dropped or pasted. Large while there is nothing yet. */
export function DropTarget(props: {
  readonly large: boolean;
  /** The last import was stopped just now. */
  readonly cancelled: boolean;
  /** It comes back after an import: the focus does too. */
  readonly focused: boolean;
  readonly onFiles: () => void;
  readonly onFolder: () => void;
}) {
  const { large, cancelled, focused, onFiles, onFolder } = props;
  return (
    <section className={classes['target']} data-large={large} aria-label="Importare file">
      <IconFileImport className={classes['icon']} size={large ? 48 : 32} stroke={1.4} aria-hidden="true" />
      <div className={classes['words']}>
        <Text fw={600} size={large ? 'xl' : 'md'} role="status">
          {cancelled
            ? 'Importazione annullata: il registro è come prima'
            : large
              ? 'Portare qui i primi file'
              : 'Importare altri file'}
        </Text>
        <Text size="sm" c="dimmed">
          Giornali e movimenti di tesoreria, flussi, ricevute e posizioni, anche firmati o in archivi zip.
        </Text>
        <Text size="sm" c="dimmed">
          Si possono anche trascinare in qualunque punto della finestra, o incollare con{' '}
          <Kbd size="xs">Ctrl+V</Kbd>.
        </Text>
      </div>
      <Group gap="xs">
        <Button onClick={onFiles} autoFocus={focused} size={large ? 'md' : 'sm'}>
          Scegli file…
        </Button>
        <Button
          variant="default"
          onClick={onFolder}
          size={large ? 'md' : 'sm'}
          leftSection={<IconFolderOpen size={18} stroke={1.6} aria-hidden="true" />}
        >
          Scegli cartella…
        </Button>
      </Group>
    </section>
  );
}
