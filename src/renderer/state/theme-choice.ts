import type { MantineColorScheme } from '@mantine/core';
import { usePreference } from './preferences.tsx';

/** Light, dark, or as the system has it: remembered with the other preferences. */
export function useThemeChoice(): readonly [MantineColorScheme, (theme: MantineColorScheme) => void] {
  return usePreference<MantineColorScheme>('tema', (kept) =>
    kept === 'light' || kept === 'dark' ? kept : 'auto',
  );
}
