import { CloseButton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { findHelp } from '../../../shared/wording/help/find.ts';
import { help } from '../../../shared/wording/help/help.ts';
import { many } from '../../../shared/wording/figures.ts';
import { Page } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import classes from './aiuto.module.css';
import { Contents } from './contents.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { AboutSheet, KeysSheet, otherSheets } from './other-sheets.tsx';
import { reveal } from './voce.ts';

const addressAfterMs = 300;

/** `ask.voce`: the entry or section to begin with; `ask.cerca`: the words that are looked for. */
export function AiutoScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger } = useApi();
  const voce = typeof ask['voce'] === 'string' ? ask['voce'] : null;
  const asked = typeof ask['cerca'] === 'string' ? ask['cerca'] : '';
  const [typed, setTyped] = useState({ asked, text: asked });
  const wanted = typed.asked === asked ? typed.text : asked;
  const sections = useMemo(() => findHelp(help, wanted), [wanted]);
  const isSearching = wanted.trim() !== '';
  const found = sections.reduce((count, { entries }) => count + entries.length, 0);

  useEffect(() => {
    if (wanted === asked) return undefined;
    // Browsers slow down who changes the address at every key.
    const later = setTimeout(
      () => goTo({ ledger, screen: 'aiuto', ask: wanted === '' ? {} : { cerca: wanted } }, true),
      addressAfterMs,
    );
    return () => clearTimeout(later);
  }, [wanted, asked, ledger]);

  useEffect(() => {
    if (voce !== null) reveal(voce);
  }, [voce]);

  return (
    <Page title="Aiuto" lead="Tutto è qui, anche senza rete.">
      <div className={classes['search']}>
        <TextInput
          data-search
          aria-label="Cerca nell’aiuto"
          placeholder="Cerca una parola: IUF, storno, bollo…"
          leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
          value={wanted}
          autoComplete="off"
          onChange={(event) => setTyped({ asked, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped({ asked, text: '' });
          }}
          rightSection={
            isSearching && (
              <CloseButton
                size="sm"
                aria-label="Togli la ricerca"
                onClick={() => setTyped({ asked, text: '' })}
              />
            )
          }
        />
        <Text role="status" size="sm" c="dimmed">
          {isSearching &&
            (found === 0 ? 'Nessuna voce trovata' : many(found, 'voce trovata', 'voci trovate'))}
        </Text>
      </div>
      <div className={classes['columns']}>
        <Contents
          sections={[
            ...sections.map(({ id, title, entries }) => ({
              id,
              title,
              count: isSearching ? entries.length : null,
            })),
            ...(isSearching ? [] : otherSheets),
          ]}
        />
        <div className={classes['sheets']}>
          {sections.map((section) => (
            <HelpSheet key={section.id} section={section} wanted={wanted} />
          ))}
          {isSearching && found === 0 && (
            <Text c="dimmed">
              Nessuna voce contiene tutte queste parole. Provare con una sola, o con la sigla: per esempio
              «RT» per la ricevuta.
            </Text>
          )}
          {!isSearching && (
            <>
              <KeysSheet />
              <AboutSheet />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
