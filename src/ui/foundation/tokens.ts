import {css} from 'lit';

/**
 * The tokens, in three storeys: a handful that an operator sets, those that follow from them, and a few for one part each.
 * How the colours of the accent follow, in engines that can reckon, says accent.ts.
 *
 * No `rem`: a page's root size is the page's affair (https://github.com/pixiebrix/pixiebrix-extension/issues/7670).
 */
export const tokens = css`
  .root {
    --_accent: var(--isp-color-accent, #0b5cad);
    --_on-accent: var(--isp-color-on-accent, #fff);
    --_surface: var(--isp-color-surface, #fff);
    --_text: var(--isp-color-text, #1b2128);
    --_radius: var(--isp-radius, 0.5em);
    --_step: calc(0.25em * var(--isp-density, 1));
    --_accent-hover: color-mix(in srgb, var(--_accent) 88%, #000);
    --_accent-edge: transparent;
    --_accent-text: color-mix(in srgb, var(--_accent) 92%, #000);
    --_tint: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
    --_raised: color-mix(in srgb, var(--_text) 3%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    --_muted: var(--isp-color-muted, color-mix(in srgb, var(--_text) 77%, var(--_surface)));
    --_hairline: color-mix(in srgb, var(--_text) 14%, var(--_surface));
    --_border: var(--isp-color-border, color-mix(in srgb, var(--_text) 55%, var(--_surface)));
    --_turn: var(--isp-color-attention, #8a4600);
    --_turn-tint: color-mix(in srgb, var(--isp-color-attention, #f0a030) 14%, var(--_surface));
    --_done: var(--isp-color-success, #17683a);
    --_danger: var(--isp-color-danger, #b3261e);
    --_danger-tint: color-mix(in srgb, var(--_danger) 7%, var(--_surface));
    color-scheme: light;
  }

  .root[data-scheme='dark'] {
    --_accent: var(--isp-color-accent, #2468b4);
    --_surface: var(--isp-color-surface, #16191d);
    --_text: var(--isp-color-text, #e6e9ec);
    --_accent-text: color-mix(in srgb, var(--_accent) 58%, #fff);
    --_tint: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    --_raised: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 8%, var(--_surface));
    --_hairline: color-mix(in srgb, var(--_text) 18%, var(--_surface));
    --_turn: var(--isp-color-attention, #f3b768);
    --_turn-tint: color-mix(in srgb, var(--isp-color-attention, #f0a030) 15%, var(--_surface));
    --_done: var(--isp-color-success, #74cf97);
    --_danger: var(--isp-color-danger, #ffa39b);
    --_danger-tint: color-mix(in srgb, var(--_danger) 12%, var(--_surface));
    color-scheme: dark;
  }

  @media (prefers-contrast: more) {
    .root[data-scheme] {
      --_muted: var(--_text);
      --_border: var(--_text);
      --_hairline: color-mix(in srgb, var(--_text) 52%, var(--_surface));
    }
  }
`;
