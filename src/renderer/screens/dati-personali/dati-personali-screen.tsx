import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { EstrattoSection } from './estratto-section.tsx';
import { MinimizzaSection } from './minimizza-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { RegistroTrattamentiSection } from './registro-trattamenti-section.tsx';
import { ScartoSection } from './scarto-section.tsx';
import { SchermoSection } from './schermo-section.tsx';

/** What law asks of whoever keeps data of people, in one place. `ask.sezione`: which part to begin with. */
export function DatiPersonaliScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  // Copies are no part of the ledger: what is done here is asked about anew.
  const [turn, setTurn] = useState(0);
  const { value, problem } = useQuestion('privacy.read', {}, turn);
  const again = (): void => setTurn((before) => before + 1);
  const section = ask['sezione'];
  useEffect(() => {
    if (typeof section !== 'string') return;
    const found = document.getElementById(`sezione-${section}`);
    found?.scrollIntoView();
    found?.focus({ preventScroll: true });
  }, [section]);
  return (
    <Page
      title="Dati personali"
      lead="Chi può vederli, chi li chiede, quanto si tengono e con quale atto si scartano. Il programma è una copia di lavoro: gli originali stanno nel protocollo e nei gestionali."
    >
      <ProblemNotice problem={problem} />
      <Stack gap="md">
        <SchermoSection />
        <EstrattoSection />
        <MinimizzaSection copies={value?.copies ?? []} done={value?.minimisations ?? []} onDone={again} />
        <ScartoSection scarti={value?.scarti ?? []} onDone={again} />
        <PlacesSection places={value?.places ?? []} canOpenFolder={value?.canOpenFolder ?? false} />
        <RegistroTrattamentiSection />
      </Stack>
    </Page>
  );
}
