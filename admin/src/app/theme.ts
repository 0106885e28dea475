import type { Tone } from '@kontor/shared';
import { alpha, createTheme, darken, getContrastRatio, lighten, type Theme } from '@mui/material/styles';

export type Mode = 'light' | 'dark';

/** How a state is drawn: readable text on a quiet ground of the same hue. */
export interface ToneColours {
  readonly text: string;
  readonly ground: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    readonly tones: Readonly<Record<Tone, ToneColours>>;
    /** Grounds of the frame: the rail beside the page, and what lies below cards and tables. */
    readonly frame: { readonly rail: string; readonly sunken: string; readonly field: string };
  }
  interface PaletteOptions {
    tones?: Record<Tone, ToneColours>;
    frame?: { rail: string; sunken: string; field: string };
  }
}

/** Measures that several components have to agree on. */
export const sizes = { header: 52, rail: 92, menu: 208, row: 40, compactRow: 32, bottomBar: 56, page: 1440 } as const;

/** Every colour of the house. The accent becomes the brand's colour while one brand is chosen. */
const tokens = {
  light: {
    page: '#f7f7f8',
    paper: '#ffffff',
    rail: '#eff0f2',
    sunken: '#f2f3f5',
    text: '#1b1d22',
    quiet: '#5a606b',
    line: '#e3e5e9',
    field: '#8c929d',
    accent: '#2f55c7',
    info: '#1b659f',
    success: '#17703f',
    warning: '#8a5300',
    error: '#b8262f',
    onAccent: '#ffffff',
  },
  dark: {
    page: '#141518',
    paper: '#1b1d21',
    rail: '#101114',
    sunken: '#202328',
    text: '#eceef1',
    quiet: '#a5abb5',
    line: '#2e3238',
    field: '#767c87',
    accent: '#93abff',
    info: '#7cbcf2',
    success: '#62cb92',
    warning: '#e6b05c',
    error: '#ff9090',
    onAccent: '#11141d',
  },
} as const;

/** The brand's colour, made light enough for dark ground and strong enough for white. */
function accentFor(mode: Mode, colour: string | undefined): string {
  const { accent, paper } = tokens[mode];
  if (!colour) return accent;
  let readable = colour;
  for (let step = 0; step < 8 && getContrastRatio(readable, paper) < 4.5; step++)
    readable = mode === 'dark' ? lighten(readable, 0.15) : darken(readable, 0.15);
  return getContrastRatio(readable, paper) < 4.5 ? accent : readable;
}

