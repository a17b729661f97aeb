import { ActionIcon, Button, Group, Loader, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconTableImport, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { sayBytes } from '../../../../shared/wording/figures.ts';
import { filesOfList, type DroppedFile } from '../../../state/dropped-files.ts';
import type { HandedFile } from './draft.ts';
import classes from './list-step.module.css';

/** The place of one file: chosen, dropped here, or pasted. */
export function FileSlot(props: {
  /** By which a drop finds it. */
  readonly place: string;
  readonly title: string;
  readonly about: string;
  readonly file: HandedFile | null;
  readonly busy: boolean;
  /** Files hang above it. */
  readonly over: boolean;
  readonly onFile: (file: DroppedFile) => void;
  readonly onRemove: () => void;
}) {
  const { place, title, about, file, busy, over, onFile, onRemove } = props;
  const input = useRef<HTMLInputElement>(null);
  const Icon = file === null ? IconTableImport : IconFileSpreadsheet;
  return (
    <section
      className={classes['slot']}
      data-takes-files={place}
      data-over={over}
      data-full={file !== null}
      aria-label={title}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx,.xls,.ods"
        aria-label={title}
        onChange={(event) => {
          const [chosen] = filesOfList(event.currentTarget.files ?? []);
          // The same file can be chosen again, after it was mended.
          event.currentTarget.value = '';
          if (chosen !== undefined) onFile(chosen);
        }}
      />
      {busy ? (
        <Loader size={26} aria-label="Lettura del file" />
      ) : (
        <Icon size={28} stroke={1.5} className={classes['icon']} aria-hidden="true" />
      )}
      <div className={classes['words']}>
        <Text fw={600} size="sm">
          {file === null ? title : file.name}
        </Text>
        <Text size="sm" c="dimmed">
          {over ? 'Lasciare qui il file' : file === null ? about : `${title} · ${sayBytes(file.size)}`}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button size="xs" variant="default" onClick={() => input.current?.click()}>
          {file === null ? 'Scegli file…' : 'Cambia…'}
          <span className="visually-hidden"> {title}</span>
        </Button>
        {file !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`Togli ${file.name}`}
            data-tip="Togli"
            onClick={onRemove}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        )}
      </Group>
    </section>
  );
}
