import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = 'http://localhost:4000';
const smallestBytes = 1000;
const shared =
  /\/web\/src\/(?!settings\/|data\/(setup\/|settings)|fields\/|ui\/forms\/|texts\/en\/|ui\/overlay\/(dialog|panel|veil)|ui\/option-list|records\/field\/(field-(picker|input)|choices|address-input|file-input))|\/lucide-react\/|\/sdk\/src\//;

/** Compresses once, as well as it can be done, what the server would else compress for each visitor in haste. */
function precompress(): Plugin {
  let folder = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, 'assets');
    },
    async closeBundle() {
      const files = (await readdir(folder)).filter((file) => /\.(js|css)$/.test(file));
      await Promise.all(
        files.map(async (file) => {
          const path = join(folder, file);
          const bytes = await readFile(path);
          if (bytes.length < smallestBytes) return;
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), precompress()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs and no release changes is one file: it compresses better and stays in the cache.
            { name: 'parts', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            // What most pages share is another, instead of two dozen crumbs. Without what only floats: that comes when it is asked for.
            { name: 'common', test: shared, minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': server, '/openapi.json': server } },
});
