declare module 'virtual:manifest' {
  const packed: import('./packed.ts').PackedModule[];
  export default packed;
}
declare module 'virtual:relations' {
  const packed: import('./packed.ts').PackedRelations;
  export default packed;
}
declare module 'virtual:icons' {
  const icons: Record<string, import('react').ComponentType<import('@mui/material/SvgIcon').SvgIconProps>>;
  export default icons;
}
declare module 'virtual:module_icons' {
  const icons: Record<string, import('react').ComponentType<import('@mui/material/SvgIcon').SvgIconProps>>;
  export default icons;
}
declare module 'icon/*' {
  const Icon: typeof import('@mui/material/SvgIcon').default;
  export default Icon;
}
