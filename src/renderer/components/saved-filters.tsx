import { ActionIcon, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { usePreference } from '../state/preferences.tsx';
import { isRecord } from '../state/route.ts';
import { PanelButton } from './panel-button.tsx';
import classes from './saved-filters.module.css';

type Json = Output<'preferences.read'>[string];

// A type, not an interface: only so is it plain JSON for the compiler.
type SavedFilter = { readonly name: string; readonly ask: Readonly<Record<string, Json>> };

/** «I miei filtri»: what one looks for often, by a name of one's own. */
export function SavedFilters(props: {
  readonly id: string;
  /** What is shown now, as its address says it. */
  readonly current: Readonly<Record<string, unknown>>;
  readonly onApply: (ask: Readonly<Record<string, unknown>>) => void;
}) {
  const { id, current, onApply } = props;
  const [saved, save] = usePreference<SavedFilter[]>(`${id}.filtri`, readSaved);
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const bare = name.trim();

  function keep(): void {
    if (bare === '') return;
    if (renaming === null) {
      const ask = toJson(current);
      save([...saved.filter((other) => other.name !== bare), { name: bare, ask }].toSorted(byName));
    } else {
      const others = saved.filter((other) => other.name !== bare || other.name === renaming);
      save(others.map((one) => (one.name === renaming ? { ...one, name: bare } : one)).toSorted(byName));
    }
    setName('');
    setRenaming(null);
  }

  return (
    <PanelButton icon={IconBookmark} text="I miei filtri" name="I miei filtri" width={330}>
      {(close) => (
        <>
          <Stack gap="sm">
            {saved.length === 0 ? (
              <Text size="sm" c="dimmed">
                Nessun filtro salvato. Impostare i filtri e l’ordine che servono spesso, poi dare loro un nome
                qui.
              </Text>
            ) : (
              <ul className={classes['list']} aria-label="Filtri salvati">
                {saved.map((one) => (
                  <li key={one.name} className={classes['item']}>
                    <UnstyledButton
                      className={classes['apply']}
                      onClick={() => {
                        onApply(one.ask);
                        close();
                      }}
                    >
                      {one.name}
                    </UnstyledButton>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Rinomina ${one.name}`}
                      onClick={() => {
                        setRenaming(one.name);
                        setName(one.name);
                      }}
                    >
                      <IconPencil size={16} aria-hidden="true" />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Elimina ${one.name}`}
                      onClick={() => save(saved.filter((other) => other.name !== one.name))}
                    >
                      <IconTrash size={16} aria-hidden="true" />
                    </ActionIcon>
                  </li>
                ))}
              </ul>
            )}
            <form
              onSubmit={(event) => {
                event.preventDefault();
                keep();
              }}
            >
              <Group gap="xs" align="flex-end" wrap="nowrap">
                <TextInput
                  className={classes['name']}
                  label={
                    renaming === null ? 'Salva quello che si vede ora come' : `Nuovo nome per «${renaming}»`
                  }
                  value={name}
                  maxLength={60}
                  autoComplete="off"
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <Button type="submit" disabled={bare === ''}>
                  {renaming === null ? 'Salva' : 'Rinomina'}
                </Button>
              </Group>
            </form>
          </Stack>
        </>
      )}
    </PanelButton>
  );
}

const byName = (a: SavedFilter, b: SavedFilter): number => a.name.localeCompare(b.name, 'it');

function readSaved(kept: Json | undefined): SavedFilter[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one) =>
    isRecord(one) && typeof one['name'] === 'string' && isRecord(one['ask'])
      ? [{ name: one['name'], ask: toJson(one['ask']) }]
      : [],
  );
}

function toJson(ask: Readonly<Record<string, unknown>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(ask).flatMap(([key, value]) => (isJson(value) ? [[key, value]] : [])),
  );
}

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) && Object.values(value).every(isJson);
}
