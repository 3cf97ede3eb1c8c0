import {svg, type SVGTemplateResult, type TemplateResult, html} from 'lit';

const shapes = {
  open: svg`<circle cx="10" cy="10" r="6.5" />`,
  in_progress: svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 6.5V10l2.5 1.75" />`,
  pending: svg`<path d="M4 4.5h12v8.5H9.5L6 16v-3H4z" />`,
  resolved: svg`<circle cx="10" cy="10" r="6.5" /><path d="m7.25 10.25 2 2 3.5-4" />`,
  closed: svg`<rect x="4" y="4" width="12" height="12" rx="2" /><path d="M7.5 10h5" />`,
  other: svg`<path d="m10 3.5 6.5 6.5-6.5 6.5L3.5 10z" />`,
  plus: svg`<path d="M10 4.5v11M4.5 10h11" />`,
  back: svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`,
  check: svg`<path d="m5 10.5 3.5 3.5L15 6.5" />`,
  copy: svg`<rect x="7.5" y="7.5" width="8" height="8" rx="1.5" /><path d="M12.5 4.5h-7a1 1 0 0 0-1 1v7" />`,
  high: svg`<path d="M10 15.5v-11M5.5 9 10 4.5 14.5 9" />`,
  alert: svg`<circle cx="10" cy="10" r="6.75" /><path d="M10 6.75v4M10 13.25v.01" />`,
  reply: svg`<path d="M8 5 3.5 9.5 8 14M4 9.5h7.5a5 5 0 0 1 5 5" />`,
} as const;

export type IconName = keyof typeof shapes;

/** A shape beside words. It is drawn in the colour of its text and says nothing to a screen reader. */
export function icon(name: IconName): TemplateResult {
  const shape: SVGTemplateResult = shapes[name];
  return html`<svg
    class="icon ${name === 'back' || name === 'reply' ? 'directional' : ''}"
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}

export const isIconName = (name: string): name is IconName => Object.prototype.hasOwnProperty.call(shapes, name);
