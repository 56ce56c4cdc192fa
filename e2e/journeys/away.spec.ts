import type { Page } from '@playwright/test'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

/** As a proxy answers for a server that is away: a page of its own, whatever was asked. */
async function takeAway(page: Page): Promise<() => Promise<void>> {
  const asked = /\/v1\//
  await page.route(asked, (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>' }))
  return () => page.unroute(asked)
}

test('while the server is away behind its proxy, what one writes stays, and goes out once when it is back', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const words = `Geschreven terwijl het platform weg was, ${String(Date.now())}`
  const comesBack = await takeAway(room.page)
  await room.say(words)
  await expect(room.outgoing).toContainText(words)
  await expect(room.page.getByText('Bad Gateway')).toHaveCount(0)
  await comesBack()
  // Nobody does anything.
  await expect(room.outgoing).toHaveCount(0, { timeout: 30_000 })
  await expect(room.posts(words)).toHaveCount(1)
})

test('a page that could not be fetched says so kindly, and is there by itself when the server is back', async ({ people }) => {
  const page = await people.enter('citizen')
  const comesBack = await takeAway(page)
  await page.goto('/zoeken?q=plein')
  await expect(page.getByText('Er kwam geen antwoord').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Bad Gateway')).toHaveCount(0)
  await comesBack()
  await expect(page.getByRole('heading', { name: /resultaten$/ })).toBeVisible({ timeout: 30_000 })
})
