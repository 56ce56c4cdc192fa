import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { keyboard } from '../fixtures/hands.ts'
import { signInByCode } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

/** A public issue of the municipality, made for this journey. */
async function openIssue(convener: Page, title: string): Promise<string> {
  const form = {
    title,
    coreQuestion: 'Hoe houden we de bank op het plein voor iedereen?',
    whyNow: 'De oude bank is weg.',
    background: 'Er is overleg geweest.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'buurtbewoner', wanted: 2 }],
    whyOne: 'Alleen wie er woont, zit er elke dag.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', {
    data: form,
    headers: { 'Idempotency-Key': `notified-${title}` },
  })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  await move(convener, id, 'open')
  return id
}

async function move(convener: Page, issue: string, to: string, reason?: string): Promise<void> {
  const moved = await convener.request.post(`/v1/tenants/zaanrade/issues/${issue}/_move`, {
    data: reason === undefined ? { to } : { to, reason },
  })
  expect(moved.status(), await moved.text()).toBe(200)
}

test('who follows an issue is told, with the reason, and changes how often from the mail', async ({ people, mailbox }, info) => {
  const convener = await people.enter('municipality')
  const title = `Een bank op het plein (${info.project.name})`
  const issue = await openIssue(convener, title)
  const address = `lezer-${info.project.name}@example.org`
  const reader = await people.stranger()
  await signInByCode(reader, mailbox, address, `/o/zaanrade/opgaven/${issue}`)
  await reader.getByRole('button', { name: 'Volg dit' }).click()
  await expect(reader.getByText('U krijgt berichten omdat u dit volgt.')).toBeVisible()

  // Whoever looks at the issue has seen what is told of it, so the reader is elsewhere.
  await reader.goto('/overzicht')
  await move(convener, issue, 'paused', 'We wachten op de raad.')
  await expect(reader.getByRole('link', { name: /1 nieuwe melding/ })).toBeVisible()
  await reader.goto('/meldingen')
  const line = reader.getByRole('listitem').filter({ hasText: title })
  await expect(line.getByText('U leest dit omdat u dit volgt.', { exact: false })).toBeVisible()
  await expect(line.getByText('We wachten op de raad.')).toBeVisible()
  await expectAccessible(reader)

  const mail = await mailbox.next(address, ({ subject }) => subject === `Nieuws over ${title}`)
  expect(mail.text).toContain('We wachten op de raad.')
  expect(mail.text).toContain(`U krijgt deze mail omdat u ‘${title}’ volgt. U krijgt zulke mails nu meteen.`)
  const out = mail.links.find((link) => link.includes('/afmelden/'))
  if (out === undefined) throw new Error('The mail shows no way to fewer mails')

  const elsewhere = await people.stranger()
  await elsewhere.goto(out)
  await expect(elsewhere.getByText(title, { exact: false })).toBeVisible()
  await expectAccessible(elsewhere)
  await expectNoSidewaysScroll(elsewhere)
  await elsewhere.getByRole('button', { name: 'Eén keer per week' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Dat is veranderd')
  expect((await elsewhere.request.get('/v1/me')).status(), 'nobody was signed in by it').toBe(401)

  await reader.goto('/instellingen')
  await expect(reader.getByLabel(`Mail over ‘${title}’`)).toHaveValue('weekly')

  await reader.goto(`/o/zaanrade/opgaven/${issue}`)
  await expect.poll(async () => ((await (await reader.request.get('/v1/me/notifications')).json()) as { unread: number }).unread, 'the issue was looked at').toBe(0)
})

test('who follows an organisation hears of what it begins, and stops where it began', async ({ people, mailbox }, info) => {
  const convener = await people.enter('municipality')
  const address = `volger-${info.project.name}@example.org`
  const reader = await people.byMail(mailbox, address)
  await reader.goto('/o/zaanrade')
  const follow = reader.getByRole('button', { name: 'Volg Gemeente Zaanrade' })
  await follow.press('Enter')
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect(reader.getByText('U volgt nu Gemeente Zaanrade.').first()).toBeVisible()
  await expectAccessible(reader)

  const title = `Het hek om het veld (${info.project.name})`
  await openIssue(convener, title)
  await reader.goto('/meldingen')
  const line = reader.getByRole('listitem').filter({ hasText: title })
  await expect(line.getByText('U leest dit omdat u deze organisatie volgt: Gemeente Zaanrade.', { exact: false })).toBeVisible()

  await reader.goto('/instellingen')
  await expect(reader.getByText('Organisaties die u volgt')).toBeVisible()
  await reader.goto('/o/zaanrade')
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'false')

  const other = await people.byMail(mailbox, `ander-${address}`)
  await other.goto('/o/zaanrade')
  await other.getByRole('button', { name: 'Volg Gemeente Zaanrade' }).click()
  await expect(other.getByText('U volgt nu Gemeente Zaanrade.').first()).toBeVisible()
  const second = `Het veld zelf (${info.project.name})`
  await openIssue(convener, second)
  await other.goto('/meldingen')
  await expect(other.getByRole('listitem').filter({ hasText: second }), 'all that follow it were told').toBeVisible()
  await reader.goto('/meldingen')
  await expect(line).toBeVisible()
  await expect(reader.getByRole('listitem').filter({ hasText: second })).toHaveCount(0)
})

test('who follows an organisation gets a mail that says why, and stops in the settings by keyboard', async ({ people, mailbox }, info) => {
  const stranger = await people.stranger()
  await stranger.goto('/o/zaanrade')
  await expect(stranger.getByRole('link', { name: 'Alle opgaven' })).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Volg Gemeente Zaanrade' }), 'nobody to write to').toHaveCount(0)

  const convener = await people.enter('municipality')
  const address = `volgt-met-mail-${info.project.name}@example.org`
  const reader = await people.byMail(mailbox, address)
  await reader.goto('/o/zaanrade')
  await keyboard.press(reader.getByRole('button', { name: 'Volg Gemeente Zaanrade' }))
  await expect(reader.getByText('U volgt nu Gemeente Zaanrade.').first()).toBeVisible()
  await reader.reload()
  await expect(reader.getByRole('button', { name: 'Volg Gemeente Zaanrade' }), 'it was kept').toHaveAttribute('aria-pressed', 'true')

  const title = `De poort naar het veld (${info.project.name})`
  await openIssue(convener, title)
  const mail = await mailbox.next(address, ({ subject }) => subject.includes(title))
  expect(mail.text.replace(/\s+/g, ' ')).toContain('U krijgt deze mail omdat u Gemeente Zaanrade volgt.')

  await reader.goto('/instellingen')
  const followed = reader.getByRole('listitem').filter({ has: reader.getByRole('link', { name: 'Gemeente Zaanrade' }) })
  await expect(followed).toBeVisible()
  await expectAccessible(reader)
  await expectNoSidewaysScroll(reader)
  await keyboard.press(followed.getByRole('button', { name: 'Gemeente Zaanrade niet meer volgen' }))
  await expect(reader.getByText('U volgt Gemeente Zaanrade niet meer.').first()).toBeVisible()
  await expect(reader.getByText('U volgt nog geen organisaties.', { exact: false })).toBeVisible()
  const main = reader.getByRole('main')
  await expect.poll(() => main.evaluate((it) => it.contains(document.activeElement)), 'the focus stays near').toBe(true)
})

test('the mailbox of the demo shows a mail as its reader sees it', async ({ people, mailbox }, info) => {
  const address = `postvak-${info.project.name}@example.org`
  const page = await people.stranger()
  await signInByCode(page, mailbox, address)
  await page.goto(`/demo/mail?aan=${address}`)
  await page.getByRole('link', { name: /is uw code voor/ }).click()
  await expect(page.frameLocator('iframe').getByRole('link', { name: 'Aanmelden' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'De hele mail, zoals hij verstuurd is' }).click()
  await expect(page.getByText('Auto-Submitted: auto-generated')).toBeVisible()
})
