import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Indigo of dyed cloth: calm on white and on black, apart from the red and amber that flags use. */
const cham: MantineColorsTuple = [
  '#edf5f9',
  '#dae7ee',
  '#b0cfdd',
  '#84b5cc',
  '#5f9fbd',
  '#4791b4',
  '#388ab0',
  '#28769a',
  '#1c668a',
  '#0b587a',
];

export const theme = createTheme({
  primaryColor: 'cham',
  primaryShade: { light: 9, dark: 8 },
  colors: { cham },
  autoContrast: true,
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '2rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Mantine's own grey for lesser text does not reach a contrast of 4.5 : 1. */
export const readable: CSSVariablesResolver = (own) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': own.colors.gray[7],
    '--mantine-color-placeholder': own.colors.gray[7],
    '--mantine-color-anchor': own.colors.cham?.[9] ?? 'inherit',
    '--mantine-color-error': own.colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': own.colors.dark[1],
    '--mantine-color-placeholder': own.colors.dark[1],
    '--mantine-color-anchor': own.colors.cham?.[3] ?? 'inherit',
    '--mantine-color-error': own.colors.red[4],
  },
});
