import {css} from 'lit';

/** Derives legible colours from any accent colour: docs/decisions/0008-contrast-by-luminance.md. */
export const accentStyles = css`
  /*
   * y is the relative luminance. A colour that is too light is scaled down, one that is too dark is mixed with white,
   * just far enough for a contrast of 4.5 (text) or 3 (borders).
   */
  @supports (color: color(from red xyz-d65 x y z)) {
    .root[data-scheme] {
      --_luminance-factor: min(1, 0.13 / max(y, 0.001));
      --_white-share: 0;
      --_border-luminance-factor: min(1, 0.22 / max(y, 0.001));
      --_border-white-share: 0;
      --_on-accent-luminance: clamp(0, (0.1833 - y) * 1e9, 1);
      --_on-accent: var(
        --isp-color-on-accent,
        color(
          from var(--_accent) xyz-d65 calc(0.9505 * var(--_on-accent-luminance)) var(--_on-accent-luminance)
            calc(1.089 * var(--_on-accent-luminance))
        )
      );
      --_accent-hover: color-mix(
        in srgb,
        var(--_accent) 88%,
        color(
          from var(--_accent) xyz-d65 calc(0.9505 * (1 - var(--_on-accent-luminance)))
            calc(1 - var(--_on-accent-luminance)) calc(1.089 * (1 - var(--_on-accent-luminance)))
        )
      );
      --_accent-text: color(
        from var(--_accent) xyz-d65 calc(x * var(--_luminance-factor) + 0.9505 * var(--_white-share))
          calc(y * var(--_luminance-factor) + var(--_white-share))
          calc(z * var(--_luminance-factor) + 1.089 * var(--_white-share))
      );
      --_accent-border: color(
        from var(--_accent) xyz-d65 calc(x * var(--_border-luminance-factor) + 0.9505 * var(--_border-white-share))
          calc(y * var(--_border-luminance-factor) + var(--_border-white-share))
          calc(z * var(--_border-luminance-factor) + 1.089 * var(--_border-white-share))
      );
    }

    @media not print {
      .root[data-scheme='dark'] {
        --_white-share: max(0, (0.4 - y) / max(1 - y, 0.001));
        --_luminance-factor: (1 - var(--_white-share));
        --_border-white-share: max(0, (0.18 - y) / max(1 - y, 0.001));
        --_border-luminance-factor: (1 - var(--_border-white-share));
      }
    }
  }
`;
