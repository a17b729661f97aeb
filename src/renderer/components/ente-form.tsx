import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { useApi } from '../state/api.tsx';
import { changeSettings } from '../state/change-settings.ts';
import { complainOfCodiceFiscale, complainOfDenominazione, normalizeEnte } from './ente.ts';
import { ProblemNotice } from './problem-notice.tsx';

type Ente = NonNullable<Settings['ente']>;

const nobody: Ente = { codiceFiscale: '', denominazione: '' };

/** Asks once who we are; `proposed` is what the documents say of it. */
export function EnteForm(props: {
  readonly proposed?: Ente;
  readonly action: string;
  readonly onSaved?: () => void;
}) {
  const { proposed = nobody, action, onSaved } = props;
  const { link } = useApi();
  const [draft, setDraft] = useState(proposed);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const complaints = {
    codiceFiscale: complainOfCodiceFiscale(draft.codiceFiscale),
    denominazione: complainOfDenominazione(draft.denominazione),
  };
  // Eleven digits can be checked at once; before that, whoever types is left in peace.
  const isKnown = proposed !== nobody;
  const isWhole = draft.codiceFiscale.replace(/\s/g, '').length >= 11;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (complaints.codiceFiscale !== null || complaints.denominazione !== null) return;
    setSaving(true);
    const told = await changeSettings(link, (settings) => ({ ...settings, ente: normalizeEnte(draft) }));
    setSaving(false);
    setProblem(told.ok ? null : told.problem);
    if (told.ok) onSaved?.();
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} aria-label="Il nostro ente">
      <Stack gap="xs">
        <TextInput
          label="Codice fiscale dell’ente"
          description="Undici cifre, come sulla carta intestata."
          placeholder="per esempio 00123450678"
          inputMode="numeric"
          autoFocus={!isKnown}
          autoComplete="off"
          classNames={{ input: 'figures' }}
          value={draft.codiceFiscale}
          error={tried || isWhole ? complaints.codiceFiscale : null}
          onChange={(event) => setDraft({ ...draft, codiceFiscale: event.currentTarget.value })}
        />
        <TextInput
          label="Denominazione"
          placeholder="Comune di …"
          autoComplete="off"
          value={draft.denominazione}
          error={tried ? complaints.denominazione : null}
          onChange={(event) => setDraft({ ...draft, denominazione: event.currentTarget.value })}
        />
        <ProblemNotice problem={problem} />
        <div>
          <Button type="submit" autoFocus={isKnown} loading={saving}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
