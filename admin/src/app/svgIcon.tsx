import { createSvgIcon } from '@mui/material/utils';

/** A component for an icon's drawing, as MUI makes its own. The drawing is ours, not a user's. */
export const svgIcon = (drawing: string, name: string) =>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawings come from a package, at build time
  createSvgIcon(<g dangerouslySetInnerHTML={{ __html: drawing }} />, name);
