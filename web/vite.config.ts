import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:4000';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { outDir: 'dist', target: 'es2023', assetsInlineLimit: 0 },
  server: { port: 5173, proxy: { '/api': server, '/openapi.json': server } },
});
