/** The red, green and blue parts of a colour, from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The parts of a colour such as `#0b5cad`. */
export const parseHex = (hex: string): Rgb =>
  [1, 3, 5].map(start => parseInt(hex.slice(start, start + 2), 16)) as never;

/**
 * The lightness contrast (Lc) of text on a background by APCA 0.1.9 W3: from 0 to about 106 for dark text, and to about
 * -108 for light text. https://github.com/Myndex/apca-w3
 */
export function lightnessContrast(text: Rgb, background: Rgb): number {
  const [foreground, behind] = [screenLuminance(text), screenLuminance(background)];
  if (Math.abs(behind - foreground) < 0.0005) return 0;
  if (behind > foreground) {
    const contrast = (behind ** 0.56 - foreground ** 0.57) * 1.14;
    return contrast < 0.1 ? 0 : (contrast - 0.027) * 100;
  }
  const contrast = (behind ** 0.65 - foreground ** 0.62) * 1.14;
  return contrast > -0.1 ? 0 : (contrast + 0.027) * 100;
}

function screenLuminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number => (part / 255) ** 2.4;
  const luminance = 0.2126729 * linear(red) + 0.7151522 * linear(green) + 0.072175 * linear(blue);
  // Very dark colours look alike on a screen.
  return luminance > 0.022 ? luminance : luminance + (0.022 - luminance) ** 1.414;
}
