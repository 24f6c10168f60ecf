import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongFirst } from './support/longFirst.ts'

/** They hold the program to a time: nothing else may use the computer meanwhile. */
const timed = ['tests/faults/{hostile,restart}.test.ts']
const faces = ['tests/client/**/*.test.ts']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: fileURLToPath(new URL('../client/public', import.meta.url)),
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/{shared,server,contract,convergence,faults,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...timed],
          // Nothing of ours is kept in a module, so the next file need not load all of it again.
          isolate: false,
          // All cores: vitest would leave one for itself, which is half of two.
          maxWorkers: '100%',
          testTimeout: 15_000,
          // A whole class is opened there, on a computer with its hands full.
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'faces',
          include: faces,
          // A test that needs a DOM says so in its first line: // @vitest-environment happy-dom
          environment: 'node',
          setupFiles: ['tests/support/steadyClock.ts'],
          maxWorkers: '100%',
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: { name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 }, testTimeout: 15_000, hookTimeout: 30_000 },
      },
    ],
  },
})
