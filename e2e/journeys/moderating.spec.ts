import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { Room } from '../fixtures/room.ts'
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
  // A reason that stands ready comes below what is typed, and stays his to change.
  await joost.getByLabel('Begin met een reden van uw organisatie').selectOption('Over een persoon')
  await joost.getByRole('button', { name: 'Voeg toe: de gekozen reden' }).click()
  await expect(joost.getByLabel('Waarom?')).toHaveValue('U noemt iemand een oplichter die er niet bij is.\nU schrijft over iemand en niet over wat diegene vindt.')
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
  await expect(fatima.getByText('U noemt iemand een oplichter die er niet bij is.', { exact: false })).toBeVisible()
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

test('the reasons that stand ready are for everybody to read and for the owners to change', async ({ people }) => {
  const stranger = await people.become('stranger')
  await stranger.goto('/o/zaanrade/redenen')
  await expect(stranger.getByRole('heading', { name: 'Over een groep' })).toBeVisible()
  await expect(stranger.getByText('Dit is de lijst waarmee iedere organisatie begint.')).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Bewaar de lijst' })).toHaveCount(0)
  const marieke = await people.enter('municipality')
  await marieke.goto('/o/zaanrade/redenen')
  await marieke.getByRole('button', { name: 'Voeg een reden toe' }).click()
  const last = marieke.getByRole('group', { name: /^Reden/ }).last()
  await expect(last.getByLabel('Korte naam')).toBeFocused()
  await last.getByLabel('Korte naam').fill('Over een groep')
  await last.getByLabel('De reden', { exact: false }).fill('Schrijf over wat u zelf hebt gezien.')
  await marieke.getByRole('button', { name: 'Bewaar de lijst' }).click()
  await expect(marieke.getByText('Deze naam staat al op de lijst.', { exact: false })).toBeVisible()
  await last.getByLabel('Korte naam').fill('Niet zelf gezien')
  await last.getByRole('button', { name: /^Omhoog/ }).click()
  await marieke.reload()
  await expect(marieke.getByRole('group', { name: /^Reden/ }).nth(-2).getByLabel('Korte naam'), 'what was typed is there again').toHaveValue('Niet zelf gezien')
  await marieke.getByRole('button', { name: 'Bewaar de lijst' }).click()
  await expect(marieke.getByText('De lijst is bewaard.', { exact: false }).first()).toBeVisible()
  await expect(marieke.getByRole('heading', { level: 2, name: 'Niet zelf gezien' })).toBeVisible()
  await lookedAt(marieke)
})

test('a title is reported and replaced, and whoever opened the conversation reads why', async ({ people }) => {
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const joost = await people.enter('adviser')
  const answer = await fatima.request.get('/v1/me/issues')
  const { items } = (await answer.json()) as { items: (Issue & { id: string })[] }
  const issue = items.find(({ tenant, state, visibility }) => tenant === 'ess' && visibility === 'public' && state === 'open')
  const opened = await fatima.request.post(`/v1/tenants/ess/issues/${issue?.id ?? ''}/threads`, { data: { title: 'Die oplichters van hiernaast', body: 'Wat vindt u?' } })
  expect(opened.ok(), await opened.text()).toBe(true)
  const { id } = (await opened.json()) as { id: string }
  await rachid.goto(`/o/ess/gesprekken/${id}`)
  await rachid.getByRole('button', { name: 'Meld de titel van dit gesprek' }).click()
  await rachid.getByRole('radio', { name: 'Tegen de huisregels' }).check()
  await rachid.getByLabel('Leg uit wat er mis is').fill('De titel gaat over mensen die er niet bij zijn.')
  await lookedAt(rachid)
  await rachid.getByRole('button', { name: 'Melden', exact: true }).click()
  await expect(rachid.getByText('Uw melding is binnen. U hoort wat ermee gebeurt.').first()).toBeVisible()
  await joost.goto('/o/ess/modereren')
  await joost.getByRole('link', { name: 'De titel van Die oplichters van hiernaast' }).click()
  await joost.getByRole('button', { name: 'In behandeling nemen' }).click()
  await joost.getByRole('radio', { name: 'Vervangen door een andere titel' }).check()
  await joost.getByLabel('De nieuwe titel').fill('Samenleven met de buren')
  await joost.getByLabel('Waarop rust dit?').selectOption('rules')
  await joost.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
  await joost.getByLabel('Waarom?').fill('De titel noemt mensen die er niet bij zijn.')
  await lookedAt(joost)
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await expect(joost.getByText('Het besluit is genomen. Wie het aangaat, hoort het.').first()).toBeVisible()
  // Who has the conversation open reads the new title at once.
  await expect(rachid.getByRole('heading', { level: 1 })).toHaveText('Samenleven met de buren')
  await fatima.goto('/gemeld')
  const card = fatima.getByRole('listitem').filter({ hasText: 'De titel van een gesprek bij' }).filter({ hasText: 'Die oplichters van hiernaast' })
  await expect(card.getByText('Samenleven met de buren')).toBeVisible()
  await expect(card.getByText('Niet mee eens?', { exact: true })).toBeVisible()
  await lookedAt(fatima)
  const stranger = await people.stranger({ javaScriptEnabled: false })
  await stranger.goto(`/o/ess/gesprekken/${id}/melden`)
  await expect(stranger.getByText('U meldt de titel van dit gesprek.')).toBeVisible()
  const seen = await people.stranger()
  await seen.goto(`/o/ess/gesprekken/${id}/melden`)
  await lookedAt(seen)
})

