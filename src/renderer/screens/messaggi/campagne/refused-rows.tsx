import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { RowRefusal } from '../../../../shared/domain/message/preparation.ts';
import { sayRowRefusal } from '../../../../shared/wording/messages/preparation.ts';
import { sayCount } from '../../../../shared/wording/figures.ts';
import { MoreButton } from '../../../components/more-button.tsx';
import { SaveMade } from '../../../components/save-made.tsx';
import { useApi } from '../../../state/api.tsx';
import { AcceptDialog, acceptable } from './accept-dialog.tsx';
import type { Accepted } from './draft.ts';
import classes from './findings.module.css';

const pageSize = 25;

/** Rows that nobody is written to because of: each with its sentence, and with a way to say that it is right. */
export function RefusedRows(props: {
  readonly campaign: number;
  readonly refused: readonly RowRefusal[];
  /** Nothing was confirmed yet. */
  readonly draft: boolean;
  readonly onAccept: ((accepted: Accepted) => void) | null;
}) {
  const { campaign, refused, draft, onAccept } = props;
  const { link } = useApi();
  const [shown, setShown] = useState(pageSize);
  const [asking, setAsking] = useState<RowRefusal | null>(null);
  if (refused.length === 0) return null;
  const anyOpen = draft && onAccept === null && refused.some((one) => acceptable(one) !== null);
  return (
    <section aria-label="Righe rifiutate">
      <Group justify="space-between" gap="sm" mb={6}>
        <h3 className={classes['subtitle']}>
          {refused.length === 1 ? 'Una riga rifiutata' : 'Righe rifiutate'}
        </h3>
        <SaveMade size="compact-sm" make={() => link.call('campaigns.refused', { id: campaign })}>
          Scarica per chi ha fatto l’elenco
        </SaveMade>
      </Group>
      {anyOpen && (
        <Text size="sm" c="dimmed" mb={4}>
          Per dire che un valore è giusto così serve di nuovo l’elenco: preparare un’altra campagna.
        </Text>
      )}
      <ul className={classes['refused']}>
        {refused.slice(0, shown).map((one, index) => (
          <li key={index}>
            <span>{sayRowRefusal(one)}</span>
            {onAccept !== null && acceptable(one) !== null && (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(one)}>
                È giusto così…<span className="visually-hidden"> (riga {one.row})</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <MoreButton
        goesOn={shown < refused.length}
        loading={false}
        onMore={() => setShown((before) => before + pageSize * 4)}
        label={`Mostrane altre (${sayCount(refused.length - shown)})`}
      />
      {asking !== null && onAccept !== null && (
        <AcceptDialog refusal={asking} onAccept={onAccept} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}
