import { Stack, Textarea, TextInput } from '@mantine/core';
import type { TextField } from '../../../../shared/domain/message/merge-field.ts';

type Texts = Readonly<Partial<Record<TextField, string>>>;

/** What is written once for the whole campaign, because its text asks for it. */
export function CampaignTexts(props: {
  readonly fields: readonly { readonly field: TextField; readonly required: boolean }[];
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
}) {
  const { fields, texts, onChange } = props;
  if (fields.length === 0) return null;
  return (
    <Stack gap="sm">
      {fields.map(({ field, required }) => {
        const { label, description, long } = words[field];
        const common = {
          label: required ? label : `${label} (facoltativo)`,
          description,
          required,
          withAsterisk: false,
          lang: 'it',
          spellCheck: true,
          value: texts[field] ?? '',
        };
        const type = (text: string): void => onChange({ ...texts, [field]: text });
        return long ? (
          <Textarea
            key={field}
            {...common}
            rows={field === 'testo' ? 8 : 3}
            maxLength={9_000}
            onChange={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key={field}
            {...common}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => type(event.currentTarget.value)}
          />
        );
      })}
    </Stack>
  );
}

const words: Readonly<
  Record<TextField, { readonly label: string; readonly description?: string; readonly long: boolean }>
> = {
  oggetto: {
    label: 'Oggetto',
    description: 'Si legge anche a telefono bloccato: niente dati di una persona.',
    long: false,
  },
  testo: { label: 'Testo', description: 'Uguale per tutti. Una riga vuota separa i paragrafi.', long: true },
  messaggioErrato: { label: 'Oggetto del messaggio sbagliato', long: false },
  datoErrato: { label: 'Che cosa c’era scritto', long: false },
  datoCorretto: { label: 'Che cosa si deve leggere invece', long: false },
  cosaFare: { label: 'Che cosa fare', long: true },
  prenotazione: { label: 'Come si prenota', long: true },
  cosaPortare: { label: 'Che cosa portare', long: true },
  avvertenze: { label: 'Avvertenze', long: true },
};
