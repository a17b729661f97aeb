import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleName } from '../../../../shared/domain/message/message-rules.ts';
import { ruleLabels, ruleMeanings, ruleModeLabels } from '../../../../shared/wording/messages/rules.ts';
import classes from './promemoria.module.css';
import type { Choice } from './rules-draft.ts';

/** One rule: whether it is on, and with which text. */
export function RuleRow(props: {
  readonly rule: RuleName;
  /** Of the service: its fields are told apart for who hears them. */
  readonly of: string;
  readonly choice: Choice;
  readonly template: string;
  readonly templates: readonly { readonly value: string; readonly label: string }[];
  readonly onChoice: (choice: Choice) => void;
  readonly onTemplate: (name: string) => void;
  /** More that can be chosen of this rule. */
  readonly children?: ReactNode;
}) {
  const { rule, of, choice, template, templates, onChoice, onTemplate, children } = props;
  return (
    <div className={classes['rule']}>
      <div>
        <Text fw={600} size="sm">
          {ruleLabels[rule]}
        </Text>
        <Text size="sm" c="dimmed">
          {ruleMeanings[rule]}
        </Text>
      </div>
      <div className={classes['fields']}>
        <NativeSelect
          label={<Label text="Che cosa fare" more={`${ruleLabels[rule]}, ${of}`} />}
          data={[
            { value: 'off', label: 'Spento' },
            { value: 'confirm', label: ruleModeLabels.confirm },
            { value: 'automatic', label: ruleModeLabels.automatic },
          ]}
          value={choice}
          onChange={(event) => onChoice(choiceNamed(event.currentTarget.value))}
        />
        <NativeSelect
          label={<Label text="Modello" more={`${ruleLabels[rule]}, ${of}`} />}
          data={[...templates]}
          value={template}
          onChange={(event) => onTemplate(event.currentTarget.value)}
        />
        {children}
      </div>
    </div>
  );
}

/** The same words stand beside every rule: who hears them is told of which one they are. */
export function Label({ text, more }: { readonly text: string; readonly more: string }) {
  return (
    <>
      {text}
      <span className="visually-hidden">: {more}</span>
    </>
  );
}

function choiceNamed(value: string): Choice {
  return value === 'confirm' || value === 'automatic' ? value : 'off';
}
