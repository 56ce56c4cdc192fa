// What could not be fetched is not taken for nothing, and comes by itself.
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

async function fail(page: Page, path: RegExp): Promise<() => Promise<void>> {
  const body = JSON.stringify({ code: 'unexpected', title: 'Kapot', detail: 'Er ging iets mis.' })
  await page.route(path, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body }))
  return () => page.unroute(path)
}

test('conversations that could not be fetched are not taken for none', async ({ people, places }) => {
  const page = await people.become('citizen')
  const comesBack = await fail(page, /\/issues\/[^/]+\/threads$/)
  await page.goto(places.issue)
  const talks = page.getByRole('heading', { name: 'Gesprekken', exact: true })
  await expect(talks).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/^Probeer het zo opnieuw\./)).toBeVisible()
  await comesBack()
  await expect(page.getByRole('link', { name: 'Wat gebeurt er ’s avonds op het plein?' })).toBeVisible({ timeout: 40_000 })
})

test('an agenda of which nobody knows whether one may see it says so', async ({ people }) => {
  const page = await people.become('municipality')
  const comesBack = await fail(page, /\/v1\/tenants\/zaanrade$/)
  await page.goto('/o/zaanrade/agenda')
  await expect(page.getByText('Er ging iets mis.')).toBeVisible({ timeout: 20_000 })
  await comesBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agenda', { timeout: 40_000 })
})
