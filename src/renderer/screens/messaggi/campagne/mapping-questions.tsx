import { Group, Radio } from '@mantine/core';
import type { ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import { saySample } from '../../../../shared/wording/messages/list-samples.ts';
import { daysQuestion, decimalsQuestion } from '../../../../shared/wording/profiles.ts';
import type { questionsOf } from './list-mapping.ts';

/** What the list does not prove of itself: asked once, with an example in words, and kept with the profile. */
export function MappingQuestions(props: {
  readonly questions: ReturnType<typeof questionsOf>;
  readonly profile: ListProfile;
  readonly onAnswer: (answer: Partial<Pick<ListProfile, 'decimals' | 'days'>>) => void;
}) {
  const { questions, profile, onAnswer } = props;
  const { decimals: askDecimals, days: askDays } = questions;
  return (
    <>
      {askDecimals !== null && (
        <Radio.Group
          label={decimalsQuestion(askDecimals.example)}
          value={profile.decimals ?? ''}
          onChange={(value) =>
            onAnswer({ decimals: askDecimals.choices.find((choice) => choice === value) ?? null })
          }
        >
          <Group gap="lg" mt={6}>
            {askDecimals.choices.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={saySample('amount', { text: askDecimals.example }, { decimals: choice, days: null })}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
      {askDays !== null && (
        <Radio.Group
          label={daysQuestion(askDays.example)}
          value={profile.days ?? ''}
          onChange={(value) => onAnswer({ days: askDays.choices.find((choice) => choice === value) ?? null })}
        >
          <Group gap="lg" mt={6}>
            {askDays.choices.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={saySample('due', { text: askDays.example }, { decimals: null, days: choice })}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
    </>
  );
}
