/** Colours that a label may have. Each text stands on its ground with a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3); the name is always written out. */
import { words, type Words } from '../words';

export interface LabelColour {
  readonly title: Words;
  /** `#rrggbb`. */
  readonly ground: string;
  readonly text: string;
}

export const palette = {
  grey: { title: words('šedá', 'grey'), ground: '#e3e5e8', text: '#2b2f36' },
  blue: { title: words('modrá', 'blue'), ground: '#d6e6fb', text: '#0b3d79' },
  teal: { title: words('tyrkysová', 'teal'), ground: '#cdeeea', text: '#0a4a45' },
  green: { title: words('zelená', 'green'), ground: '#d8f0d5', text: '#1c4d18' },
  yellow: { title: words('žlutá', 'yellow'), ground: '#fbeeb4', text: '#4f3c00' },
  orange: { title: words('oranžová', 'orange'), ground: '#fde0c4', text: '#6b3200' },
  red: { title: words('červená', 'red'), ground: '#fbd9d9', text: '#7a1414' },
  purple: { title: words('fialová', 'purple'), ground: '#ebdcf7', text: '#4d1b73' },
} as const satisfies Record<string, LabelColour>;

export type ColourName = keyof typeof palette;

export const colourNames = Object.keys(palette) as readonly ColourName[];
