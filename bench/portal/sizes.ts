/** A phone and a desktop computer. */
export const sizes = [
  {name: '360', viewport: {width: 360, height: 740}},
  {name: '1280', viewport: {width: 1280, height: 800}},
] as const;
