import { TagsInput } from '@mantine/core';

/** Texts as labels that are typed and taken off; a comma or Enter ends one. */
export function TextsField(props: {
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  readonly texts: readonly string[];
  readonly onChange: (texts: readonly string[]) => void;
}) {
  const { label, description, placeholder, texts, onChange } = props;
  return (
    <TagsInput
      label={label}
      description={description}
      placeholder={texts.length === 0 ? placeholder : ''}
      value={[...texts]}
      onChange={(proposed) =>
        onChange([...new Set(proposed.map((text) => text.trim()))].filter((text) => text !== ''))
      }
      splitChars={[',', ';']}
      maxLength={140}
      acceptValueOnBlur
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      comboboxProps={{ disabled: true }}
      autoComplete="off"
    />
  );
}
