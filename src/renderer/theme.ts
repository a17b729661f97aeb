import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const blu: MantineColorsTuple = [
  '#eaf3fd',
  '#d3e4f8',
  '#a6c8f0',
  '#75aae8',
  '#4d91e1',
  '#3381dd',
  '#1667c7',
  '#0b57ad',
  '#0b4a8f',
  '#083a72',
];

/** For what takes something away: readable as a text and under white, in both themes. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#f9d3d0',
  '#f3aaa4',
  '#f5a39b',
  '#ff8a80',
  '#d94b41',
  '#b3261e',
  '#b3261e',
  '#8f1e18',
  '#6f1712',
];

// The greys of what Mantine draws at night, of the same hue as the paper.
const dark: MantineColorsTuple = [
  '#d5dce4',
  '#b9c4cf',
  '#8d9aa8',
  '#6a7886',
  '#3c4855',
  '#323d49',
  '#27313b',
  '#1b2229',
  '#161c22',
  '#10151a',
];

/** Quiet paper and ink; colour is kept for the dots and for what may be pressed. */
export const theme = createTheme({
  primaryColor: 'blu',
  primaryShade: { light: 7, dark: 6 },
  colors: { blu, red, dark },
  fontFamily: '"Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.95rem', lg: '1.08rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  headings: { fontWeight: '650' },
  components: {
    // The page itself never scrolls, and the lock would write a style that the content policy refuses.
    Modal: {
      defaultProps: { lockScroll: false },
      styles: { title: { fontSize: '1.05rem', fontWeight: 650 } },
    },
    // Its arrows are too small to be hit; the keys do the same.
    NumberInput: { defaultProps: { hideControls: true } },
    Drawer: { defaultProps: { lockScroll: false } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Chiudi la notifica' } } },
  },
});

/**
 * The colours of the five states of a dot: told apart also by who does not see red or green, at least 3:1 on the page
 * and 4.5:1 where they colour text, in both themes.
 */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--dot-yes': '#0b57ad',
    '--dot-waiting': '#5f6b7a',
    '--dot-warning': '#a85400',
    '--dot-problem': '#b3261e',
    '--dot-none': '#6b7785',
    '--dot-ink': '#ffffff',
    '--page': '#f5f7fa',
    '--paper': '#ffffff',
    '--line': '#d9dfe7',
    '--line-strong': '#8a96a5',
    '--ink-soft': '#4d5967',
    '--wash': '#eef3f9',
    '--wash-strong': '#dce9f8',
    '--good': '#1b6e3c',
    '--good-wash': '#e7f5ec',
    '--warning-wash': '#fdf1e0',
    '--problem-wash': '#fdeceb',
    '--mark': '#ffe39a',
    '--mantine-color-dimmed': '#4d5967',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#66727f',
  },
  dark: {
    '--dot-yes': '#6cb0ff',
    '--dot-waiting': '#9aa7b6',
    '--dot-warning': '#f2a33c',
    '--dot-problem': '#ff8a80',
    '--dot-none': '#8593a3',
    '--dot-ink': '#10161d',
    '--page': '#14191f',
    '--paper': '#1b2229',
    '--line': '#333d48',
    '--line-strong': '#75828f',
    '--ink-soft': '#a9b5c2',
    '--wash': '#222b35',
    '--wash-strong': '#2a3a4d',
    '--good': '#7fd6a0',
    '--good-wash': '#173325',
    '--warning-wash': '#3a2c14',
    '--problem-wash': '#3d201e',
    '--mark': '#6b5310',
    '--mantine-color-dimmed': '#a9b5c2',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-placeholder': '#8d9aa8',
    '--mantine-color-anchor': '#8cbcf2',
    '--mantine-color-body': '#14191f',
  },
});
