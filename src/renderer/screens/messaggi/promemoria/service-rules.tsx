import { NativeSelect } from '@mantine/core';
import type { Output } from '../../../../shared/contract/api.ts';
import type { ServiceRules } from '../../../../shared/domain/message/message-rules.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { Sheet } from '../../../components/page.tsx';
import { Label, RuleRow } from './rule-row.tsx';
import { choiceOf, chosen, templatesFor } from './rules-draft.ts';

const daysBefore = [1, 2, 3, 5, 7, 10, 14, 21, 30];

/** What one service has prepared by itself. */
export function ServiceRulesSheet(props: {
  readonly name: string;
  readonly rules: ServiceRules;
  readonly templates: Output<'templates.list'>['templates'];
  readonly onChange: (rules: ServiceRules) => void;
}) {
  const { name, rules, templates, onChange } = props;
  const { positions, remind, welcome } = rules;
  const days = daysBefore.includes(remind.daysBefore) ? daysBefore : [remind.daysBefore, ...daysBefore];
  return (
    <Sheet title={name}>
      <RuleRow
        rule="positions"
        of={name}
        choice={choiceOf(positions)}
        template={positions.template}
        templates={templatesFor('positions', templates, positions.template)}
        onChoice={(choice) =>
          onChange({ ...rules, positions: { ...positions, ...chosen(choice, positions.mode) } })
        }
        onTemplate={(template) => onChange({ ...rules, positions: { ...positions, template } })}
      />
      <RuleRow
        rule="remind"
        of={name}
        choice={choiceOf(remind)}
        template={remind.template}
        templates={templatesFor('remind', templates, remind.template)}
        onChoice={(choice) => onChange({ ...rules, remind: { ...remind, ...chosen(choice, remind.mode) } })}
        onTemplate={(template) => onChange({ ...rules, remind: { ...remind, template } })}
      >
        <NativeSelect
          label={<Label text="Giorni prima della scadenza" more={name} />}
          data={days.map((n) => ({ value: String(n), label: many(n, 'giorno', 'giorni') }))}
          value={String(remind.daysBefore)}
          onChange={(event) =>
            onChange({ ...rules, remind: { ...remind, daysBefore: Number(event.currentTarget.value) } })
          }
        />
      </RuleRow>
      <RuleRow
        rule="welcome"
        of={name}
        choice={choiceOf(welcome)}
        template={welcome.template}
        templates={templatesFor('welcome', templates, welcome.template)}
        onChoice={(choice) =>
          onChange({ ...rules, welcome: { ...welcome, ...chosen(choice, welcome.mode) } })
        }
        onTemplate={(template) => onChange({ ...rules, welcome: { ...welcome, template } })}
      />
    </Sheet>
  );
}
