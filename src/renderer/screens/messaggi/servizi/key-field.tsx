import { TextInput } from '@mantine/core';
import { readServiceKey } from '../../../../shared/domain/message/service-key.ts';

/** Where a key is pasted: nobody reads it there, nor does the browser remember it. */
export function KeyField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { value } = props;
  const read = readServiceKey(value);
  const isOdd = value !== '' && read.ok && !read.value.usual;
  return (
    <TextInput
      type="password"
      label={props.label}
      description={
        isOdd
          ? 'Non ha la forma solita, 32 cifre e lettere da A a F: controllare di aver copiato tutto.'
          : 'Dall’Area Riservata di IO, pagina del servizio, «Chiavi». Qui non si potrà più leggere.'
      }
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data-autofocus
      autoComplete="new-password"
      spellCheck={false}
      maxLength={1_000}
      value={value}
      error={value !== '' && !read.ok ? 'Contiene spazi, a capo o lettere che una chiave non ha.' : null}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
