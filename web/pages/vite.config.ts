import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server that answers the API while the pages are worked on with `vite`. */
const api = process.env.DOISOAT_PAGES_API ?? 'http://127.0.0.1:4300';

const pdfjs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
const { version } = JSON.parse(readFileSync(join(pdfjs, 'package.json'), 'utf8'));
const pdfData = `assets/pdfjs-${version}`;

/** What pdf.js fetches by name while it draws: decoders of pictures, and fonts for files that bring none. */
function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    apply: 'build',
    generateBundle() {
      for (const folder of ['wasm', 'standard_fonts'])
        for (const name of readdirSync(join(pdfjs, folder)).filter((file) => !/^LICENSE/.test(file)))
          this.emitFile({
            type: 'asset',
            fileName: `${pdfData}/${folder}/${name}`,
            source: readFileSync(join(pdfjs, folder, name)),
          });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), pdfFiles()],
  define: { PDF_DATA: JSON.stringify(`/${pdfData}/`) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing as data: the policy of the pages lets fonts come from the server alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': api } },
});
