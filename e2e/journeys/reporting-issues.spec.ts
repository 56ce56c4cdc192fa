import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

const TITLE = 'De herrieschoppers van het plein'
const QUESTION = 'Hoe krijgen we die oplichters weg?'

async function lookedAt(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** An issue of this convener that everybody reads. */
async function opened(page: Page): Promise<string> {
  const form = { title: TITLE, coreQuestion: QUESTION, whyNow: 'Het is genoeg.', whyOne: '', background: '', visibility: 'public', regime: 'open', perspectives: [{ name: 'ouder', wanted: 2 }, { name: 'jongere', wanted: 2 }] }
  const drafted = await page.request.post('/v1/tenants/ess/issues', { data: form })
  expect(drafted.ok(), await drafted.text()).toBe(true)
  const { id } = (await drafted.json()) as { id: string }
  const moved = await page.request.post(`/v1/tenants/ess/issues/${id}/_move`, { data: { to: 'open' } })
  expect(moved.ok(), await moved.text()).toBe(true)
  return id
}

test('an issue is reported, loses its text, and gets another one from whoever runs it', async ({ people, mailbox }) => {
  test.slow()
  const joost = await people.become('adviser')
  const id = await opened(joost)
  const address = `/o/ess/opgaven/${id}`
  const rachid = await people.enter('professional')
  await rachid.goto(address)
  await rachid.getByRole('button', { name: 'Meld deze opgave' }).click()
  await rachid.getByRole('radio', { name: 'Haat of discriminatie' }).check()
  await rachid.getByLabel('Leg uit wat er mis is').fill('Dit gaat over mensen die er niet bij zijn.')
  await rachid.getByLabel('Wat ik hier meld', { exact: false }).check()
  await lookedAt(rachid)
  await rachid.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(rachid.getByText('Wat u meldde, is binnen. U hoort wat ermee gebeurt.').first()).toBeVisible()

  // Who wrote it does not decide; somebody else of the organisation does.
  const bilal = await people.byMail(mailbox, 'bilal@example.org')
  await bilal.goto('/o/ess/modereren')
  await bilal.getByRole('link', { name: `De opgave ${TITLE}` }).click()
  await expect(bilal.getByText(QUESTION)).toBeVisible()
  await lookedAt(bilal)
  await bilal.getByRole('button', { name: 'In behandeling nemen' }).click()
  await bilal.getByRole('radio', { name: 'Een andere titel, en de tekst weghalen' }).check()
  await bilal.getByLabel('De nieuwe titel').fill('Prettig op het plein')
  await expect(bilal.getByLabel('Een tijd niet laten schrijven', { exact: false })).toHaveCount(0)
  await bilal.getByLabel('Waarop rust dit?').selectOption('rules')
  await bilal.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
  await bilal.getByLabel('Waarom?').fill('De tekst noemt mensen oplichters.')
  await lookedAt(bilal)
  await bilal.getByRole('button', { name: 'Beslissen' }).click()
  await bilal.getByRole('button', { name: 'Ja, neem dit besluit' }).click()
  await expect(bilal.getByText('Het besluit is genomen. Wie het aangaat, hoort het.').first()).toBeVisible()

  // Who has it open reads that at once, and whoever wrote it reads what it was, and why.
  await expect(rachid.getByRole('heading', { level: 1 })).toHaveText('Prettig op het plein')
  await expect(rachid.getByText('De tekst van deze opgave is weggehaald.', { exact: false })).toBeVisible()
  await expect(rachid.getByText(QUESTION)).toHaveCount(0)
  await lookedAt(rachid)
  const mail = await mailbox.next('joost@example.org', ({ subject }) => subject.includes('besluit over uw opgave'))
  expect(mail.text).not.toContain('oplichters')
  await joost.goto('/gemeld')
  const card = joost.getByRole('listitem').filter({ hasText: 'Een opgave bij' }).filter({ hasText: TITLE })
  await expect(card.getByText(QUESTION, { exact: false })).toBeVisible()
  await expect(card.getByText('Niet mee eens?', { exact: true })).toBeVisible()
  await lookedAt(joost)
  await joost.goto(`${address}/bewerken`)
  await joost.getByLabel('Kernvraag', { exact: false }).fill('Hoe maken we het plein weer van iedereen?')
  await joost.getByLabel('Waarom nu?', { exact: false }).fill('Er is veel gebeurd.')
  await joost.getByRole('button', { name: 'Klaar, bekijk de pagina' }).click()
  await expect(joost.getByText('Hoe maken we het plein weer van iedereen?')).toBeVisible()
  await expect(rachid.getByText('Hoe maken we het plein weer van iedereen?')).toBeVisible()
})

test('somebody without an account reports an issue that everybody reads, without scripts', async ({ people, mailbox }) => {
  const id = await opened(await people.become('adviser'))
  const stranger = await people.stranger({ javaScriptEnabled: false })
  await stranger.goto(`/o/ess/opgaven/${id}`)
  await stranger.getByRole('link', { name: 'Meld deze opgave' }).click()
  await expect(stranger.getByText('U meldt de titel of de tekst van deze opgave.', { exact: false })).toBeVisible()
  await stranger.getByRole('radio', { name: 'Haat of discriminatie' }).check()
  await stranger.getByLabel('Leg uit wat er mis is').fill('Dit raakt mijn buren.')
  await stranger.getByLabel('Uw naam').fill('Trui')
  await stranger.getByLabel('Uw e-mailadres').fill('trui@example.org')
  await stranger.getByLabel('Wat ik hier meld', { exact: false }).check()
  await stranger.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Dank u wel' })).toBeVisible()
  await mailbox.next('trui@example.org', ({ subject }) => subject.includes('is binnen'))
  const seen = await people.stranger()
  await seen.goto(`/o/ess/opgaven/${id}/melden`)
  await lookedAt(seen)
  // In the application a visitor is led to the same page.
  await seen.goto(`/o/ess/opgaven/${id}`)
  await seen.getByRole('link', { name: 'Meld deze opgave' }).click()
  await expect(seen.getByRole('heading', { level: 1, name: 'Een opgave melden' })).toBeVisible()
})
