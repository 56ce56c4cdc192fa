// An organisation at a host name of its own: its pages are there, and so is whoever signed in elsewhere.
import { chromium } from '@playwright/test'
import { expectAccessible } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('a member signs in once and is known at the host of the municipality', async ({ app }, info) => {
  const port = new URL(app.url).port
  const host = `praat.zaanrade.example:${port}`
  await app.command('tenant', 'host', 'zaanrade', host)
  const options = info.project.use.launchOptions
  const browser = await chromium.launch({ ...options, args: [...(options?.args ?? []), '--host-resolver-rules=MAP *.example 127.0.0.1'] })
  const context = await browser.newContext({ ...info.project.use, baseURL: `http://${host}` })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL(`http://${host}/o/zaanrade`)
  await expect(page.getByRole('heading', { level: 1, name: 'Gemeente Zaanrade' })).toBeVisible()
  await page.goto(`${app.url}/demo/in/zaanrade`)
  await page.goto('/aanmelden?next=/o/zaanrade/opgaven')
  await expect(page).toHaveURL(`http://${host}/o/zaanrade/opgaven`)
  await expect(page.locator('.np-header__account summary')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/o/ess')
  await expect(page).toHaveURL(`${app.url}/o/ess`)
  await page.goto('/overzicht')
  await page.getByRole('link', { name: 'Netwerkplatform' }).first().click()
  await page.getByRole('main').locator('a[href="/o/ess"]').first().click()
  await expect(page).toHaveURL(`${app.url}/o/ess`)
  await browser.close()
  await app.command('tenant', 'host', 'zaanrade')
})
