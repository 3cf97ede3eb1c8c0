import {defineConfig} from 'vite';

/** Separate from the configuration in the root folder, which builds a library. */
export default defineConfig({
  publicDir: false,
  build: {target: 'es2022'},
});
