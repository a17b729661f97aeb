import { Group, Radio } from '@mantine/core';
import type { ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import type { ListProposal } from '../../../../shared/domain/message/list-proposal.ts';
import { saySample } from '../../../../shared/wording/messages/list-samples.ts';
import { daysQuestion, decimalsQuestion } from '../../../../shared/wording/profiles.ts';

/** What the list does not prove of itself: asked once, with an example in words, and kept with the profile. */
export function MappingQuestions(props: {
  readonly proposal: ListProposal;
  readonly profile: ListProfile;
  /** Is there a column of amounts, of days? */
  readonly amounts: boolean;
  readonly days: boolean;
  readonly onAnswer: (answer: Partial<Pick<ListProfile, 'decimals' | 'days'>>) => void;
}) {
  const { profile, amounts, days, onAnswer } = props;
  const { askDecimals, askDays } = props.proposal;
  return (
    <>
      {amounts && askDecimals !== null && (
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
      {days && askDays !== null && (
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
