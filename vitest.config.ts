import { defineConfig } from 'vitest/config'

/** Tests beside what they test, and the guards in tests/. Journeys in a browser are Playwright's: see playwright.config.ts. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'bin/**/*.test.mjs'],
    globalSetup: ['tests/setup-database.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The template database is made in front of the first file that asks for it.
    teardownTimeout: 30_000,
  },
})
