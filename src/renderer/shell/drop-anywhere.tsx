import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { filesOfTransfer } from '../state/dropped-files.ts';
import { currentTaker, placeOf } from '../state/file-taker.ts';
import { isBusy, useImporting } from '../state/importing.tsx';
import classes from './shell.module.css';

/** The whole window takes files, dropped or pasted: to import them, unless the screen has another use for them. */
export function DropAnywhere({ onDrop }: { readonly onDrop: () => void }) {
  const [over, setOver] = useState(false);
  const { state, begin } = useImporting();
  const latest = useRef({ state, begin, onDrop });
  latest.current = { state, begin, onDrop };

  useEffect(() => {
    let depth = 0;
    const hasFiles = (transfer: DataTransfer | null): transfer is DataTransfer =>
      transfer !== null && [...transfer.types].includes('Files');

    async function take(transfer: DataTransfer, target: EventTarget | null): Promise<void> {
      const taker = currentTaker();
      if (taker !== null) {
        taker.take(await filesOfTransfer(transfer), placeOf(target));
        return;
      }
      if (isBusy(latest.current.state)) {
        notifications.show({
          color: 'red',
          message: 'Un’importazione è già in corso: attendere che finisca o annullarla.',
        });
        return;
      }
      const reading = filesOfTransfer(transfer);
      latest.current.onDrop();
      const files = await reading;
      if (files.length === 0)
        notifications.show({ color: 'red', message: 'La cartella è vuota: non c’è nulla da importare.' });
      await latest.current.begin(files);
    }
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth += 1;
      if (currentTaker() === null) setOver(true);
    };
    const onLeave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth > 0) return;
      setOver(false);
      currentTaker()?.hover(undefined);
    };
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      currentTaker()?.hover(placeOf(event.target));
    };
    const onDropped = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      currentTaker()?.hover(undefined);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      void take(event.dataTransfer, event.target);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!hasFiles(event.clipboardData)) return;
      event.preventDefault();
      void take(event.clipboardData, null);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDropped);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDropped);
      window.removeEventListener('paste', onPaste);
    };
  }, []);

  return over ? (
    <div className={classes['drop']}>
      <div>
        <IconFileImport size={44} stroke={1.5} aria-hidden="true" />
        <Text size="xl" fw={650}>
          Lasciare qui i file
        </Text>
        <Text c="dimmed">
          Giornali di cassa, flussi, ricevute, cartelle e archivi zip, anche tutti insieme
        </Text>
      </div>
    </div>
  ) : null;
}
