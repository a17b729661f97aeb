import { Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { sayPreparationWarning } from '../../../../shared/wording/messages/preparation.ts';
import { sayCount } from '../../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import type { Accepted } from './draft.ts';
import classes from './findings.module.css';
import { RefusedRows } from './refused-rows.tsx';
import { RowPreview } from './row-preview.tsx';
import type { WalkedMessage } from './row-walk.ts';
import type { Campaign } from './states.ts';

/** What the list was found to be: figures, warnings, rows that are left out; and every message as its citizen sees it. */
export function Findings(props: {
  readonly campaign: Campaign;
  /** It is of earlier choices: still to be looked at, not to be trusted. */
  readonly stale?: boolean;
  /** It was made just now. */
  readonly focused?: boolean;
  readonly onAccept: ((accepted: Accepted) => void) | null;
  readonly onLook?: (message: WalkedMessage) => void;
}) {
  const { campaign, stale = false, focused = false, onAccept, onLook } = props;
  const { value, problem } = useQuestion('campaigns.findings', { id: campaign.id });
  if (value === null)
    return problem === null ? (
      <Skeleton height={260} aria-hidden="true" />
    ) : (
      <ProblemNotice problem={problem} />
    );
  return (
    <div className={classes['sides']} data-stale={stale}>
      <Stack gap="md">
        <Figures prepared={value} focused={focused} />
        {value.warnings.length > 0 && (
          <ul className={classes['warnings']} aria-label="Avvertenze">
            {value.warnings.map((warning, index) => (
              <li key={index}>
                <IconAlertTriangle size={18} aria-hidden="true" />
                <span>{sayPreparationWarning(warning)}</span>
              </li>
            ))}
          </ul>
        )}
        <RefusedRows
          campaign={campaign.id}
          refused={value.refused}
          draft={campaign.queuedAt === null}
          onAccept={onAccept}
        />
      </Stack>
      {value.ready > 0 ? (
        <RowPreview campaign={campaign} count={value.ready} onLook={onLook} />
      ) : (
        <Text size="sm" c="dimmed">
          Nessun messaggio da vedere.
        </Text>
      )}
    </div>
  );
}

function Figures(props: { readonly prepared: Output<'campaigns.findings'>; readonly focused: boolean }) {
  const { prepared, focused } = props;
  const whole = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (focused) whole.current?.focus();
  }, [focused]);
  const { rows, ready, refused, warnings } = prepared;
  const figures = [
    { name: rows === 1 ? 'riga' : 'righe', value: rows, mood: null },
    {
      name: ready === 1 ? 'pronto' : 'pronti',
      value: ready,
      mood: ready > 0 ? 'good' : null,
    },
    {
      name: refused.length === 1 ? 'rifiutata' : 'rifiutate',
      value: refused.length,
      mood: refused.length > 0 ? 'bad' : null,
    },
    {
      name: warnings.length === 1 ? 'avvertenza' : 'avvertenze',
      value: warnings.length,
      mood: warnings.length > 0 ? 'warning' : null,
    },
  ];
  return (
    <div
      ref={whole}
      role="status"
      tabIndex={-1}
      className={classes['verdict']}
      aria-label="Che cosa dice l’elenco"
    >
      <ul className={classes['figures']}>
        {figures.map(({ name, value, mood }) => (
          <li key={name} data-mood={mood}>
            <span className="figures">{sayCount(value)}</span> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
