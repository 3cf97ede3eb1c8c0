import {defineConfig} from 'vite';

/** Storybook's own: the configuration at the root builds a library. */
export default defineConfig({
  publicDir: false,
  build: {target: 'es2022'},
});
