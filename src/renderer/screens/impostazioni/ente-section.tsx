import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { nameOf } from '../../state/api.tsx';
import { useSettings } from '../../state/settings.tsx';
import { complainOfCodiceFiscale, complainOfDenominazione, normalizeEnte } from '../../components/ente.ts';
import classes from './impostazioni.module.css';
import { SavedSection } from './section.tsx';
import { useDraft } from '../../state/use-draft.ts';

const nobody = { denominazione: '', codiceFiscale: '' };

/** Who we are: documents of anybody else are refused. */
export function EnteSection(props: { readonly ente: Settings['ente']; readonly inUse: boolean }) {
  const { ente, inUse } = props;
  const { change } = useSettings();
  const [draft, setDraft] = useDraft(ente ?? nobody);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const complaints = {
    denominazione: complainOfDenominazione(draft.denominazione),
    codiceFiscale: complainOfCodiceFiscale(draft.codiceFiscale),
  };
  // Eleven digits can be checked at once; before that, whoever types is left in peace.
  const isWhole = draft.codiceFiscale.replace(/\s/g, '').length >= 11;
  const shown = {
    denominazione: left.has('denominazione') ? complaints.denominazione : null,
    codiceFiscale: isWhole || left.has('codiceFiscale') ? complaints.codiceFiscale : null,
  };

  function leave(field: keyof typeof nobody): void {
    setLeft(new Set([...left, field]));
    const next = normalizeEnte(draft);
    const isComplete = complaints.denominazione === null && complaints.codiceFiscale === null;
    if (isComplete && nameOf(next) !== nameOf(ente)) change('ente', next);
  }
  const field = (name: keyof typeof nobody) => ({
    value: draft[name],
    error: shown[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
    onBlur: () => leave(name),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter') leave(name);
    },
  });

  return (
    <SavedSection
      part="ente"
      name="ente"
      title="Il nostro ente"
      about="Serve per riconoscere i nostri documenti: giornali, flussi e ricevute di un altro ente sono rifiutati."
      complaint={shown.denominazione ?? shown.codiceFiscale}
    >
      <div className={classes['pair']}>
        <TextInput
          label="Denominazione"
          placeholder="Comune di …"
          autoComplete="off"
          {...field('denominazione')}
        />
        <TextInput
          label="Codice fiscale dell’ente"
          description={
            inUse
              ? 'Il registro contiene documenti di questo ente: finché ci sono, il codice non si cambia. Un altro ente vuole un altro archivio.'
              : 'Undici cifre, come nell’indice delle pubbliche amministrazioni.'
          }
          inputMode="numeric"
          autoComplete="off"
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          classNames={{ input: 'figures' }}
          {...field('codiceFiscale')}
        />
      </div>
    </SavedSection>
  );
}
