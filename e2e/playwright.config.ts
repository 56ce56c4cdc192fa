import { defineConfig } from '@playwright/test'

const pages = 'journeys/every-page.spec.ts'
const story = 'journeys/whole-story.spec.ts'
const wide = ['conversation', 'own-host', 'reading', 'search-box', 'sign-in', 'writing'].map((name) => `journeys/${name}.spec.ts`)

// A flake is a bug: nothing is tried twice.
export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'bugs/**/*.spec.ts'],
  outputDir: 'test-results',
  globalSetup: './fixtures/content.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // A trace costs a quarter of the time. To see what went wrong: --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // The same engine as Chromium's, without its windows.
      executablePath: process.env.NP_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'phone', testIgnore: [pages, story], use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    // What differs on a wide screen; the rest is played on a phone, and every page is looked at on both.
    { name: 'desktop', testMatch: wide, use: { viewport: { width: 1280, height: 900 } } },
    // Looks at each page at every width by itself.
    { name: 'pages', testMatch: pages, fullyParallel: true },
    // Says itself how wide it is.
    { name: 'story', testMatch: story, fullyParallel: true },
  ],
})
