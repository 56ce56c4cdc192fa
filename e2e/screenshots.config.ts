import base from './playwright.config.ts'

/** Pictures of every page, for people to look at: see screenshots.md. Its one project stands in the place of the others. */
export default {
  ...base,
  testMatch: 'screenshots.spec.ts',
  projects: [{ name: 'screenshots', fullyParallel: true }],
}
