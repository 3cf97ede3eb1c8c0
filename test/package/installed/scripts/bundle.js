// Runs in the project: bundles a module with the given code for browsers by each bundler.
import {build as esbuild} from 'esbuild';
import {writeFileSync} from 'node:fs';
import {build as vite} from 'vite';
import webpack from 'webpack';

writeFileSync('entry.js', process.argv[2]);
await esbuild({entryPoints: ['entry.js'], bundle: true, minify: true, format: 'iife', outfile: 'esbuild.js'});
await vite({
  configFile: false,
  logLevel: 'error',
  // Vite leaves it to the app that uses a library.
  define: {'process.env.NODE_ENV': '"production"'},
  build: {
    outDir: 'vite',
    lib: {entry: 'entry.js', formats: ['iife'], name: 'portal', fileName: () => 'vite.js'},
  },
});
await new Promise((resolve, reject) => {
  const config = {mode: 'production', entry: './entry.js', output: {path: process.cwd(), filename: 'webpack.js'}};
  webpack({...config, performance: false}, (error, stats) => {
    if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
    else resolve();
  });
});
