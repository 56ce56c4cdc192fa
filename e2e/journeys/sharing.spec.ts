import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { keyboard } from '../fixtures/hands.ts'
import { expect, test } from '../fixtures/test.ts'

type Shared = { title: string; url: string }

const shareButton = (page: Page) => page.getByRole('button', { name: 'Delen', exact: true })

test('whoever reads a public issue passes its address on, by the keyboard', async ({ people, places }) => {
  const reader = await people.become('stranger', { permissions: ['clipboard-read', 'clipboard-write'] })
  // As a browser without a sheet for sharing.
  await reader.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
  await reader.goto(places.publicIssue)
  await shareButton(reader).press('Enter')
  await expect(reader.getByText('De link is gekopieerd.')).toBeVisible()
  const copied = await reader.evaluate(() => navigator.clipboard.readText())
  expect(new URL(copied).pathname).toBe(places.publicIssue)
  await expectAccessible(reader)

  const other = await people.stranger()
  await other.goto(copied)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(await reader.getByRole('heading', { level: 1 }).innerText())
})

test('a device that has a sheet for sharing opens it, and who closes it is told nothing', async ({ people, places }) => {
  const reader = await people.stranger()
  await reader.addInitScript(() => {
    const asked: Shared[] = []
    Object.assign(globalThis, { asked })
    Object.assign(navigator, {
      share: (what: Shared) => {
        asked.push(what)
        return Promise.reject(new DOMException('closed', 'AbortError'))
      },
    })
  })
  await reader.goto(places.product)
  await shareButton(reader).click()
  const asked = await reader.evaluate(() => (globalThis as unknown as { asked: Shared[] }).asked)
  expect(asked).toEqual([{ title: await reader.getByRole('heading', { level: 1 }).innerText(), url: reader.url() }])
  await expect(reader.getByText(/link is gekopieerd|Kopiëren lukte niet/)).toHaveCount(0)
})

test('where nothing can be copied the address is there to copy by hand, without what was asked of the page', async ({ people, places }) => {
  const reader = await people.stranger()
  await reader.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'share')
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await reader.goto(`${places.publicIssue}?van=zoeken#top`)
  await keyboard.press(shareButton(reader))
  const address = new URL(places.publicIssue, reader.url()).href
  await expect(reader.getByRole('status').filter({ hasText: 'Kopiëren lukte niet.' })).toHaveText(`Kopiëren lukte niet. Kopieer dit adres zelf: ${address}`)
  await expect(shareButton(reader)).toBeFocused()
  await expectAccessible(reader)
  for (const width of [390, 320]) {
    await reader.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(reader)
  }
})

test('what only some may read has no button that would lead others to a closed door', async ({ people }) => {
  const municipality = await people.enter('municipality')
  const made = await municipality.request.post('/v1/tenants/zaanrade/issues', {
    data: { title: 'Alleen voor wie meedoet', coreQuestion: 'Wie hoort dit?', whyNow: 'Nu.', visibility: 'invited', regime: 'open' },
    headers: { 'Idempotency-Key': 'not-to-be-shared' },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { id: string }
  await municipality.goto(`/o/zaanrade/opgaven/${id}`)
  await expect(municipality.getByRole('heading', { level: 1 })).toHaveText('Alleen voor wie meedoet')
  await expect(shareButton(municipality)).toHaveCount(0)
})