/** The theme of a mode with an accent. */
export function themeFor(mode: Mode, brandColour?: string): Theme {
  const t = tokens[mode];
  const accent = accentFor(mode, brandColour);
  const tone = (text: string): ToneColours => ({ text, ground: alpha(text, mode === 'light' ? 0.09 : 0.16) });
  const main = (colour: string) => ({ main: colour, contrastText: t.onAccent });
  const ring = { outline: `2px solid ${accent}`, outlineOffset: 1 };
  return createTheme({
    palette: {
      mode,
      background: { default: t.page, paper: t.paper },
      text: { primary: t.text, secondary: t.quiet, disabled: t.quiet },
      divider: t.line,
      primary: main(accent),
      secondary: main(t.quiet),
      info: main(t.info),
      success: main(t.success),
      warning: main(t.warning),
      error: main(t.error),
      action: {
        hover: alpha(t.text, 0.045),
        selected: alpha(accent, mode === 'light' ? 0.09 : 0.17),
        focus: alpha(accent, 0.12),
      },
      tones: {
        neutral: { text: t.quiet, ground: alpha(t.quiet, mode === 'light' ? 0.1 : 0.14) },
        info: tone(t.info),
        warning: tone(t.warning),
        success: tone(t.success),
        error: tone(t.error),
      },
      frame: { rail: t.rail, sunken: t.sunken, field: t.field },
    },
    shape: { borderRadius: 6 },
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1600 } },
    typography: {
      fontFamily: '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: 20, fontWeight: 620, lineHeight: 1.3, letterSpacing: '-0.01em' },
      h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.4 },
      h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.4 },
      h4: { fontSize: 14, fontWeight: 600 },
      h5: { fontSize: 14, fontWeight: 600 },
      h6: { fontSize: 14, fontWeight: 600 },
      body1: { fontSize: 14, lineHeight: 1.5 },
      body2: { fontSize: 13, lineHeight: 1.45 },
      caption: { fontSize: 12, lineHeight: 1.4 },
      overline: { fontSize: 12, fontWeight: 600, letterSpacing: '0.02em', textTransform: 'none', lineHeight: 2 },
      button: { fontSize: 14, fontWeight: 550, textTransform: 'none', lineHeight: 1.4 },
    },
    transitions: { duration: { shortest: 80, shorter: 100, short: 120, standard: 150, complex: 180 } },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          html: { overflowY: 'scroll' },

          a: { color: 'inherit' },
          ':focus-visible': ring,
          '::selection': { backgroundColor: alpha(accent, 0.25) },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
          '@media print': { body: { backgroundColor: 'transparent' }, '.no-print': { display: 'none !important' } },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: {
          root: { fontFamily: 'inherit', fontSize: 'inherit', '&:focus-visible, &.Mui-focusVisible': ring },
        },
      },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: {
          root: { minHeight: 36, padding: '6px 14px', whiteSpace: 'nowrap' },
          sizeSmall: { minHeight: 32, padding: '4px 10px', fontSize: 13 },
          text: { color: t.text },
          textPrimary: { color: accent },
          outlined: { borderColor: t.line, color: t.text, backgroundColor: t.paper },
          outlinedPrimary: { borderColor: t.line, color: t.text },
          outlinedError: { color: t.error },
        },
      },
      MuiIconButton: { styleOverrides: { root: { borderRadius: 6, color: t.quiet }, sizeSmall: { padding: 6 } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiPopover: { styleOverrides: { paper: floating(t.line, mode) } },
      MuiAutocomplete: { styleOverrides: { paper: floating(t.line, mode), option: { minHeight: 36 } } },
      MuiDialog: { styleOverrides: { paper: { ...floating(t.line, mode), borderRadius: 10 } } },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '20px 24px 8px' } } },
      // what a phone has no room for beside each other stands below each other
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 8, flexWrap: 'wrap' } } },
      MuiMenuItem: { styleOverrides: { root: { fontSize: 14, minHeight: 36, gap: 10 } } },
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiFormControl: { defaultProps: { size: 'small' } },
      MuiSelect: { defaultProps: { size: 'small' } },
      MuiInputBase: { styleOverrides: { input: { '&::placeholder': { color: t.quiet, opacity: 1 } } } },
      MuiBackdrop: {
        styleOverrides: {
          root: {
            '&:not(.MuiBackdrop-invisible)': { backgroundColor: alpha('#000000', mode === 'light' ? 0.28 : 0.55) },
          },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { backgroundColor: t.paper, '&.Mui-disabled': { backgroundColor: t.sunken } },
          notchedOutline: { borderColor: t.field },
        },
      },
      MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, marginRight: 0 } } },
      MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { color: t.field } } },
      MuiSwitch: { defaultProps: { size: 'small' } },
      MuiChip: {
        styleOverrides: {
          root: { borderRadius: 6, height: 26, fontSize: 13 },
          sizeSmall: { height: 22, fontSize: 12 },
        },
      },
      MuiTooltip: {
        defaultProps: { enterDelay: 400, disableInteractive: true },
        styleOverrides: { tooltip: { fontSize: 12, fontWeight: 450, backgroundColor: t.text, color: t.paper } },
      },
      MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '8px 12px', minWidth: 0 } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTableCell: {
        styleOverrides: {
          root: { height: sizes.row, padding: '0 12px', borderColor: t.line },
          alignRight: { fontVariantNumeric: 'tabular-nums' },
          head: { color: t.quiet, fontSize: 13, fontWeight: 550, backgroundColor: t.paper },
        },
      },
      MuiAlert: { styleOverrides: { root: { alignItems: 'center' } } },
      MuiSkeleton: { defaultProps: { animation: 'pulse' }, styleOverrides: { root: { borderRadius: 4 } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  });
}

/** What lies above the page has an edge and one quiet shadow. */
const floating = (line: string, mode: Mode) => ({
  border: `1px solid ${line}`,
  boxShadow: `0 8px 28px ${alpha('#000000', mode === 'light' ? 0.12 : 0.5)}`,
});
