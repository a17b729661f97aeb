import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useId } from 'react';
import { usePreference } from '../../state/preferences.tsx';
import { useThemeChoice } from '../../state/theme-choice.ts';
import classes from './impostazioni.module.css';
import { Subject } from '../../components/subject.tsx';

/** How the window looks and answers; remembered at once. */
export function AspettoSection() {
  const [theme, setTheme] = useThemeChoice();
  const [letters, setLetters] = usePreference<boolean>('lettere', (kept) => kept !== false);
  const label = useId();
  return (
    <Subject
      name="aspetto"
      title="Aspetto"
      about="Valgono per questo computer e si ricordano subito. Per ingrandire tutto: Ctrl e +."
    >
      <Stack gap={6} className={classes['start']}>
        <Text id={label} size="sm" fw={500}>
          Tema
        </Text>
        <SegmentedControl
          aria-labelledby={label}
          value={theme}
          onChange={setTheme}
          data={[
            { value: 'auto', label: 'Come il sistema' },
            { value: 'light', label: 'Chiaro' },
            { value: 'dark', label: 'Scuro' },
          ]}
        />
      </Stack>
      <Switch
        label="Scorciatoie di una lettera"
        description="G e poi una lettera cambia schermata, / cerca, ? le elenca tutte. Da spegnere se si detta a voce."
        checked={letters}
        onChange={(event) => setLetters(event.currentTarget.checked)}
      />
    </Subject>
  );
}
