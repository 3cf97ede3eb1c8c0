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
    --_accent-hover: color-mix(in srgb, var(--_accent) 88%, #000);
    --_accent-edge: transparent;
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
    --_accent: var(--isp-color-accent, #2468b4);
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

  /* Luminance is y. What is too light is dimmed, and what is too dark mixed with white, as far as the contrast asks for. */
  @supports (color: color(from red xyz-d65 x y z)) {
    .root[data-scheme] {
      --_keep: min(1, 0.13 / max(y, 0.001));
      --_lift: 0;
      --_keep-edge: min(1, 0.22 / max(y, 0.001));
      --_lift-edge: 0;
      --_ink: clamp(0, (0.179 - y) * 10000, 1);
      --_on-accent: var(
        --isp-color-on-accent,
        color(from var(--_accent) xyz-d65 calc(0.9505 * var(--_ink)) var(--_ink) calc(1.089 * var(--_ink)))
      );
      --_accent-hover: color-mix(
        in srgb,
        var(--_accent) 88%,
        color(
          from var(--_accent) xyz-d65 calc(0.9505 * (1 - var(--_ink))) calc(1 - var(--_ink))
            calc(1.089 * (1 - var(--_ink)))
        )
      );
      --_accent-text: color(
        from var(--_accent) xyz-d65 calc(x * var(--_keep) + 0.9505 * var(--_lift)) calc(y * var(--_keep) + var(--_lift))
          calc(z * var(--_keep) + 1.089 * var(--_lift))
      );
      --_accent-edge: color(
        from var(--_accent) xyz-d65 calc(x * var(--_keep-edge) + 0.9505 * var(--_lift-edge))
          calc(y * var(--_keep-edge) + var(--_lift-edge)) calc(z * var(--_keep-edge) + 1.089 * var(--_lift-edge))
      );
    }

    .root[data-scheme='dark'] {
      --_lift: max(0, (0.4 - y) / max(1 - y, 0.001));
      --_keep: (1 - var(--_lift));
      --_lift-edge: max(0, (0.16 - y) / max(1 - y, 0.001));
      --_keep-edge: (1 - var(--_lift-edge));
    }
  }

  @media (prefers-contrast: more) {
    .root {
      --_muted: var(--_text);
      --_hairline: var(--_border);
    }
  }
`;
