import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Typed } from './typed-values.ts';

/** A field for a day or an amount as people write them: it counts when one leaves it, or with Enter. */
export function TypedField<T>(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly shown: string;
  readonly read: (text: string) => Typed<T>;
  readonly wrong: string;
  readonly onChange: (value: T | null) => void;
}) {
  const { shown, read } = props;
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(shown), [shown]);
  function take(): void {
    const typed = read(text);
    setWrong(!typed.ok);
    if (typed.ok && text.trim() !== shown) props.onChange(typed.value);
  }
  return (
    <TextInput
      label={props.label}
      placeholder={props.placeholder}
      value={text}
      maxLength={40}
      autoComplete="off"
      error={wrong ? props.wrong : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setWrong(false);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