test('where nobody knows who wrote, the browser that wrote it reads why and objects', async ({ people, places, mailbox }) => {
  const joost = await people.become('adviser')
  const issue = places.exploredIssue.split('/').at(-1) ?? ''
  const opened = await joost.request.post(`/v1/tenants/ess/issues/${issue}/threads`, { data: { title: 'Zonder namen gemeld', body: 'Vertel.', regime: 'authorless' } })
  expect(opened.ok(), await opened.text()).toBe(true)
  const { id } = (await opened.json()) as { id: string }
  const address = `/o/ess/gesprekken/${id}`
  const theirs = await Room.enter(await people.become('professional'), address)
  await theirs.say('Dit wordt weggehaald.')
  const lotte = await people.byMail(mailbox, 'lotte@example.org')
  await lotte.goto(address)
  const post = lotte.getByRole('article').filter({ hasText: 'Dit wordt weggehaald.' })
  await expect(post).toBeVisible()
  const page = (await (await lotte.request.get(`/v1/tenants/ess/threads/${id}/posts`)).json()) as { items: { id: string; seq: number }[] }
  const reported = await lotte.request.post(`/v1/tenants/ess/posts/${page.items[1]?.id ?? ''}/reports`, { data: { reason: 'house-rules', words: 'Dit hoort hier niet.' } })
  expect(reported.ok(), await reported.text()).toBe(true)
  await joost.goto('/o/ess/modereren')
  await joost.getByRole('link', { name: 'Bijdrage 2 in Zonder namen gemeld' }).click()
  await joost.getByRole('button', { name: 'In behandeling nemen' }).click()
  await joost.getByRole('radio', { name: 'Verwijderen' }).check()
  await joost.getByLabel('Waarop rust dit?').selectOption('rules')
  await joost.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
  await joost.getByLabel('Waarom?').fill('Het gaat over een ander.')
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await expect(joost.getByText('Het besluit is genomen. Wie het aangaat, hoort het.').first()).toBeVisible()

  // Others read in the log what was done; only the browser that wrote it reads why.
  await lotte.goto(`${address}/logboek`)
  await expect(lotte.getByText('Verwijderd').first()).toBeVisible()
  await expect(lotte.getByText('Het gaat over een ander.')).toHaveCount(0)
  const writer = theirs.page
  await writer.goto(`${address}/logboek`)
  await expect(writer.getByText('Het gaat over een ander.')).toBeVisible()
  await expect(writer.getByText('Dit wordt weggehaald.')).toBeVisible()
  await writer.getByText('Niet mee eens?', { exact: true }).click()
  await writer.getByLabel('Waarom bent u het er niet mee eens?').fill('Het ging over mijzelf.')
  await lookedAt(writer)
  await writer.getByRole('button', { name: 'Bezwaar maken' }).click()
  await expect(writer.getByText('Iemand anders kijkt ernaar. U hoort het antwoord.')).toBeVisible()
})
