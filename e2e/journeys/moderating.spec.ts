import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

type Issue = { tenant: string; state: string; visibility: string; threads: { id: string }[] }

/** A conversation that everybody reads and in which she takes part. */
async function openRoom(page: Page): Promise<string> {
  const answer = await page.request.get('/v1/me/issues')
  const { items } = (await answer.json()) as { items: Issue[] }
  const room = items.find((issue) => issue.tenant === 'ess' && issue.visibility === 'public' && issue.state === 'open')?.threads[0]
  if (!room) throw new Error('The demo has no such conversation')
  return room.id
}

async function says(page: Page, thread: string, body: string): Promise<{ id: string; seq: number }> {
  const answer = await page.request.post(`/v1/tenants/ess/threads/${thread}/posts`, { data: { body } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as { id: string; seq: number }
}

async function lookedAt(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

test('a report, a decision, an objection: the post is gone, and comes back', async ({ people, mailbox }) => {
  test.slow()
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const joost = await people.enter('adviser')
  const thread = await openRoom(fatima)
  const words = 'Wie dat bericht rondstuurde, is een oplichter.'
  const { seq } = await says(fatima, thread, words)

  // He reads it and says what is wrong. What he typed is there again after closing.
  await rachid.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await rachid.getByLabel(`Meer over bijdrage ${String(seq)}`, { exact: true }).click()
  await rachid.getByRole('button', { name: 'Meld deze bijdrage' }).click()
  await rachid.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(rachid.getByRole('dialog').getByText('Kies wat er mis is.')).toBeVisible()
  await rachid.getByRole('radio', { name: 'Tegen de huisregels' }).check()
  await rachid.getByLabel('Leg uit wat er mis is').fill('Dit gaat over iemand die er niet bij is.')
  await lookedAt(rachid)
  await rachid.getByRole('button', { name: 'Annuleren' }).click()
  await rachid.getByLabel(`Meer over bijdrage ${String(seq)}`, { exact: true }).click()
  await rachid.getByRole('button', { name: 'Meld deze bijdrage' }).click()
  await expect(rachid.getByLabel('Leg uit wat er mis is')).toHaveValue('Dit gaat over iemand die er niet bij is.')
  await rachid.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(rachid.getByText('Uw melding is binnen. U hoort wat ermee gebeurt.').first()).toBeVisible()
  await mailbox.next('rachid@example.org', ({ subject }) => subject.includes('is binnen'))
  await rachid.goto('/gemeld')
  await expect(rachid.getByText('Uw melding is binnen. Iemand kijkt ernaar.')).toBeVisible()

  // Who may decide takes it in hand, and says what is done and why.
  await joost.goto('/o/ess/modereren')
  await lookedAt(joost)
  await joost.getByRole('link', { name: new RegExp(`^Bijdrage ${String(seq)} in`) }).first().click()
  await expect(joost.getByText(words)).toBeVisible()
  await expect(joost.getByText('Rachid')).toHaveCount(0)
  await joost.getByRole('button', { name: 'In behandeling nemen' }).click()
  await joost.getByRole('radio', { name: 'Verwijderen' }).check()
  await joost.getByLabel('Waarom?').fill('U noemt iemand een oplichter die er niet bij is.')
  await joost.reload()
  await expect(joost.getByLabel('Waarom?'), 'what was typed is there again').toHaveValue('U noemt iemand een oplichter die er niet bij is.')
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await expect(joost.getByText('Kies of dit op de wet rust of op de huisregels.')).toBeVisible()
  await lookedAt(joost)
  await joost.getByLabel('Waarop rust dit?').selectOption('rules')
  await joost.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await expect(joost.getByText('Het besluit is genomen. Wie het aangaat, hoort het.').first()).toBeVisible()

  // Nobody reads it any more, and everybody reads what was done.
  await rachid.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await expect(rachid.getByText('Deze bijdrage is verwijderd. In het logboek van dit gesprek staat waarom.')).toBeVisible()
  await expect(rachid.getByText(words)).toHaveCount(0)
  await rachid.getByRole('link', { name: 'Logboek: wat hier is gemodereerd' }).click()
  await expect(rachid.getByText('De huisregels: Huisregel 2: over uzelf').first()).toBeVisible()
  await lookedAt(rachid)

  // She learns what and why by mail, without her words, and objects.
  const mail = await mailbox.next('fatima@example.org', ({ subject }) => subject.includes('besluit over uw bijdrage'))
  expect(mail.links.some((link) => link.endsWith('/gemeld'))).toBe(true)
  await fatima.goto('/gemeld')
  await expect(fatima.getByText('U noemt iemand een oplichter die er niet bij is.')).toBeVisible()
  await expect(fatima.getByText(words), 'her own words stay hers').toBeVisible()
  await fatima.getByText('Niet mee eens?', { exact: true }).click()
  await lookedAt(fatima)
  await fatima.getByLabel('Waarom bent u het er niet mee eens?').fill('Ik bedoelde het bericht, niet een persoon.')
  await fatima.getByRole('button', { name: 'Bezwaar maken' }).click()
  await expect(fatima.getByText('Iemand anders kijkt ernaar. U hoort het antwoord.')).toBeVisible()

  // Somebody else looks again, and agrees with her.
  const bilal = await people.byMail(mailbox, 'bilal@example.org')
  await bilal.goto('/o/ess/modereren')
  await bilal.getByRole('link', { name: new RegExp(`^Bijdrage ${String(seq)} in`) }).first().click()
  await bilal.getByRole('button', { name: 'In behandeling nemen' }).click()
  await bilal.getByRole('radio', { name: 'Ja: de bijdrage komt terug' }).check()
  await bilal.getByLabel('Waarom?').fill('Het gaat over een bericht.')
  await lookedAt(bilal)
  await bilal.getByRole('button', { name: 'Antwoorden', exact: true }).click()
  await expect(bilal.getByText('Uw antwoord is verstuurd.').first()).toBeVisible()
  await rachid.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await expect(rachid.getByText(words)).toBeVisible()
  await fatima.reload()
  await expect(fatima.getByText('U krijgt gelijk.')).toBeVisible()
})

test('somebody without an account reports what everybody reads, without scripts', async ({ people, mailbox }) => {
  const fatima = await people.enter('citizen')
  const thread = await openRoom(fatima)
  const { id } = await says(fatima, thread, 'Nog een bijdrage die iemand raakt.')
  const stranger = await people.stranger({ javaScriptEnabled: false })
  await stranger.goto(`/o/ess/bijdragen/${id}/melden`)
  await stranger.getByRole('radio', { name: 'Haat of discriminatie' }).check()
  await stranger.getByLabel('Leg uit wat er mis is').fill('Dit raakt mijn buren.')
  await stranger.getByLabel('Uw naam').fill('Toos')
  await stranger.getByLabel('Uw e-mailadres').fill('toos@example.org')
  await stranger.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(stranger.getByText('Zet hier een vinkje', { exact: false })).toBeVisible()
  await expect(stranger.getByLabel('Leg uit wat er mis is'), 'nothing typed is lost').toHaveValue('Dit raakt mijn buren.')
  await stranger.getByLabel('Wat ik hier meld', { exact: false }).check()
  await stranger.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Dank u wel' })).toBeVisible()
  const mail = await mailbox.next('toos@example.org', ({ subject }) => subject.includes('is binnen'))
  const link = mail.links.find((one) => one.includes('/gemeld/'))
  const seen = await people.stranger()
  await seen.goto(new URL(link ?? '/').pathname)
  await expect(seen.getByText('Uw melding is binnen. Iemand kijkt ernaar.')).toBeVisible()
  await lookedAt(seen)
  await seen.goto(`/o/ess/bijdragen/${id}/melden`)
  await lookedAt(seen)
})
