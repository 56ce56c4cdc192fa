import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

type Mine = { items: { tenant: string; id: string; state: string; threads: { id: string }[] }[] }

/** The room in which the demo's municipality and its people talk. */
async function room(page: Page): Promise<{ issue: string; thread: string }> {
  const mine = (await (await page.request.get('/v1/me/issues')).json()) as Mine
  const issue = mine.items.find((it) => it.tenant === 'zaanrade' && it.state === 'open' && it.threads.length > 0)
  const thread = issue?.threads[0]
  if (issue === undefined || thread === undefined) throw new Error('The demo has no open room')
  return { issue: `/o/zaanrade/opgaven/${issue.id}`, thread: `/o/zaanrade/gesprekken/${thread.id}` }
}

test('a code from the mail opens the door, without a password', async ({ people }, info) => {
  const page = await people.stranger()
  await page.goto('/aanmelden')
  await expectAccessible(page)
  await page.getByLabel('Uw e-mailadres').fill(`nieuw-${info.project.name}@example.org`)
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mail')
  const mails = await people.stranger()
  await expect(async () => {
    await mails.goto('/demo/mail')
    await expect(mails.getByText(`nieuw-${info.project.name}@example.org`).first()).toBeVisible({ timeout: 500 })
  }).toPass()
  const subject = await mails.getByRole('link', { name: /is uw code/ }).first().innerText()
  await page.getByLabel('Code uit de mail').fill(subject.slice(0, 6))
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page).toHaveURL(/overzicht/)
})

test('the pages of the conversation are accessible and fit their screen', async ({ people }) => {
  const page = await people.enter('citizen')
  const { issue, thread } = await room(page)
  for (const path of ['/', '/overzicht', '/o/zaanrade/opgaven', issue, thread]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
})
