import type { Locale } from '@kontor/shared';

const names: Readonly<Record<string, string>> = { 'image/webp': 'WebP', 'image/svg+xml': 'SVG' };

/** Media types as people call them: "PNG, JPEG, WebP oder GIF". */
export const formatNames = (types: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'de-DE', { type: 'disjunction' }).format(
    types.map((type) => names[type] ?? type.replace(/^.*\//, '').toUpperCase()),
  );
