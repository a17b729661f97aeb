import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useThemeChoice } from '../state/theme-choice.ts';

const worn = 'data-mantine-color-scheme';

/** Wears the theme that was chosen; on paper, where backgrounds are not printed, always the light one. */
export function useTheme(): void {
  const [theme] = useThemeChoice();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
  useEffect(() => {
    const page = document.documentElement;
    let before: string | null = null;
    const toPaper = (): void => {
      before = page.getAttribute(worn);
      page.setAttribute(worn, 'light');
    };
    const back = (): void => {
      if (before !== null) page.setAttribute(worn, before);
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', back);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', back);
    };
  }, []);
}
