import { FilterChoices } from './filter-menu.tsx';
import { useServices } from './use-services.ts';

/** The services that the office named, and none of them; nothing while it named none. */
export function ServiceChoices(props: {
  readonly chosen: readonly string[];
  readonly onChange: (part: { readonly services: readonly string[] }) => void;
}) {
  const { settings, serviceName } = useServices();
  const services = settings?.servizi.map(({ id }) => id) ?? [];
  if (services.length === 0) return null;
  return (
    <FilterChoices
      legend="Servizio"
      names={[...services, '']}
      label={serviceName}
      chosen={props.chosen}
      onChange={(chosen) => props.onChange({ services: chosen })}
    />
  );
}
