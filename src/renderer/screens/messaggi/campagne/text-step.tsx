import { Button, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CheckedText } from '../modelli/check-text.ts';
import { TemplateEditor } from '../modelli/template-editor.tsx';
import { fillInvented, lengthsOf, TemplatePreview } from '../modelli/template-preview.tsx';
import type { Office } from '../modelli/use-office.ts';
import type { Draft } from './draft.ts';
import classes from './text-step.module.css';

/** The text of this campaign alone: as the template has it, unless somebody changes it here. */
export function TextStep(props: {
  readonly draft: Draft;
  readonly text: string;
  readonly checked: CheckedText;
  readonly office: Office;
  readonly onChange: (templateText: string | null) => void;
}) {
  const { draft, text, checked, office, onChange } = props;
  const [open, setOpen] = useState(checked.refused);
  const filled = useMemo(
    () => (checked.template === null ? null : fillInvented(checked.template, office, draft.texts)),
    [checked.template, office, draft.texts],
  );
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          rightSection={
            open ? (
              <IconChevronUp size={16} aria-hidden="true" />
            ) : (
              <IconChevronDown size={16} aria-hidden="true" />
            )
          }
          onClick={() => setOpen((before) => !before)}
        >
          {open ? 'Chiudi il testo' : 'Guarda o cambia il testo'}
        </Button>
        {draft.templateText !== null && (
          <Button variant="default" size="xs" onClick={() => onChange(null)}>
            Rimetti il testo del modello
          </Button>
        )}
      </Group>
      {open && (
        <div className={classes['sides']}>
          <TemplateEditor
            label="Testo di questa campagna"
            text={text}
            checked={checked}
            lengths={lengthsOf(filled)}
            onChange={onChange}
          />
          <div>
            <Text size="sm" c="dimmed" mb="xs">
              Con una riga inventata:
            </Text>
            <TemplatePreview filled={filled} office={office} />
          </div>
        </div>
      )}
    </>
  );
}
