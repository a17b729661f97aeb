import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Sheet } from '../../../components/page.tsx';
import { useTask } from '../../../state/use-task.ts';
import { checkText } from './check-text.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import classes from './modelli.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { sayOrigin, type TemplateRow } from './template-list.tsx';
import { fillInvented, lengthsOf, TemplatePreview } from './template-preview.tsx';
import { forgetUnsaved, useUnsaved } from './unsaved.ts';
import { useOffice } from './use-office.ts';

/** One text: written at the left, seen on the phone at the right. */
export function TemplatePage(props: {
  readonly template: TemplateRow;
  /** Of all texts: a new one needs another. */
  readonly names: readonly string[];
  readonly onOpen: (name: string | null) => void;
}) {
  const { template, names, onOpen } = props;
  const { name } = template;
  const office = useOffice(template.service);
  const { text, changed, type } = useUnsaved(name, template.text);
  const save = useTask('templates.save');
  const [asking, setAsking] = useState<'duplicate' | 'restore' | null>(null);
  const checked = useMemo(() => checkText(name, text, office.ente), [name, text, office.ente]);
  const filled = useMemo(
    () => (checked.template === null ? null : fillInvented(checked.template, office)),
    [checked.template, office],
  );

  async function keep(): Promise<void> {
    const told = await save.run({ name, text });
    if (!told.ok) return;
    forgetUnsaved(name);
    notifications.show({ message: `Modello «${told.value.title}» salvato.`, color: 'blu' });
  }

  return (
    <Sheet
      title={checked.template?.title ?? template.title}
      aside={
        <Text size="sm" c="dimmed" role="status">
          {changed ? 'Modifiche non salvate' : `Modello ${sayOrigin(template)}`}
        </Text>
      }
    >
      <Group gap="xs" mb="md">
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => onOpen(null)}
        >
          Tutti i modelli
        </Button>
        <span className={classes['spring']} />
        {changed && (
          <Button variant="default" onClick={() => type(template.text)}>
            Lascia perdere le modifiche
          </Button>
        )}
        {template.edited && (
          <Button variant="default" onClick={() => setAsking('restore')}>
            {template.builtIn ? 'Ripristina l’originale…' : 'Elimina…'}
          </Button>
        )}
        <Button variant="default" onClick={() => setAsking('duplicate')}>
          Duplica…
        </Button>
        <Button loading={save.running} disabled={!changed} onClick={() => void keep()}>
          Salva
        </Button>
      </Group>
      <ProblemNotice problem={save.problem} />
      <div className={classes['sides']}>
        <TemplateEditor
          label="Testo del modello"
          text={text}
          checked={checked}
          lengths={lengthsOf(filled)}
          onChange={type}
        />
        <div className={classes['phone']}>
          <Text size="sm" c="dimmed" mb="xs">
            Con una riga inventata:
          </Text>
          <TemplatePreview filled={filled} office={office} />
        </div>
      </div>
      {asking === 'duplicate' && (
        <DuplicateDialog
          template={template}
          text={text}
          names={names}
          onDone={onOpen}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'restore' && (
        <RestoreDialog
          template={template}
          onDone={() => {
            forgetUnsaved(name);
            onOpen(template.builtIn ? name : null);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Sheet>
  );
}
