import { TagsInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Codice } from '../../../shared/domain/settings.ts';
import { sayCodiceComplaint, type CodiceComplaint } from '../../../shared/wording/codici.ts';
import classes from './impostazioni.module.css';

/** Codici as labels that are typed and taken off. One that cannot be taken stays in the field, with the reason. */
export function CodiciField(props: {
  readonly label: string;
  readonly description?: ReactNode;
  readonly codici: readonly Codice[];
  readonly check: (written: Codice) => CodiceComplaint | null;
  readonly onChange: (codici: readonly Codice[]) => void;
  readonly onComplaint?: (complaint: string | null) => void;
}) {
  const { label, description, codici, check, onChange, onComplaint } = props;
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);

  function complain(text: string | null): void {
    setComplaint(text);
    onComplaint?.(text);
  }

  /** The field proposes the whole list: what it added is judged, what it took off is gone. */
  function take(proposed: readonly string[]): void {
    const added = proposed.map((written) => written.trim()).filter((written) => !codici.includes(written));
    const bad = added.flatMap((written) => {
      const found = check(written);
      return found === null ? [] : [{ written, text: sayCodiceComplaint(written, found) }];
    });
    const refused = new Set(bad.map(({ written }) => written));
    const taken = [...new Set(proposed.map((written) => written.trim()))].filter(
      (written) => !refused.has(written),
    );
    complain(bad[0]?.text ?? null);
    setTyped(bad[0]?.written ?? '');
    if (taken.join(' ') !== codici.join(' ')) onChange(taken);
  }

  return (
    <TagsInput
      label={label}
      description={description}
      placeholder={codici.length === 0 ? 'per esempio 01' : 'un altro codice'}
      value={[...codici]}
      onChange={take}
      searchValue={typed}
      onSearchChange={(text) => {
        if (text !== typed) complain(null);
        setTyped(text);
      }}
      isDuplicate={() => false}
      splitChars={[',', ';', ' ']}
      error={complaint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      comboboxProps={{ disabled: true }}
      classNames={{ pill: classes['codice'] ?? '' }}
      autoComplete="off"
    />
  );
}
