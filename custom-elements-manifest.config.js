import {publicSurface} from './.ci/manifest/public-surface.js';

export default {
  globs: ['src/elements/**/*.ts', 'src/contract/*-events.ts', 'src/define/isp-*.ts'],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicSurface()],
};
