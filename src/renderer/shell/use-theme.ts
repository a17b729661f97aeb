import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useThemeChoice } from '../state/theme-choice.ts';

/** Wears the theme that was chosen. */
export function useTheme(): void {
  const [theme] = useThemeChoice();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
}
