import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real servers answer in their own time; a hang, not slowness, is what these bound.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Tests wait for servers and programs more than they compute: two at a time fill even two cores, which by default get one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/support/global-setup.ts'],
  },
})
