import {defineConfig} from 'vite';

/** A demo without a server, for static hosting under any path: `npm run build:pages`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  build: {target: 'es2022', outDir: '../../pages', emptyOutDir: true},
});
