// Every page, as everybody who comes there.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectGoodPage } from '../fixtures/a11y.ts'
import { entries } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

test('the list has every page that the application has', async () => {
  const router = await readFile(new URL('../../frontend/src/app/router.tsx', import.meta.url), 'utf8')
  const patterns = [...router.matchAll(/\['(\/[^']*)', '[a-z-]+-page'\]/g)].map((match) => match[1])
  const listed = entries.filter((entry) => !entry.server && entry.pattern !== '*').map((entry) => entry.pattern)
  expect(patterns.length).toBeGreaterThan(15)
  expect([...new Set(listed)].sort()).toEqual(patterns.sort())
})

/** On a phone with letters twice as large nothing is beside the screen. */
async function expectRoomForLargeLetters(page: Page) {
  await page.setViewportSize({ width: 390, height: 900 })
  const beside = await page.evaluate(() => {
    const { documentElement: root } = document
    root.style.fontSize = '200%'
    return root.scrollWidth - root.clientWidth
  })
  expect(beside, 'pixels beside the screen').toBe(0)
}

for (const [number, { pattern, visitors, address, refused }] of entries.entries()) {
  for (const visitor of visitors) {
    test(`${pattern} for the ${visitor} (${String(number + 1)})`, async ({ people, places }) => {
      const page = await people.become(visitor, { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })
      await page.goto(address(places))
      await expectGoodPage(page)
      await expectRoomForLargeLetters(page)
      people.expectQuiet(refused)
    })
  }
}
