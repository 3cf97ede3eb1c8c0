import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

// The hosts share a node_modules folder, in which the package would find React 19.
export default defineConfig({plugins: [react()], resolve: {dedupe: ['react']}});
