import {css} from 'lit';

/** What can be read of any accent colour: docs/decisions/0008-contrast-by-luminance.md. */
export const accent = css`
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
      --_lift-edge: max(0, (0.18 - y) / max(1 - y, 0.001));
      --_keep-edge: (1 - var(--_lift-edge));
    }
  }
`;
