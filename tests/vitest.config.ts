import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [vue()],
  test: {
    include: ['tests/{shared,server,client,contract,convergence,faults,bench}/**/*.test.ts'],
    // A client test that needs a DOM says so in its first line: // @vitest-environment happy-dom
    environment: 'node',
    setupFiles: ['tests/support/steadyClock.ts'],
    testTimeout: 15_000,
  },
})
