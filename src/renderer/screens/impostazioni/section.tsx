import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSettings, type SettingsPart } from '../../state/settings.tsx';
import classes from './impostazioni.module.css';
import { SaveNote, type Removal } from './save-note.tsx';

/** One subject of the settings: what it is for at the left, what can be set at the right. */
export function Section(props: {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly about: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { name, title, about, aside, children } = props;
  return (
    <div id={`sezione-${name}`} tabIndex={-1} className={classes['anchor']}>
      <Sheet title={title} aside={aside}>
        <div className={classes['section']}>
          <Text component="div" size="sm" c="dimmed" className={classes['about']}>
            {about}
          </Text>
          <Stack gap="sm" className={classes['fields']}>
            {children}
          </Stack>
        </div>
      </Sheet>
    </div>
  );
}

/** A section that saves by itself as soon as it is complete. */
export function SavedSection(props: {
  readonly part: SettingsPart;
  readonly name: string;
  readonly title: string;
  readonly about: ReactNode;
  readonly complaint: string | null;
  readonly removal?: Removal | null;
  readonly children: ReactNode;
}) {
  const { part, complaint, removal = null, children, ...frame } = props;
  const { savingOf, putBack } = useSettings();
  const saving = savingOf(part);
  return (
    <Section {...frame} aside={<SaveNote part={part} complaint={complaint} removal={removal} />}>
      {children}
      {saving.step === 'refused' && (
        <>
          <ProblemNotice problem={saving.problem} />
          <Button size="xs" variant="default" className={classes['start']} onClick={() => putBack(part)}>
            Rimetti com’era
          </Button>
        </>
      )}
    </Section>
  );
}
