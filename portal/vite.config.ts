import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { icons } from './src/ui/icons';

const folderOf = (address: string): string => dirname(fileURLToPath(address));

const ICONS_AT = '/assets/icons/components/';

/** The design system fetches its icons from /assets/icons at run time: gives it those that are used, and no others. */
function usedIcons(): Plugin {
  const folder = join(folderOf(import.meta.resolve('@gov-design-system-ce/icons/package.json')), 'lib/components');
  const read = (name: string): string => readFileSync(join(folder, `${name}.svg`), 'utf8');
  return {
    name: 'postup-used-icons',
    generateBundle() {
      for (const name of icons) {
        this.emitFile({ type: 'asset', fileName: `${ICONS_AT.slice(1)}${name}.svg`, source: read(name) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = icons.find((icon) => request.url?.startsWith(`${ICONS_AT}${icon}.svg`));
        if (!name) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'image/svg+xml').end(read(name));
      });
    },
  };
}

export default defineConfig({
  resolve: {
    // The React components set data attributes; the CSS that reads them is in the package, but not among its exports.
    alias: { 'gov-html': join(folderOf(import.meta.resolve('@gov-design-system-ce/styles/tokens.css')), 'html/components') },
  },
  plugins: [react(), usedIcons()],
  server: { proxy: { '/api': process.env.API_URL ?? 'http://localhost:3000' } },
  build: { target: 'es2022', sourcemap: false },
});
