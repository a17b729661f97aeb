import { PasswordInput, Stack } from '@mantine/core';
import { readPassphrase } from '../../../../shared/domain/message/service-key.ts';
import { sayKeysProblem } from '../../../../shared/wording/messages/keys.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const noPassphrase: NewPassphrase = { passphrase: '', again: '' };

/** What is wrong with a new passphrase; null when it can be taken. */
export function passphraseComplaint({ passphrase, again }: NewPassphrase): string | null {
  const read = readPassphrase(passphrase);
  if (!read.ok) return sayKeysProblem(read.problem);
  return passphrase === again ? null : 'Le due volte non sono uguali: riscriverla.';
}

/** A new passphrase, twice: nobody can read it back. */
export function PassphraseFields(props: {
  readonly value: NewPassphrase;
  readonly tried: boolean;
  readonly onChange: (value: NewPassphrase) => void;
}) {
  const { value, onChange } = props;
  const common = {
    autoComplete: 'new-password',
    maxLength: 1_000,
    visibilityToggleButtonProps: { 'aria-label': 'Mostra o nascondi la frase', tabIndex: 0 },
  };
  return (
    <Stack gap="sm">
      <PasswordInput
        {...common}
        label="Nuova frase d’accesso"
        description="Lunga, e facile da ricordare solo per chi invia: per esempio quattro parole."
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
      />
      <PasswordInput
        {...common}
        label="La stessa frase, di nuovo"
        value={value.again}
        error={props.tried ? passphraseComplaint(value) : null}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </Stack>
  );
}
