import { Skeleton, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSettings } from '../../state/settings.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { AggiornamentoSection } from './aggiornamento-section.tsx';
import { AspettoSection } from './aspetto-section.tsx';
import { CartellaSection } from './cartella-section.tsx';
import { CodiciSection } from './codici-section.tsx';
import { EnteSection } from './ente-section.tsx';
import classes from './impostazioni.module.css';
import { PartnerSection } from './partner-section.tsx';
import { ProfiliSection } from './profili-section.tsx';
import { ProgrammiSection } from './programmi-section.tsx';
import { RegistroSection } from './registro-section.tsx';
import { ServiziSection } from './servizi-section.tsx';

/** `ask.sezione`: which part to begin with. */
export function ImpostazioniScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { settings, problem } = useSettings();
  const about = useQuestion('about.read', {});
  const section = ask['sezione'];
  const ready = settings !== null;
  useEffect(() => {
    if (!ready || typeof section !== 'string') return;
    const found = document.getElementById(`sezione-${section}`);
    found?.scrollIntoView();
    found?.focus({ preventScroll: true });
  }, [section, ready]);

  return (
    <Page
      title="Impostazioni"
      lead="Non c’è un tasto da premere: ogni parte si salva da sola appena è completa."
    >
      <ProblemNotice problem={problem} />
      {settings === null && problem === null && (
        <Stack gap="md" aria-hidden="true">
          <Skeleton height={150} />
          <Skeleton height={220} />
          <Skeleton height={180} />
        </Stack>
      )}
      {settings !== null && (
        <Stack gap="md" className={classes['sections'] ?? ''}>
          <EnteSection ente={settings.ente} inUse={settings.ente !== null && about.value?.empty === false} />
          <CodiciSection settings={settings} />
          <PartnerSection settings={settings} />
          <ServiziSection servizi={settings.servizi} />
          <ProfiliSection />
          <ProgrammiSection />
          <CartellaSection />
          <AspettoSection />
          <RegistroSection about={about.value} />
          {about.value?.policies.off.includes('updates') !== true && (
            <AggiornamentoSection about={about.value} />
          )}
        </Stack>
      )}
    </Page>
  );
}
