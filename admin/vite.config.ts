import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the api answers on PORT (3000 by default) and the cookie stays on one origin. */
const apiOrigin = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // react-admin with MUI in one chunk is about 1 MB (300 kB over the wire); pages of their own weight are loaded when opened.
    chunkSizeWarningLimit: 1200,
  },
  server: { port: 5174, strictPort: true, proxy: { '/api': { target: apiOrigin } } },
});
