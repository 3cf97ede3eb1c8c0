import {html, type TemplateResult} from 'lit';

const circle = 'M3.5 10a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z';

/** One path for each icon, because a list renders dozens of icons. */
const paths = {
  open: circle,
  in_progress: `${circle}M10 6.5V10l2.5 1.75`,
  pending: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  resolved: `${circle}m3.75.25 2 2 3.5-4`,
  closed: 'M4 4h12v12H4zM7.5 10h5',
  other: 'm10 3.5 6.5 6.5-6.5 6.5L3.5 10z',
  plus: 'M10 4.5v11M4.5 10h11',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  check: 'm5 10.5 3.5 3.5L15 6.5',
  copy: 'M7.5 7.5h8v8h-8zM12.5 4.5h-8v8',
  high: 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  alert: `${circle}M10 6.5v4M10 13.25v.01`,
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h7.5a5 5 0 0 1 5 5',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon in the colour of the text beside it, hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg
    class="icon ${name === 'back' || name === 'reply' ? 'directional' : ''}"
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <path d=${paths[name]} />
  </svg>`;

export const isIconName = (name: string): name is IconName => Object.hasOwn(paths, name);
