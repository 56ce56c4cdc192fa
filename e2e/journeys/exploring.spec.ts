import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

/** An issue of the municipality that is being explored, and Fatima asked for its first circle. */
async function explored(convener: Page, title: string): Promise<string> {
  const form = {
    title,
    coreQuestion: 'Wie mag er op het dak van de parkeergarage?',
    whyNow: 'Er zijn klachten en er is een mooi uitzicht.',
    visibility: 'tenant',
    regime: 'trusted',
    perspectives: [{ name: 'bezoeker', wanted: 3 }],
    whyOne: 'Alleen wie er komt, weet hoe het er is.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', { data: form, headers: { 'Idempotency-Key': `explored-${title}` } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  const issue = `/v1/tenants/zaanrade/issues/${id}`
  expect((await convener.request.post(`${issue}/_move`, { data: { to: 'orientation' } })).status()).toBe(200)
  const asked = await convener.request.post(`${issue}/invitations`, {
    data: { invitees: [{ email: 'fatima@example.org', text: 'Denk als eerste mee.' }] },
    headers: { 'Idempotency-Key': `circle-${title}` },
  })
  expect(asked.status(), await asked.text()).toBe(201)
  return `/o/zaanrade/opgaven/${id}`
}

test('a first circle says what it thinks, only who runs the issue reads it, and the issue opens with what was done with it', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const title = `Het dak van de garage (${info.project.name})`
  const page = await explored(marieke, title)
  const fatima = await people.enter('citizen')
  const invitation = await mailbox.next('fatima@example.org', ({ text }) => text.includes('Denk als eerste mee.') && text.includes(title))
  await fatima.goto(/\/uitnodiging\/[\w.-]+/.exec(invitation.text)?.[0] ?? '')
  await fatima.getByRole('button', { name: 'Verder' }).click()
  await fatima.getByRole('button', { name: 'Doe mee' }).click()
  await expect(fatima.getByText('U bent een van de eersten die meedenken.', { exact: false })).toBeVisible()

  // Whoever looks at the issue has seen what is told of it, and gets no mail.
  await fatima.goto('/overzicht')
  await marieke.goto(page)
  await marieke.getByRole('link', { name: 'Vraag om een oordeel' }).click()
  await expect(marieke.getByRole('heading', { level: 1, name: 'Verkenning' })).toBeVisible()
  await expectAccessible(marieke)
  await marieke.getByRole('button', { name: 'Vraag de eerste kring' }).click()
  await expect(marieke.getByText('0 van de ene persoon gaf een oordeel.')).toBeVisible()

  const mail = await mailbox.next('fatima@example.org', ({ subject }) => subject === `Wat vindt u? ${title}`)
  const link = mail.links.find((one) => one.endsWith('/verkenning'))
  if (link === undefined) throw new Error('The mail does not lead to the questions')
  await fatima.goto(new URL(link).pathname)
  await expect(fatima.getByText('Wie deze opgave leidt, leest uw oordeel, met uw naam.', { exact: false })).toBeVisible()
  await fatima.getByRole('button', { name: 'Geef mijn oordeel' }).click()
  await expect(fatima.getByRole('link', { name: 'Wat raadt u aan?: Kies wat het beste past.' })).toBeVisible()
  await expectAccessible(fatima)
  await fatima.getByRole('radio', { name: 'Ja, dit is de goede vraag' }).check()
  await fatima.getByLabel('Wie missen we nog?').fill('Wie er woont, en ernaar kijkt.')
  await fatima.getByRole('radio', { name: 'Eerst iets veranderen' }).check()
  await fatima.getByRole('button', { name: 'Geef mijn oordeel' }).click()
  await expect(fatima.getByRole('link', { name: /^Waarom\?: / })).toBeVisible()
  // What is typed waits for whoever comes back.
  await fatima.reload()
  await expect(fatima.getByLabel('Wie missen we nog?')).toHaveValue('Wie er woont, en ernaar kijkt.')
  await fatima.getByLabel('Waarom?').fill('Nu praten alleen bezoekers.')
  await fatima.getByRole('button', { name: 'Geef mijn oordeel' }).click()
  await expect(fatima.getByText('Uw oordeel is bewaard. Dank u wel.').first()).toBeVisible()
  await expectNoSidewaysScroll(fatima)

  await marieke.reload()
  const answer = marieke.getByRole('listitem').filter({ hasText: 'Fatima Warsame' })
  await expect(answer.getByText('Nu praten alleen bezoekers.')).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByRole('button', { name: 'Verbreden en openen' }).click()
  const dialog = marieke.getByRole('dialog')
  await dialog.getByLabel('Wat deed u met de verkenning? (niet verplicht)').fill('We vragen nu ook bewoners.')
  await dialog.getByRole('button', { name: 'Verbreden en openen' }).click()
  await expect(marieke.getByText('We vragen nu ook bewoners.')).toBeVisible()

  await fatima.goto(page)
  await expect(fatima.getByText('We vragen nu ook bewoners.')).toBeVisible()
  await fatima.goto(`${page}/verkenning`)
  await expect(fatima.getByText('Antwoorden kan niet meer.')).toBeVisible()
  await fatima.getByRole('button', { name: 'Neem mijn oordeel terug' }).click()
  await fatima.getByRole('dialog').getByRole('button', { name: 'Neem mijn oordeel terug' }).click()
  await expect(fatima.getByText('Nu praten alleen bezoekers.')).toHaveCount(0)
})
