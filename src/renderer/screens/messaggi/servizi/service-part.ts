import type { MessageSettings } from './use-message-settings.ts';

export type ServicePart = MessageSettings['services'][number];

/** What the settings say of a service; one of which they say nothing has nothing set. */
export function partOf(settings: MessageSettings, id: string): ServicePart {
  return (
    settings.services.find((service) => service.id === id) ?? {
      id,
      name: null,
      cap: null,
      secure: false,
      contacts: null,
    }
  );
}

/** The settings with this part in the place of the one of the same service. */
export function withPart(settings: MessageSettings, part: ServicePart): MessageSettings {
  const others = settings.services.filter(({ id }) => id !== part.id);
  return { ...settings, services: [...others, part].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Nothing that was typed is null. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
