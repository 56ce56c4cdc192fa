// Somebody is asked to translate, and somebody else finds in Arabic what was said in Dutch.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

const ARABIC = 'المصباح في الساحة معطّل منذ **الثلاثاء**، ولا أحد يأتي.'
const SEEN = 'المصباح في الساحة معطّل منذ الثلاثاء'

async function call(page: Page, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request.post(path, { data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

test('a translator is invited, puts a post into Arabic, and a reader finds it from the original', async ({ people, mailbox, places }) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const id = places.issue.split('/').at(-1) ?? ''
  const { id: thread } = await call(joost, `/v1/tenants/zaanrade/issues/${id}/threads`, { title: 'De lantaarn', body: 'Wat ziet u ’s avonds?', kind: 'talk' })
  const room = `/o/zaanrade/gesprekken/${String(thread)}`
  await call(fatima, `/v1/tenants/zaanrade/threads/${String(thread)}/posts`, { body: 'De lantaarn op het plein is sinds **dinsdag** stuk, en niemand komt.' })

  // Asked as a translator, in the form in which everybody is asked.
  await joost.goto(places.issue)
  await joost.getByRole('link', { name: 'Mensen uitnodigen' }).click()
  await joost.getByRole('group', { name: 'Als wat vraagt u hen?' }).getByLabel('Vertaler').check()
  await joost.getByLabel(/^E.mailadressen/).fill('tolk@example.org')
  await joost.reload()
  await expect(joost.getByLabel('Vertaler'), 'as what stays with whom').toBeChecked()
  await looksRight(joost)
  await joost.getByRole('button', { name: '1 uitnodiging sturen' }).click()
  await expect(joost.getByText('de uitnodiging is verstuurd')).toBeVisible()
  await expect(joost.getByRole('listitem').filter({ hasText: 'tolk@example.org' }).last()).toContainText('Vertaler')

  const amal = await people.stranger()
  const mail = await mailbox.next('tolk@example.org')
  expect(mail.text).toContain('andere taal')
  await amal.goto(mail.links.find((it) => it.includes('/uitnodiging/')) ?? '')
  await expect(amal.getByText(/zet bijdragen van anderen over in een andere taal/)).toBeVisible()
  await amal.getByRole('button', { name: 'Stuur mij een code' }).click()
  const code = (await mailbox.next('tolk@example.org', ({ subject }) => /^\d{6}/.test(subject))).subject.slice(0, 6)
  await amal.getByLabel('Code uit de mail').fill(code)
  await amal.getByRole('button', { name: 'Aanmelden' }).click()
  await amal.getByLabel('Uw naam').fill('Amal Haddad')
  await amal.getByRole('button', { name: 'Ik doe mee' }).click()
  await expect(amal.getByRole('heading', { level: 1 })).toBeVisible()

  const reader = await Room.enter(fatima, room)
  await amal.goto(room)
  await expect(amal.getByText(/^U vertaalt hier/)).toBeVisible()
  await expect(amal.getByRole('button', { name: 'Plaats bijdrage' })).toHaveCount(0)
  await looksRight(amal)

  // By keyboard, from the post to its translation; what is typed stays when the page is left.
  const original = amal.getByRole('article').filter({ hasText: 'De lantaarn op het plein' })
  const form = amal.getByRole('region', { name: 'Uw vertaling van bijdrage 2' })
  await original.getByRole('button', { name: 'Vertaal deze bijdrage, nummer 2' }).focus()
  await amal.keyboard.press('Enter')
  await expect(form.getByLabel('In welke taal?')).toBeFocused()
  await looksRight(amal)
  await amal.keyboard.type('Arabisch')
  await expect(form.getByLabel('In welke taal?')).toHaveValue('ar')
  const field = form.getByLabel('De vertaling')
  await field.focus()
  await amal.keyboard.insertText(ARABIC)
  await expect(field).toHaveAttribute('dir', 'rtl')
  await expect(field).toHaveAttribute('lang', 'ar')
  await amal.reload()
  await original.getByRole('button', { name: 'Vertaal deze bijdrage, nummer 2' }).click()
  await expect(field, 'what was typed is there again').toHaveValue(ARABIC)
  await expect(form.getByLabel('In welke taal?')).toHaveValue('ar')
  // What turns out to be in another language takes its words along.
  await form.getByLabel('In welke taal?').selectOption('fa')
  await expect(field).toHaveValue(ARABIC)
  await form.getByLabel('In welke taal?').selectOption('ar')
  await expect(field).toHaveValue(ARABIC)
  await looksRight(amal)
  await field.focus()
  await amal.keyboard.press('Control+Enter')

  // She can take it back at once, and has her words again.
  await amal.getByRole('button', { name: /^Ongedaan maken/ }).click()
  await expect(field).toHaveValue(ARABIC)
  await form.getByRole('button', { name: 'Plaats vertaling' }).click()
  const made = amal.getByRole('article').filter({ hasText: SEEN })
  await expect(made.getByText('Arabisch')).toBeVisible()
  await expect(made.getByRole('button', { name: /^Bewerk bijdrage/ })).toBeVisible()

  // The one who wrote it sees it come, and finds it from her own words.
  await reader.hears(SEEN)
  const hers = fatima.locator('[data-seq="2"]')
  const way = hers.getByRole('list', { name: 'Ook in:' }).getByRole('link')
  await expect(way).toHaveText('العربية')
  await expect(way).toHaveAttribute('lang', 'ar')
  await looksRight(fatima)
  await way.focus()
  await fatima.keyboard.press('Enter')
  const found = fatima.getByRole('article').filter({ hasText: SEEN })
  await expect(found).toBeFocused()
  await expect(found.locator('.np-prose')).toHaveAttribute('dir', 'rtl')
  await expect(found.locator('.np-prose')).toHaveAttribute('lang', 'ar')
  await found.getByRole('link', { name: 'Vertaling van bijdrage 2' }).click()
  await expect(hers).toBeFocused()

  // What she says otherwise, the translation does not say yet.
  await hers.getByRole('button', { name: 'Bewerk bijdrage 2' }).click()
  await hers.getByRole('textbox').fill('De lantaarn op het plein is gemaakt.')
  await hers.getByRole('button', { name: 'Opslaan' }).click()
  await expect(made.getByText('Arabisch · van een eerdere versie')).toBeVisible()

  // She mends that, where it stands; and takes it back in the end.
  await made.getByRole('button', { name: /^Bewerk bijdrage/ }).click()
  const mending = amal.getByRole('textbox', { name: 'Uw bijdrage' })
  await expect(mending).toHaveAttribute('dir', 'rtl')
  await mending.fill('تم إصلاح المصباح.')
  await amal.getByRole('button', { name: 'Opslaan' }).click()
  await expect(fatima.getByText('تم إصلاح المصباح.')).toBeVisible()
  await expect(fatima.getByText(/van een eerdere versie/)).toHaveCount(0)
  const mended = amal.getByRole('article').filter({ hasText: 'تم إصلاح المصباح.' })
  await mended.getByLabel(/^Meer over bijdrage/).click()
  await mended.getByRole('button', { name: 'Trek in' }).click()
  await amal.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click()
  await expect(fatima.getByText('تم إصلاح المصباح.')).toHaveCount(0)
  await expect(hers.getByText('Ook in:')).toHaveCount(0)
})
