import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** Pictures of every page, for people to look at: see screenshots.md. */
export default defineConfig(base, {
  testMatch: 'screenshots.spec.ts',
  projects: [{ name: 'screenshots', fullyParallel: true }],
})
