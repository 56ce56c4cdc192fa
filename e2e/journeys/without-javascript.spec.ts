// Reading and signing in with scripts turned off: what the server writes is enough.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'
import type { People } from '../fixtures/people.ts'

test.use({ javaScriptEnabled: false })

const issue = 'Opvang in een klein dorp: praat op tijd, maar hoe?'
const outcome = 'Praat met het dorp voordat er iets vaststaat'
const product = 'Handreiking: de eerste avond in een dorp'

/** What came of it, and what we know now: written by who may, through the API. */
async function report(people: People): Promise<void> {
  const { request } = await people.enter('adviser')
  const issues = (await (await request.get('/v1/tenants/ess/issues?limit=50')).json()) as { items: { id: string; title: string }[] }
  const id = issues.items.find((it) => it.title === issue)?.id ?? ''
  const path = `/v1/tenants/ess/issues/${id}/outcome`
  const known = await request.get(path)
  // The demonstration may have begun to write it.
  const begun = known.ok() ? ((await known.json()) as { published: unknown }) : { published: null }
  if (begun.published === null) {
    const statement = (kind: string, text: string, why?: string) => ({ kind, text, why: why ?? null, posts: [] })
    const statements = [
      statement('heard', 'Mensen hoorden het uit de krant.'),
      statement('done', 'We praten eerst met de **dorpsraad**.'),
      statement('not-done', 'We stellen de opvang niet uit.', 'De plekken zijn nodig.'),
      statement('you-can', 'Meld u aan voor de volgende avond.'),
    ]
    const data = { title: outcome, intro: 'Dank voor het meedenken.', statements, reviewAt: '2030-03-01T00:00:00Z' }
    expect((await request.put(path, { data, headers: { 'if-match': known.headers().etag ?? '"0"' } })).ok()).toBe(true)
    expect((await request.post(`${path}/_publish`, { data: {} })).ok()).toBe(true)
  }
  const made = await request.post('/v1/tenants/ess/products', {
    data: { kind: 'guide', title: product, summary: 'Zo begint een gesprek.', body: 'Begin met **luisteren**.', sources: [id] },
  })
  const { id: productId } = (await made.json()) as { id: string }
  expect((await request.post(`/v1/tenants/ess/products/${productId}/_publish`, { data: {} })).ok()).toBe(true)
}

test('a reader goes from the front page to an issue, what came of it, and what we know now', async ({ page, people }) => {
  await report(people)
  await page.goto('/')
  await expect(page).toHaveTitle('Samen nadenken over wat in de samenleving speelt · Netwerkplatform')
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Expertise-unit Sociale Stabiliteit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Expertise-unit Sociale Stabiliteit' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Alle opgaven' }).click()
  await page.getByLabel('Fase').selectOption('Afgesloten')
  await page.getByRole('button', { name: 'Toon' }).click()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: issue }).click()
  await expect(page.getByRole('heading', { level: 1, name: issue })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Dit hebben we gehoord' })).toBeVisible()
  await expect(page.getByText('We praten eerst met de dorpsraad.')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Kennis', exact: true }).click()
  await page.getByRole('link', { name: product }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: product })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: issue }).click()
  await expect(page.getByRole('heading', { level: 1, name: issue })).toBeVisible()
})

test('the language is a button away', async ({ page }) => {
  await page.goto('/o/ess/opgaven')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Issues' })).toBeVisible()
  await expect(page).toHaveURL(/\/o\/ess\/opgaven$/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: 'Nederlands' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Opgaven' })).toBeVisible()
})

test('somebody signs in with the code from a mail, and leaves', async ({ page, mailbox }) => {
  await page.goto('/o/ess')
  await page.getByRole('link', { name: 'Aanmelden' }).click()
  await page.getByLabel(/^Uw e.mailadres/).fill('wie-dan-ook@voorbeeld.example')
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  const mail = await mailbox.next('wie-dan-ook@voorbeeld.example')
  await page.getByLabel('Code uit de mail').fill('12')
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page.getByLabel('Code uit de mail')).toHaveAttribute('aria-invalid', 'true')
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Code uit de mail').fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page).toHaveURL(/\/o\/ess$/)
  await page.locator('.np-header__account summary').click()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Aanmelden' })).toBeVisible()
})

test('a page that needs scripts says so, and what works without', async ({ page }) => {
  await page.goto('/zoeken')
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina werkt alleen met JavaScript' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.goto('/o/ess/bestaat-niet')
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test.describe('where scripts do not arrive', () => {
  // Axe needs scripts of its own.
  test.use({ javaScriptEnabled: true })

  test('the pages that are read are accessible', async ({ page }) => {
    await page.route('**/assets/*.js', (route) => route.abort())
    for (const address of ['/', '/o/ess', '/o/ess/opgaven', '/o/ess/kennis', '/aanmelden']) {
      await page.goto(address)
      await expectAccessible(page)
    }
  })
})
