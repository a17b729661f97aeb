import { CloseButton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { chapterOf, findInGuide } from '../../../shared/wording/guide/find-guide.ts';
import { many } from '../../../shared/wording/figures.ts';
import { Page } from '../../components/page.tsx';
import { guide } from '../../guide/pages.ts';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import classes from './aiuto.module.css';
import { ChapterSheet } from './chapter-sheet.tsx';
import { Contents } from './contents.tsx';
import { AboutSheet, KeysSheet, otherSheets } from './other-sheets.tsx';
import { reveal } from './voce.ts';

const addressAfterMs = 300;

/** `ask.voce`: the section or chapter to open; `ask.cerca`: the words that are looked for. */
export function AiutoScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger } = useApi();
  const voce = typeof ask['voce'] === 'string' ? ask['voce'] : null;
  const asked = typeof ask['cerca'] === 'string' ? ask['cerca'] : '';
  const [typed, setTyped] = useState({ asked, text: asked });
  const wanted = typed.asked === asked ? typed.text : asked;
  const isSearching = wanted.trim() !== '';
  const found = useMemo(() => findInGuide(guide, wanted), [wanted]);
  const count = found.reduce((sum, { sections }) => sum + sections.length, 0);
  const isOther = otherSheets.some(({ id }) => id === voce);
  const open = isOther ? null : ((voce === null ? null : chapterOf(guide, voce)) ?? guide.index);

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
    <Page title="Aiuto" lead="La guida è tutta qui, anche senza rete.">
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
            (count === 0 ? 'Nessuna voce trovata' : many(count, 'voce trovata', 'voci trovate'))}
        </Text>
      </div>
      <div className={classes['columns']}>
        <Contents
          current={isSearching ? null : (open?.id ?? voce)}
          contents={
            isSearching
              ? found.map(({ id, title, sections }) => ({ id, title, count: sections.length, sections: [] }))
              : [
                  ...[guide.index, ...guide.chapters].map(({ id, title, sections }) => ({
                    id,
                    title,
                    count: null,
                    sections: id === open?.id ? sections.filter(({ level }) => level === 2) : [],
                  })),
                  ...otherSheets.map((sheet) => ({ ...sheet, sections: [] })),
                ]
          }
        />
        <div className={classes['sheets']}>
          {isSearching
            ? found.map((chapter) => <ChapterSheet key={chapter.id} chapter={chapter} wanted={wanted} />)
            : open !== null && <ChapterSheet key={open.id} chapter={open} wanted="" />}
          {isSearching && count === 0 && (
            <Text c="dimmed">
              Nessuna voce contiene tutte queste parole. Provare con una sola, o con la sigla: per esempio
              «RT» per la ricevuta.
            </Text>
          )}
          {!isSearching && isOther && (
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
