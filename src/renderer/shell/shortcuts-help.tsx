import { Modal } from '@mantine/core';
import { KeysTable } from '../components/keys-table.tsx';
import type { Shortcut } from '../state/shortcuts.ts';

/** Every key of the window in one place. */
export function ShortcutsHelp(props: {
  readonly shortcuts: readonly Shortcut[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { shortcuts, opened, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Scorciatoie da tastiera"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      <KeysTable shortcuts={shortcuts} />
    </Modal>
  );
}
