import { Skeleton, Stack, Text } from '@mantine/core';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { CheckPanel } from './check-panel.tsx';
import { CieRulesSheet } from './cie-rules.tsx';
import classes from './promemoria.module.css';
import { servicesShown, withService } from './rules-draft.ts';
import { ServiceRulesSheet } from './service-rules.tsx';
import { useRules, type RulesDesk } from './use-rules.ts';

/** What is prepared by itself: from new debt positions, before they fall due, from identity cards that expire. */
export function Promemoria() {
  const desk = useRules();
  const services = useQuestion('messages.services', {});
  const templates = useQuestion('templates.list', {});
  const { state } = desk;
  const texts = templates.value?.templates ?? null;
  const ready = state !== null && services.value !== null && texts !== null;
  const shown = ready ? servicesShown(state.rules, services.value.services) : [];
  return (
    <Stack gap="md" className={classes['sheets'] ?? ''}>
      <ProblemNotice problem={desk.problem} onClose={desk.forget} />
      <ProblemNotice problem={services.problem ?? templates.problem} />
      <Text size="sm" c="dimmed" role="status">
        Ogni scelta si salva da sola. {savingWords[desk.saving]}
      </Text>
      {!ready && <Skeleton height={220} aria-hidden="true" />}
      {ready && (
        <>
          <CheckPanel state={state} />
          {shown.length === 0 && (
            <Text size="sm">
              Nelle impostazioni non c’è ancora nessun servizio: le regole sono di un servizio alla volta.
            </Text>
          )}
          {shown.map(({ name, rules }) => (
            <ServiceRulesSheet
              key={rules.service}
              name={name}
              rules={rules}
              templates={texts}
              onChange={(changed) => desk.change((before) => withService(before, changed))}
            />
          ))}
          <CieRulesSheet
            cie={state.rules.cie}
            services={shown.map(({ name, rules }) => ({ id: rules.service, name }))}
            templates={texts}
            onChange={(cie) => desk.change((before) => ({ ...before, cie }))}
          />
        </>
      )}
    </Stack>
  );
}

const savingWords: Readonly<Record<RulesDesk['saving'], string>> = {
  idle: '',
  saving: 'Salvataggio…',
  saved: 'Salvato.',
  refused: 'Non salvato.',
};
