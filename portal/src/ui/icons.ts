/** Icons of the design system that the portal shows; only these are copied into the build (see vite.config.ts). */
export const icons = [
  'box-arrow-up-right',
  'check-circle-fill',
  'check-lg',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'dash-lg',
  'download',
  'exclamation-lg',
  'exclamation-triangle-fill',
  'eye',
  'info-circle-fill',
  'plus-lg',
  'upload',
  'x-lg',
] as const;

export type IconName = (typeof icons)[number];
