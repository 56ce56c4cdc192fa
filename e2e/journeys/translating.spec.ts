// Somebody is asked to translate, and somebody else finds in Arabic what was said in Dutch.
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import type { Mailbox } from '../fixtures/mail.ts'
import type { People } from '../fixtures/people.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

const ARABIC = 'المصباح في الساحة معطّل منذ **الثلاثاء**، ولا أحد يأتي.'
const SEEN = 'المصباح في الساحة معطّل منذ الثلاثاء'

async function call(page: Page, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request.post(path, { data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

/** On the page of an invitation: who has this address takes part, under this name. */
async function says(page: Page, mailbox: Mailbox, address: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  const code = (await mailbox.next(address, ({ subject }) => /^\d{6}/.test(subject))).subject.slice(0, 6)
  await page.getByLabel('Code uit de mail').fill(code)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await page.getByLabel('Uw naam').fill(name)
  await page.getByRole('button', { name: 'Ik doe mee' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Somebody who was asked by the one on this page to translate in an issue, and came. */
async function translator(by: Page, issue: string, { people, mailbox }: { people: People; mailbox: Mailbox }, address: string, name: string): Promise<Page> {
  await call(by, `/v1/tenants/zaanrade/issues/${issue}/invitations`, { invitees: [{ email: address }], role: 'translator' })
  const page = await people.stranger()
  const { links } = await mailbox.next(address)
  await page.goto(links.find((it) => it.includes('/uitnodiging/')) ?? '')
  await says(page, mailbox, address, name)
  return page
}

/** The form in which a post is translated, where it has the focus of who opened it. */
async function translates(page: Page, number: number): Promise<{ form: Locator; field: Locator }> {
  const form = page.getByRole('region', { name: `Uw vertaling van bijdrage ${number}` })
  await page.getByRole('button', { name: `Vertaal deze bijdrage, nummer ${number}` }).click()
  return { form, field: form.getByLabel('De vertaling') }
}

/** No post on any of these pages says who anybody is. */
async function expectNobodyNamed(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    const posts = (await page.getByRole('article').allInnerTexts()).join(' ')
    expect(posts).not.toMatch(/Joost|Fatima|Salma|Karimi|Leyla|Demir|vertaler/i)
  }
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
  await says(amal, mailbox, 'tolk@example.org', 'Amal Haddad')

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

test('with aliases somebody translates under another name, and neither a slow line nor an edit loses a word', async ({ people, places, mailbox }) => {
  const joost = await people.become('adviser')
  const issue = places.issue.split('/').at(-1) ?? ''
  const { id } = await call(joost, `/v1/tenants/zaanrade/issues/${issue}/threads`, { title: 'Onder schuilnaam', body: 'Wat ziet u?', kind: 'talk', regime: 'confidential' })
  const address = `/o/zaanrade/gesprekken/${String(id)}`
  const fatima = await Room.enter(await people.become('citizen'), address)
  await fatima.say('De lantaarn is stuk.')
  await expect(fatima.posts('De lantaarn is stuk.').getByRole('button', { name: /^Bewerk bijdrage/ })).toBeVisible()
  const salma = await translator(joost, issue, { people, mailbox }, 'salma@example.org', 'Salma Karimi')
  await salma.goto(address)
  const alias = /^U schrijft met een schuilnaam: (.+)\.$/
  const name = alias.exec(await salma.getByRole('complementary', { name: 'Wie leest dit?' }).getByText(alias).innerText())?.[1] ?? ''
  expect(name).not.toBe('')

  // While it is on its way nothing is taken in, by whatever key, and it is kept.
  const { form, field } = await translates(salma, 2)
  const language = form.getByLabel('In welke taal?')
  await language.selectOption('en')
  await field.fill('The streetlight is broken.')
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await salma.route('**/posts', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await answered
    return route.abort()
  })
  await form.getByRole('button', { name: 'Plaats vertaling' }).click()
  await expect(field).toHaveAttribute('readonly', '')
  await field.focus()
  await salma.keyboard.type(' And dark.')
  await salma.keyboard.press('Control+b')
  await language.focus()
  await salma.keyboard.press('ArrowDown')
  await salma.keyboard.type('Turks')
  await expect(language).toBeFocused()
  await expect(language).toHaveValue('en')
  await expect(language).toHaveAttribute('aria-disabled', 'true')
  await looksRight(salma)
  await expect(field).toHaveValue('The streetlight is broken.')
  answer()
  await expect(form.getByText(/^Er kwam geen antwoord/)).toBeVisible()
  await salma.unroute('**/posts')
  await expect(field).toHaveValue('The streetlight is broken.')
  await field.focus()
  await salma.keyboard.press('Control+End')
  await salma.keyboard.type(' And dark.')
  const drafts = (await (await salma.request.get('/v1/me/drafts')).json()) as { items: unknown[] }
  expect(drafts.items, 'what is for this room stays in this browser').toEqual([])

  // What it is made of changes under her hands.
  const hers = fatima.page.locator('[data-seq="2"]')
  await hers.getByRole('button', { name: 'Bewerk bijdrage 2' }).click()
  await hers.getByRole('textbox').fill('De lantaarn is al een week stuk.')
  await hers.getByRole('button', { name: 'Opslaan' }).click()
  await expect(form.getByText(/^Bijdrage 2 is veranderd/)).toBeVisible()
  await looksRight(salma)
  await form.getByRole('button', { name: 'Plaats vertaling' }).click()

  // Whoever reads sees it come, under the alias that is only for what she translates, and of what it is one.
  await fatima.hears('The streetlight is broken. And dark.')
  const made = fatima.posts('The streetlight is broken. And dark.')
  await expect(made.getByRole('heading')).toHaveText(name)
  await expect(made.getByText('Engels · van een eerdere versie')).toBeVisible()
  await expect(hers.getByRole('list', { name: 'Ook in:' }).getByRole('link')).toHaveText('English')
  await expectNobodyNamed(fatima.page, salma)
  await looksRight(fatima.page)

  // Of what stands there now it says so itself.
  const again = await translates(salma, 2)
  await again.field.fill('The streetlight has been broken for a week.')
  await again.form.getByRole('button', { name: 'Plaats vertaling' }).click()
  await fatima.hears('The streetlight has been broken for a week.')
  await expect(fatima.posts('broken for a week').getByText('van een eerdere versie')).toHaveCount(0)
})

test('without names somebody translates as nobody, and has it in the browser that wrote it', async ({ people, places, mailbox }) => {
  const joost = await people.become('adviser')
  const issue = places.issue.split('/').at(-1) ?? ''
  const { id } = await call(joost, `/v1/tenants/zaanrade/issues/${issue}/threads`, { title: 'Zonder namen', body: 'Wat ziet u?', kind: 'talk', regime: 'authorless' })
  const address = `/o/zaanrade/gesprekken/${String(id)}`
  const fatima = await Room.enter(await people.become('citizen'), address)
  const leyla = await translator(joost, issue, { people, mailbox }, 'leyla@example.org', 'Leyla Demir')
  await leyla.goto(address)
  const { form, field } = await translates(leyla, 1)
  await form.getByLabel('In welke taal?').selectOption('tr')
  await field.fill('Ne görüyorsunuz?')
  await form.getByRole('button', { name: 'Plaats vertaling' }).click()
  await fatima.hears('Ne görüyorsunuz?')
  const made = fatima.posts('Ne görüyorsunuz?')
  await expect(made.getByRole('heading')).toHaveText('Iemand in dit gesprek')
  await expect(made.getByText('Turks')).toBeVisible()
  await expect(made.getByRole('button', { name: /^Bewerk bijdrage/ })).toHaveCount(0)
  await leyla.reload()
  await expect(leyla.getByRole('article').filter({ hasText: 'Ne görüyorsunuz?' }).getByRole('button', { name: /^Bewerk bijdrage/ })).toBeVisible()
  await expectNobodyNamed(fatima.page, leyla)
  await looksRight(fatima.page)
})
