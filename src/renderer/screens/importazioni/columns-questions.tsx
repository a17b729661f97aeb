import { Checkbox, Group, Radio } from '@mantine/core';
import { questionsOf, type ProfileDraft, type TableToMatch } from '../../../shared/domain/profile-draft.ts';
import {
  daysQuestion,
  decimalsQuestion,
  marksQuestion,
  sayDays,
  sayDecimals,
} from '../../../shared/wording/profiles.ts';

/** What the list does not prove of itself: asked once, and kept with the profile. */
export function ColumnsQuestions(props: {
  readonly table: TableToMatch;
  readonly draft: ProfileDraft;
  readonly onAnswer: (answer: Partial<ProfileDraft>) => void;
}) {
  const { table, draft, onAnswer } = props;
  return questionsOf(table.columns, draft.columns).map((question) => {
    switch (question.code) {
      case 'decimals': {
        const { example, choices } = question;
        return (
          <Radio.Group
            key="decimals"
            label={decimalsQuestion(example)}
            value={draft.decimals ?? ''}
            onChange={(value) => onAnswer({ decimals: choices.find((choice) => choice === value) ?? null })}
          >
            <Group gap="lg" mt={6}>
              {choices.map((choice) => (
                <Radio key={choice} value={choice} label={sayDecimals(choice, example)} />
              ))}
            </Group>
          </Radio.Group>
        );
      }
      case 'days': {
        const { example, choices } = question;
        return (
          <Radio.Group
            key="days"
            label={daysQuestion(example)}
            value={draft.days ?? ''}
            onChange={(value) => onAnswer({ days: choices.find((choice) => choice === value) ?? null })}
          >
            <Group gap="lg" mt={6}>
              {choices.map((choice) => (
                <Radio key={choice} value={choice} label={sayDays(choice, example)} />
              ))}
            </Group>
          </Radio.Group>
        );
      }
      case 'marks': {
        const { values } = question;
        return (
          <Checkbox.Group
            key="marks"
            label={marksQuestion}
            description="Gli altri dicono che il denaro è uscito."
            value={[...draft.credits]}
            onChange={(credits) =>
              onAnswer({ credits, debits: values.filter((value) => !credits.includes(value)) })
            }
          >
            <Group gap="lg" mt={6}>
              {values.map((value) => (
                <Checkbox key={value} value={value} label={value} />
              ))}
            </Group>
          </Checkbox.Group>
        );
      }
    }
  });
}
