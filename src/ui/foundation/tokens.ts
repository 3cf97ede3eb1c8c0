import {css} from 'lit';

/**
 * Private properties (`--_…`), derived from the public tokens that an operator sets (`--isp-…`). The accent's derived
 * colours are fixed mixes here; accent.ts replaces them in engines with relative colours.
 *
 * No `rem`: the page decides its root font size (https://github.com/pixiebrix/pixiebrix-extension/issues/7670).
 */
export const tokenStyles = css`
  .root {
    --_accent: var(--isp-color-accent, #0b5cad);
    --_on-accent: var(--isp-color-on-accent, #fff);
    --_surface: var(--isp-color-surface, #fff);
    --_text: var(--isp-color-text, #1b2128);
    --_radius: var(--isp-radius, 0.5em);
    --_space: calc(0.25em * var(--isp-density, 1));
    --_accent-hover: color-mix(in srgb, var(--_accent) 88%, #000);
    --_accent-border: transparent;
    --_accent-text: color-mix(in srgb, var(--_accent) 92%, #000);
    --_accent-tint: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
    --_surface-raised: color-mix(in srgb, var(--_text) 3%, var(--_surface));
    --_surface-hover: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    --_text-muted: var(--isp-color-muted, color-mix(in srgb, var(--_text) 77%, var(--_surface)));
    --_divider: color-mix(in srgb, var(--_text) 14%, var(--_surface));
    --_border: var(--isp-color-border, color-mix(in srgb, var(--_text) 55%, var(--_surface)));
    --_attention: var(--isp-color-attention, #8a4600);
    --_attention-tint: color-mix(in srgb, var(--isp-color-attention, #f0a030) 14%, var(--_surface));
    --_success: var(--isp-color-success, #17683a);
    --_danger: var(--isp-color-danger, #b3261e);
    --_danger-tint: color-mix(in srgb, var(--_danger) 7%, var(--_surface));
    color-scheme: light;
  }

  @media not print {
    .root[data-scheme='dark'] {
      --_accent: var(--isp-color-accent, #2468b4);
      --_surface: var(--isp-color-surface, #16191d);
      --_text: var(--isp-color-text, #e6e9ec);
      --_accent-text: color-mix(in srgb, var(--_accent) 58%, #fff);
      --_accent-tint: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
      --_surface-raised: color-mix(in srgb, var(--_text) 5%, var(--_surface));
      --_surface-hover: color-mix(in srgb, var(--_text) 8%, var(--_surface));
      --_divider: color-mix(in srgb, var(--_text) 18%, var(--_surface));
      --_attention: var(--isp-color-attention, #f3b768);
      --_attention-tint: color-mix(in srgb, var(--isp-color-attention, #f0a030) 15%, var(--_surface));
      --_success: var(--isp-color-success, #74cf97);
      --_danger: var(--isp-color-danger, #ffa39b);
      --_danger-tint: color-mix(in srgb, var(--_danger) 12%, var(--_surface));
      color-scheme: dark;
    }
  }

  @media (prefers-contrast: more) {
    .root[data-scheme] {
      --_text-muted: var(--_text);
      --_border: var(--_text);
      --_divider: color-mix(in srgb, var(--_text) 52%, var(--_surface));
    }
  }
`;
