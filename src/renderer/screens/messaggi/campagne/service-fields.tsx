import { Anchor, NativeSelect, Text, TextInput } from '@mantine/core';
import type { Output } from '../../../../shared/contract/api.ts';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { templatesFor, type Draft, type TemplateRow } from './draft.ts';
import classes from './list-step.module.css';

type Service = Output<'messages.services'>['services'][number];

/** Who writes, and with which words. */
export function ServiceFields(props: {
  readonly draft: Draft;
  readonly services: readonly Service[];
  readonly templates: readonly TemplateRow[];
  readonly onChange: (next: Partial<Draft>) => void;
  readonly open: PartProps['open'];
}) {
  const { draft, services, templates, onChange, open } = props;
  const service = services.find(({ id }) => id === draft.service) ?? null;
  const template = templates.find(({ name }) => name === draft.template) ?? null;
  const { ofService, ofAny, others } = templatesFor(templates, service);
  return (
    <div className={classes['fields']}>
      <div>
        <NativeSelect
          label="Servizio che scrive"
          data={[
            { value: '', label: 'Scegliere…' },
            ...services.map(({ id, name, ioName }) => ({ value: id, label: name ?? ioName ?? id })),
          ]}
          value={draft.service}
          onChange={(event) => onChange({ service: event.currentTarget.value })}
        />
        <ServiceNote service={service} any={services.length > 0} open={open} />
      </div>
      <div>
        <NativeSelect
          label="Modello del messaggio"
          data={[
            { value: '', label: 'Scegliere…' },
            ...group('Di questo servizio', ofService),
            ...group('Per qualunque servizio', ofAny),
            ...group('Di altri servizi', others),
          ]}
          value={draft.template}
          onChange={(event) => onChange({ template: event.currentTarget.value, templateText: null })}
        />
        {template !== null && (
          <Text size="sm" c="dimmed" mt={4}>
            {template.description}
          </Text>
        )}
      </div>
      <TextInput
        label="Nome della campagna (facoltativo)"
        placeholder={template === null ? 'Per ritrovarla: i cittadini non lo vedono' : `${template.title}, …`}
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </div>
  );
}

function ServiceNote(props: {
  readonly service: Service | null;
  readonly any: boolean;
  readonly open: PartProps['open'];
}) {
  const { service, any, open } = props;
  const { ledger } = useApi();
  if (!any)
    return (
      <Text size="sm" c="dimmed" mt={4}>
        Ancora nessun servizio:{' '}
        <Anchor size="sm" href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'servizi' } })}>
          aggiungerlo nelle impostazioni
        </Anchor>
        .
      </Text>
    );
  if (service === null || service.key !== null) return null;
  return (
    <Text size="sm" c="dimmed" mt={4}>
      Manca la sua chiave: si può preparare tutto, e per inviare{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => open('servizi')}>
        va incollata
      </Anchor>
      .
    </Text>
  );
}

function group(name: string, templates: readonly TemplateRow[]) {
  if (templates.length === 0) return [];
  return [
    { group: name, items: templates.map((template) => ({ value: template.name, label: template.title })) },
  ];
}
