import '@mantine/spotlight/styles.layer.css';
import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { sectionsTitled } from '../../shared/wording/guide/find-guide.ts';
import { fold } from '../../shared/wording/guide/fold.ts';
import { guide } from '../guide/pages.ts';
import { screens } from '../screens/registry.ts';
import { useApi } from '../state/api.tsx';
import { goTo } from '../state/route.ts';
import { PaletteHits } from './palette-hits.tsx';
import classes from './shell.module.css';
import { useCommands } from './use-commands.tsx';

/** The lists in which a text can be looked for. */
const lists = [
  { screen: 'pagamenti', among: 'fra i pagamenti' },
  { screen: 'flussi', among: 'fra i flussi' },
  { screen: 'provvisori', among: 'fra i provvisori' },
  { screen: 'posizioni', among: 'fra le posizioni debitorie' },
];

const icon = { size: 20, stroke: 1.7 } as const;

/** Ctrl+K: go anywhere and do anything by its name, find anything by its number, have any word explained. */
export function Palette() {
  const { ledger } = useApi();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const words = fold(wanted).split(/\s+/);
  const isMeant = (label: string): boolean => words.every((word) => fold(label).includes(word));
  const places = screens.filter(({ title }) => isMeant(`vai a ${title}`));
  const commands = useCommands().filter(({ label }) => isMeant(label));
  const entries = sectionsTitled(guide, wanted).slice(0, 5);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      title="Tavolozza dei comandi"
      classNames={{ header: classes['paletteHead'] ?? '', content: classes['palette'] ?? '' }}
    >
      <Spotlight.Search
        placeholder="Schermata, comando, IUV, IUF, nome, importo, parola…"
        aria-label="Comando o testo da cercare"
        leftSection={<IconSearch {...icon} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {places.length > 0 && (
          <Spotlight.ActionsGroup label="Schermate">
            {places.map(({ name, title, icon: Icon, letter }) => (
              <Spotlight.Action
                key={name}
                label={title}
                leftSection={<Icon {...icon} aria-hidden="true" />}
                rightSection={
                  <span>
                    <Kbd size="xs">G</Kbd> <Kbd size="xs">{letter.toUpperCase()}</Kbd>
                  </span>
                }
                onClick={() => goTo({ ledger, screen: name, ask: {} })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label="Comandi">
            {commands.map(({ id, label, icon: Icon, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Icon {...icon} aria-hidden="true" />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {wanted !== '' && (
          <Spotlight.ActionsGroup label="Cerca">
            {lists.map(({ screen, among }) => (
              <Spotlight.Action
                key={screen}
                label={`Cerca «${wanted}» ${among}`}
                leftSection={<IconSearch {...icon} aria-hidden="true" />}
                onClick={() => goTo({ ledger, screen, ask: { filter: { search: wanted } } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        <PaletteHits wanted={wanted} />
        {entries.length > 0 && (
          <Spotlight.ActionsGroup label="Aiuto">
            {entries.map(({ id, title }) => (
              <Spotlight.Action
                key={id}
                label={`Aiuto: ${title}`}
                leftSection={<IconHelp {...icon} aria-hidden="true" />}
                onClick={() => goTo({ ledger, screen: 'aiuto', ask: { voce: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
