import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = `http://127.0.0.1:${process.env['KETU_PORT'] ?? '8420'}`

export default defineConfig({
  root: here('.'),
  plugins: [vue(), tailwindcss()],
  resolve: { dedupe: ['yjs', 'vue'] },
  // The oldest browsers of borrowed tablets that Tailwind's floor allows. A slow laptop builds slowly: that is no warning for a trainer.
  build: { outDir: here('../dist/client'), emptyOutDir: true, target: ['chrome111', 'safari16.4'], chunkSizeWarningLimit: 700, rolldownOptions: { checks: { bundlerTimings: false } } },
  // The rules in shared/ lie outside of the pages' own folder.
  server: { host: '0.0.0.0', fs: { allow: [here('..')] }, proxy: { '/api': server, '/socket.io': { target: server, ws: true }, '/sync': { target: server, ws: true } } },
})
