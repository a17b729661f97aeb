import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Subject } from '../../components/subject.tsx';
import { useSettings, type SettingsPart } from '../../state/settings.tsx';
import classes from './impostazioni.module.css';
import { SaveNote, type Removal } from './save-note.tsx';

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
    <Subject {...frame} aside={<SaveNote part={part} complaint={complaint} removal={removal} />}>
      {children}
      {saving.step === 'refused' && (
        <>
          <ProblemNotice problem={saving.problem} />
          <Button size="xs" variant="default" className={classes['start']} onClick={() => putBack(part)}>
            Rimetti com’era
          </Button>
        </>
      )}
    </Subject>
  );
}
