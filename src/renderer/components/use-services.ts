import { useCallback } from 'react';
import { useQuestion } from '../state/use-question.ts';

/** The settings, and the names that the office gave its services. */
export function useServices() {
  const settings = useQuestion('settings.read', {}).value;
  const servizi = settings?.servizi;
  const serviceName = useCallback(
    (id: string) =>
      id === '' ? 'senza servizio' : (servizi?.find((servizio) => servizio.id === id)?.nome ?? id),
    [servizi],
  );
  return { settings, serviceName };
}
