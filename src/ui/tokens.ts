import {css} from 'lit';

/**
 * The tokens: a handful that an operator sets, and those that follow from them.
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
    --_step: var(--isp-space, 0.25em);
    --_accent-text: color-mix(in srgb, var(--_accent) 92%, #000);
    --_tint: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
    --_raised: color-mix(in srgb, var(--_text) 3%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    --_muted: color-mix(in srgb, var(--_text) 72%, var(--_surface));
    --_hairline: color-mix(in srgb, var(--_text) 14%, var(--_surface));
    --_border: color-mix(in srgb, var(--_text) 52%, var(--_surface));
    --_turn: #8a4600;
    --_turn-tint: color-mix(in srgb, #f0a030 14%, var(--_surface));
    --_done: #17683a;
    --_danger: #b3261e;
    --_danger-tint: color-mix(in srgb, #b3261e 7%, var(--_surface));
    color-scheme: light;
  }

  .root[data-scheme='dark'] {
    --_accent: var(--isp-color-accent, #2f7fd6);
    --_surface: var(--isp-color-surface, #16191d);
    --_text: var(--isp-color-text, #e6e9ec);
    --_accent-text: color-mix(in srgb, var(--_accent) 58%, #fff);
    --_tint: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    --_raised: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 8%, var(--_surface));
    --_hairline: color-mix(in srgb, var(--_text) 18%, var(--_surface));
    --_turn: #f3b768;
    --_turn-tint: color-mix(in srgb, #f0a030 15%, var(--_surface));
    --_done: #74cf97;
    --_danger: #ff9b93;
    --_danger-tint: color-mix(in srgb, #ff6b60 12%, var(--_surface));
    color-scheme: dark;
  }

  .root[data-scheme='dark'] .button.primary {
    --_accent: var(--isp-color-accent, #2468b4);
  }

  @media (prefers-contrast: more) {
    .root {
      --_muted: var(--_text);
      --_hairline: var(--_border);
    }
  }
`;
