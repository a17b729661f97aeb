import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { Output } from '../../../../shared/contract/api.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { Sheet } from '../../../components/page.tsx';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import classes from './modelli.module.css';
import { isUnsaved } from './unsaved.ts';

export type TemplateRow = Output<'templates.list'>['templates'][number];

/** The texts of the program and of the office, in order of service. */
export function TemplateList(props: {
  readonly templates: readonly TemplateRow[];
  readonly onOpen: (name: string) => void;
}) {
  const { templates, onOpen } = props;
  const { ledger } = useApi();
  const services = [...new Set(templates.map(({ service }) => service))].toSorted(byName);
  return (
    <Sheet
      title="Modelli"
      aside={
        <Text size="sm" c="dimmed">
          Un modello è il testo che si riempie per ogni riga di un elenco.
        </Text>
      }
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Modello</th>
            <th scope="col">A che cosa serve</th>
            <th scope="col">Pagamento</th>
            <th scope="col">Stato</th>
          </tr>
        </thead>
        {services.map((service) => (
          <tbody key={service ?? ''}>
            <tr className={classes['group']}>
              <th colSpan={4} scope="rowgroup">
                {service ?? 'Per qualunque servizio'}
              </th>
            </tr>
            {templates
              .filter((template) => template.service === service)
              .toSorted((a, b) => a.title.localeCompare(b.title, 'it'))
              .map((template) => (
                <tr key={template.name}>
                  <th scope="row">
                    <Anchor
                      href={addressOf({
                        ledger,
                        screen: 'messaggi',
                        ask: { parte: 'modelli', modello: template.name },
                      })}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        onOpen(template.name);
                      }}
                    >
                      {template.title}
                    </Anchor>
                  </th>
                  <td>{template.description}</td>
                  <td>{template.payment ? 'avviso pagoPA' : 'nessuno'}</td>
                  <td>
                    <Marks template={template} />
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </Sheet>
  );
}

function Marks({ template }: { readonly template: TemplateRow }) {
  const { name, complaints } = template;
  return (
    <Group gap={6}>
      <span className={classes['origin']}>{sayOrigin(template)}</span>
      {isUnsaved(name) && (
        <Badge variant="outline" color="gray" tt="none">
          modifiche non salvate
        </Badge>
      )}
      {complaints.length > 0 && (
        <span
          className={classes['faults']}
          data-severity={complaints.some(({ severity }) => severity === 'refuses') ? 'refuses' : 'warns'}
        >
          {sayShort(complaints)}
        </span>
      )}
    </Group>
  );
}

function sayShort(complaints: TemplateRow['complaints']): string {
  const faults = complaints.filter(({ severity }) => severity === 'refuses').length;
  return faults > 0 ? many(faults, 'difetto', 'difetti') : `${complaints.length} da pesare`;
}

export function sayOrigin({ builtIn, edited }: Pick<TemplateRow, 'builtIn' | 'edited'>): string {
  if (!builtIn) return 'dell’ufficio';
  return edited ? 'modificato dall’ufficio' : 'del programma';
}

/** Those of no service come last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.localeCompare(b, 'it');
}
