import { Checkbox, NativeSelect } from '@mantine/core';
import { tariScenarios } from '../../../../shared/domain/message/tari-plan.ts';
import { tariScenarioLabels } from '../../../../shared/wording/messages/tari-plan.ts';
import { italianDay } from '../../../../shared/wording/figures.ts';
import { TypedField } from '../../../components/typed-field.tsx';
import { typedDay } from '../../../components/typed-values.ts';
import type { Draft } from './draft.ts';
import classes from './list-step.module.css';

/** How instalments are asked for, and what happens to rows that lack something. */
export function OptionFields(props: {
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
}) {
  const { draft, onChange } = props;
  const waits = draft.scenario === null || draft.scenario === 'unica-first';
  return (
    <>
      <div className={classes['fields']}>
        <NativeSelect
          label="Rate"
          data={[
            { value: '', label: 'Come suggerisce l’elenco' },
            ...tariScenarios.map((value) => ({ value, label: tariScenarioLabels[value] })),
          ]}
          value={draft.scenario ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ scenario: tariScenarios.find((one) => one === value) ?? null })
          }
        />
        {waits && (
          <TypedField
            label="Le rate dal giorno (facoltativo)"
            placeholder="gg/mm/aaaa: di solito dopo la rata unica"
            shown={italianDay(draft.decisionDay)}
            read={typedDay}
            wrong="Giorno non valido"
            onChange={(decisionDay) => onChange({ decisionDay })}
          />
        )}
        {draft.properties !== null && (
          <NativeSelect
            label="Chi non ha immobili nell’elenco"
            data={[
              { value: 'block', label: 'Non riceve il messaggio' },
              { value: 'send', label: 'Lo riceve senza immobili' },
            ]}
            value={draft.missingProperties}
            onChange={(event) =>
              onChange({ missingProperties: event.currentTarget.value === 'send' ? 'send' : 'block' })
            }
          />
        )}
      </div>
      <Checkbox
        label="Scrivi anche per scadenze già passate"
        description="Di solito sono righe da correggere."
        checked={draft.allowPastDue}
        onChange={(event) => onChange({ allowPastDue: event.currentTarget.checked })}
      />
    </>
  );
}
