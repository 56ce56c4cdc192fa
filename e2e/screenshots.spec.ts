import { join } from 'node:path'
import { widths } from './fixtures/a11y.ts'
import { entries, settled } from './fixtures/pages.ts'
import { test } from './fixtures/test.ts'

const folder = process.env.NP_SCREENSHOTS ?? 'test-results/screenshots'

for (const [number, { pattern, visitors, address }] of entries.entries()) {
  for (const visitor of visitors) {
    test(`${pattern} for the ${visitor} (${String(number + 1)})`, async ({ people, places, mailbox }) => {
      const name = `${String(number + 1).padStart(2, '0')}${pattern.replace(/[^a-z]+/gi, '-')}-${visitor}`.replace(/-+/g, '-')
      const page = await people.become(visitor, { reducedMotion: 'reduce' })
      await page.goto(address(places))
      for (const width of widths) {
        await page.setViewportSize({ width, height: width > 500 ? 900 : 800 })
        await settled(page)
        await page.screenshot({ path: join(folder, `${name}-${String(width)}.png`), fullPage: true })
      }
    })
  }
}
