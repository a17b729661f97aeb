import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { tariScenarios } from '../../../../shared/domain/message/tari-plan.ts';
import { tariScenarioLabels } from '../../../../shared/wording/messages/tari-plan.ts';
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
        <TextInput
          type="date"
          label="Giorno da cui si passa alle rate (facoltativo)"
          description="Vuoto: il giorno dopo la scadenza della rata unica."
          inputWrapperOrder={['label', 'input', 'description']}
          value={draft.decisionDay}
          onChange={(event) => onChange({ decisionDay: event.currentTarget.value })}
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
      <Checkbox
        className={classes['check'] ?? ''}
        label="Scrivi anche per scadenze già passate"
        description="Di solito sono righe da correggere."
        checked={draft.allowPastDue}
        onChange={(event) => onChange({ allowPastDue: event.currentTarget.checked })}
      />
    </div>
  );
}
