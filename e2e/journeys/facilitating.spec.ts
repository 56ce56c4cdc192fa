import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

async function call(page: Page, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request.post(path, { data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

/** A conversation of its own in an issue of the demo, so that no other journey has to wait in it. */
async function newRoom(page: Page, issue: string, title: string): Promise<string> {
  const id = issue.split('/').at(-1) ?? ''
  const { id: thread } = await call(page, `/v1/tenants/zaanrade/issues/${id}/threads`, { title, body: 'Wat zag u zelf op het plein?', kind: 'talk' })
  return `/o/zaanrade/gesprekken/${String(thread)}`
}

test('who facilitates sees how it goes, slows down, summarises and closes, and the room reads why', async ({ people, places }, info) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const title = `Wie zag wat? ${info.project.name}`
  const room = await newRoom(joost, places.issue, title)
  const posts = `/v1/tenants/zaanrade/threads/${room.split('/').at(-1) ?? ''}/posts`
  await call(fatima, posts, { body: 'Ik zag dat de jongens een bank optilden voor mevrouw De Wit.' })

  // From the issue to all conversations, and from there to this one.
  await joost.goto(places.issue)
  await joost.getByRole('link', { name: 'Begeleiden: hoe gaan de gesprekken?' }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'Begeleiden' })).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await joost.getByRole('link', { name: title }).click()
  await expect(joost.getByRole('heading', { level: 1, name: `Begeleiden: ${title}` })).toBeVisible()
  await expect(joost.getByText('In de laatste 24 uur: 2 bijdragen').first()).toBeVisible()
  await expect(joost.getByRole('listitem').filter({ hasText: 'Rachid' }), 'who was not heard').toBeVisible()
  await expect(joost.getByText('Op persoonlijke titel')).toBeVisible()
  const word = joost.getByRole('link', { name: 'Bijdrage 2: ‘de jongens’' })
  await expect(word).toHaveAttribute('href', `${room}#2`)
  await expect(joost.getByRole('listitem').filter({ has: word }), 'a word never names who wrote it').not.toContainText('Fatima')
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)

  // Slower, with a reason; what is typed stays when the page is left.
  await joost.getByRole('radio', { name: 'Langzamer' }).check()
  await joost.getByLabel('Tijd tussen twee bijdragen').selectOption('30')
  await joost.getByRole('button', { name: 'Stel in' }).click()
  await expect(joost.getByLabel('Waarom?')).toHaveAttribute('aria-invalid', 'true')
  await joost.getByLabel('Waarom?').fill('Lees elkaar eerst.')
  await joost.reload()
  await expect(joost.getByLabel('Waarom?'), 'what was typed is there again').toHaveValue('Lees elkaar eerst.')
  await expect(joost.getByRole('radio', { name: 'Langzamer' })).toBeChecked()
  await fatima.goto(room)
  await expect(fatima.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await joost.getByRole('button', { name: 'Stel in' }).click()
  await expect(joost.getByText('Ingesteld. Iedereen in het gesprek leest waarom.').first()).toBeVisible()
  await expect(fatima.getByText('De gespreksleider zegt waarom: Lees elkaar eerst.'), 'she has it open').toBeVisible()
  await expect(fatima.getByText('Dit gesprek gaat langzamer: een bijdrage per 30 minuten.').first()).toBeVisible()

  // A summary that leads to a post, in two versions.
  await joost.getByRole('link', { name: 'Samenvatting', exact: true }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'Samenvatting' })).toBeVisible()
  const text = joost.getByLabel('Tekst van de samenvatting')
  await text.fill(`Er wordt geholpen ([bijdrage 2](${room}#2)).`)
  await joost.reload()
  await expect(text).toHaveValue(/Er wordt geholpen/)
  await joost.getByRole('button', { name: 'Zet boven het gesprek' }).click()
  await expect(joost.getByText('De samenvatting staat boven het gesprek.').first()).toBeVisible()
  const onTop = fatima.getByRole('region', { name: 'Samenvatting' })
  await expect(onTop.getByText('Er wordt geholpen')).toBeVisible()
  await expect(onTop.getByRole('link', { name: 'bijdrage 2' })).toHaveAttribute('href', `${room}#2`)
  await text.fill(`Er wordt vaak geholpen ([bijdrage 2](${room}#2)).`)
  // A colleague was ahead: both texts are shown, none is lost.
  const ahead = await joost.request.put(`${posts.replace(/posts$/, 'summary')}`, { data: { body: 'Van een ander.' }, headers: { 'If-Match': '"1"' } })
  expect(ahead.ok()).toBe(true)
  await joost.getByRole('button', { name: 'Zet boven het gesprek' }).click()
  await expect(joost.getByText('Van een ander.').first()).toBeVisible()
  await joost.getByRole('button', { name: 'Mijn tekst houden' }).click()
  await joost.getByRole('button', { name: 'Zet boven het gesprek' }).click()
  await expect(joost.getByText('Versie 3,').first()).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await expect(onTop.getByText('Er wordt vaak geholpen')).toBeVisible()
  await fatima.getByRole('link', { name: 'Alle versies' }).click()
  await fatima.getByText('Wat in versie 3 veranderde').click()
  await expect(fatima.locator('ins').first()).toBeVisible()
  await fatima.getByText('Versie 2', { exact: true }).click()
  await expect(fatima.getByText('Van een ander.', { exact: true })).toBeVisible()
  await expect(fatima.getByLabel('Tekst van de samenvatting')).toHaveCount(0)
  await fatima.goto(room)

  // Closed: she reads why, and what she can do.
  await joost.goto(`${room}/begeleiden`)
  await joost.getByRole('radio', { name: 'Sluiten' }).check()
  await joost.getByLabel('Waarom?').fill('We praten verder op het plein.')
  await joost.getByRole('button', { name: 'Stel in' }).click()
  await expect(fatima.getByText('De gespreksleider zegt waarom: We praten verder op het plein.')).toBeVisible()
  await expect(fatima.getByText('Wilt u verder praten?')).toBeVisible()
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)

  // Something for later, with the post in which it came up; she sees it on the page of the issue.
  await joost.getByRole('link', { name: 'Alle gesprekken' }).click()
  const subject = `De bushalte ${info.project.name}`
  await joost.getByRole('textbox', { name: 'Onderwerp' }).fill(subject)
  await joost.getByLabel('Link naar een bijdrage').fill('https://example.org')
  await joost.getByRole('button', { name: 'Parkeer', exact: true }).click()
  await expect(joost.getByText('Dit is geen link naar een bijdrage in deze opgave.')).toBeVisible()
  await joost.getByLabel('Link naar een bijdrage').fill(`https://example.org${room}#2`)
  await joost.getByRole('button', { name: 'Parkeer', exact: true }).click()
  await expect(joost.getByText('Het onderwerp staat geparkeerd.').first()).toBeVisible()
  await fatima.goto(places.issue)
  const parked = fatima.getByRole('listitem').filter({ hasText: subject })
  await expect(parked.getByRole('link', { name: 'Waar het ter sprake kwam' })).toHaveAttribute('href', `${room}#2`)
  await joost.getByRole('button', { name: `Opgepakt: ${subject}` }).click()
  await joost.getByLabel('Gesprek', { exact: true }).selectOption({ label: title })
  await joost.getByRole('dialog').getByRole('button', { name: 'Opgepakt' }).click()
  await expect(joost.getByText('Het staat als opgepakt.').first()).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await fatima.reload()
  await expect(parked.getByRole('link', { name: 'Naar dat gesprek' })).toHaveAttribute('href', room)
  await joost.goto(`${room}/begeleiden`)

  // The form for a round is ready.
  await joost.getByRole('link', { name: 'Open een ronde' }).click()
  await expect(joost.getByRole('radio', { name: 'Ronde' })).toBeChecked()

  // The page is not for her.
  await fatima.goto(`${room}/begeleiden`)
  await expect(fatima.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(fatima.getByRole('heading', { level: 1, name: 'Begeleiden' })).toHaveCount(0)
})

test('the list of watched words is for everybody to read and for who convenes to change', async ({ people }) => {
  const stranger = await people.become('stranger')
  await stranger.goto('/o/zaanrade/woordenlijst')
  await expect(stranger.getByRole('heading', { name: 'die mensen' })).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Bewaar de lijst' })).toHaveCount(0)
  const marieke = await people.enter('municipality')
  await marieke.goto('/o/zaanrade/woordenlijst')
  const add = marieke.getByRole('button', { name: 'Voeg een regel toe' })
  await add.click()
  const last = marieke.getByRole('group', { name: /^Regel/ }).last()
  await expect(last.getByLabel('Woord of woorden')).toBeFocused()
  await last.getByLabel('Woord of woorden').fill('die mensen')
  await last.getByLabel('Waarom letten we hierop?').fill('Nog een keer.')
  await marieke.getByRole('button', { name: 'Bewaar de lijst' }).click()
  await expect(marieke.getByText('Dit staat al op de lijst.')).toBeVisible()
  await last.getByRole('button', { name: 'Haal weg' }).click()
  await marieke.getByRole('button', { name: 'Bewaar de lijst' }).click()
  await expect(marieke.getByText('De lijst is bewaard.').first()).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
})
