import { useMemo } from 'react';
import { useQuestion } from '../../../state/use-question.ts';

/** How the office calls itself and a service in its messages, and whom citizens may call. */
export interface Office {
  readonly ente: string;
  readonly servizio: string;
  readonly contatti: string | null;
}

/** `service` is an id, or what a text calls its service; null for any. */
export function useOffice(service: string | null): Office {
  const settings = useQuestion('settings.read', {}).value;
  const messages = useQuestion('messages.settings.read', {}).value;
  const known = useQuestion('messages.services', {}).value;
  return useMemo(() => {
    const wanted = service?.toLowerCase();
    const found = known?.services.find(
      ({ id, name }) => id.toLowerCase() === wanted || name?.toLowerCase() === wanted,
    );
    const own = messages?.services.find(({ id }) => id === found?.id);
    return {
      ente: settings?.ente?.denominazione ?? 'Il Comune',
      servizio: found?.ioName ?? found?.name ?? service ?? 'Un servizio',
      contatti: own?.contacts ?? messages?.contacts ?? null,
    };
  }, [service, settings, messages, known]);
}
