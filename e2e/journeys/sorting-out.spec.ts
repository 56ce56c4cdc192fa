import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

const TENANT = '/v1/tenants/zaanrade'

/** A conversation of its own in the issue of the square, opened by whoever is on this page. */
async function opened(page: Page, issue: string, title: string): Promise<string> {
  const { id } = await call<{ id: string }>(page, 'POST', `${TENANT}/issues/${issue}/threads`, { title, body: 'Wat is er stuk op het plein?' })
  return id
}

const talk = (thread: string, seq?: number) => `/o/zaanrade/gesprekken/${thread}${seq === undefined ? '' : `#${String(seq)}`}`

test('a split thread whose old links work', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const fatima = await people.become('citizen')
  const issue = places.issue.split('/').at(-1) ?? ''
  await joost.goto(places.issue)
  await fatima.goto(places.issue)
  const old = await opened(joost, issue, 'Wat is er stuk?')
  for (const body of ['De lantaarn bij de bushalte.', 'Het bankje.', 'De lantaarn al sinds augustus.']) {
    await call(fatima, 'POST', `${TENANT}/threads/${old}/posts`, { body })
  }

  // One word is given, and seen at once by whoever has the room open; never as a number.
  const hers = await Room.enter(fatima, talk(old))
  const his = await Room.enter(joost, talk(old))
  const lamp = joost.getByRole('article').filter({ hasText: 'De lantaarn bij de bushalte.' })
  await lamp.getByText('Laat weten', { exact: true }).click()
  await lamp.getByRole('button', { name: 'Herkenbaar' }).click()
  const words = fatima.getByRole('list', { name: 'Wat mensen lieten weten bij bijdrage 2' })
  await expect(words).toContainText('HerkenbaarJoost Hendrikse')
  // Who runs it is told by the platform, not by a name that anybody may take.
  await expect(hers.posts('Wat is er stuk op het plein?')).toContainText('Gespreksleider')
  await expect(hers.posts('Het bankje.')).not.toContainText('Gespreksleider')
  await expectAccessible(joost)

  // She writes on while the posts go.
  await hers.field.fill('Ik wilde nog iets zeggen')
  // What is at hand at the foot of the screen comes and goes, and the page stays as long: nothing moves under a press.
  const length = () => joost.evaluate(() => document.documentElement.scrollHeight)
  const write = joost.getByRole('button', { name: 'Schrijf mee' })
  await joost.evaluate(() => scrollTo(0, 0))
  await expect(write).toBeVisible()
  const withIt = await length()
  await his.field.scrollIntoViewIfNeeded()
  await expect(write).toBeHidden()
  expect(await length()).toBe(withIt)
  await joost.getByRole('button', { name: 'Bijdragen verplaatsen' }).click()
  await joost.getByRole('checkbox', { name: 'Kies bijdrage 2' }).check()
  await joost.getByRole('checkbox', { name: 'Kies bijdrage 4' }).check()
  await expect(joost.getByText('2 bijdragen gekozen.')).toBeVisible()
  await expectNoSidewaysScroll(joost)
  await joost.getByRole('button', { name: 'Verplaats', exact: true }).click()
  const dialog = joost.getByRole('dialog')
  await dialog.getByLabel('Waar gaat dit gesprek over?').fill('De lantaarn')
  await expectAccessible(joost)
  await dialog.getByRole('button', { name: 'Verplaats', exact: true }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'De lantaarn' })).toBeVisible()
  await expect(his.posts('De lantaarn bij de bushalte.')).toContainText('Kwam uit het gesprek Wat is er stuk?')
  await expect(joost.getByRole('list', { name: 'Wat mensen lieten weten bij bijdrage 1' })).toContainText('Joost Hendrikse')
  await expectAccessible(joost)

  // Her page says where they went; what she was typing stands.
  await expect(fatima.getByText('Deze bijdrage staat nu in De lantaarn')).toHaveCount(2)
  await expect(hers.field).toHaveValue('Ik wilde nog iets zeggen')
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)

  // The old address leads on: the page, and the post in the API.
  await hers.leave()
  await fatima.goto(talk(old, 4))
  await expect(fatima.getByRole('heading', { level: 1, name: 'De lantaarn' })).toBeVisible()
  await expect(fatima).toHaveURL(/#2$/)
  await expect(fatima.getByRole('article').filter({ hasText: 'De lantaarn al sinds augustus.' })).toBeFocused()

  // All of it goes back: whoever comes by the second address finds it too.
  const second = joost.url().split('/').at(-1)?.split('#')[0] ?? ''
  await joost.getByRole('button', { name: 'Gesprek samenvoegen' }).click()
  await joost.getByRole('dialog').getByLabel('Gesprek', { exact: true }).selectOption({ label: 'Wat is er stuk?' })
  await joost.getByRole('dialog').getByRole('button', { name: 'Voeg samen' }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'Wat is er stuk?' })).toBeVisible()
  await fatima.goto(talk(second, 1))
  await expect(fatima.getByRole('heading', { level: 1, name: 'Wat is er stuk?' })).toBeVisible()
  await expect(fatima.getByRole('article').filter({ hasText: 'De lantaarn bij de bushalte.' })).toBeFocused()
  await fatima.goto(talk(second))
  await expect(fatima.getByText('Dit gesprek is opgegaan in een ander gesprek.')).toBeVisible()
  await expectAccessible(fatima)
})

test('a question is asked, answered from a perspective, and the list says so', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const fatima = await people.become('citizen')
  await fatima.goto(places.issue)
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await fatima.getByLabel('Waar gaat dit gesprek over?').fill('Wie betaalt de lantaarn?')
  await fatima.getByRole('radio', { name: 'Vraag' }).check()
  await fatima.getByLabel('Eerste bijdrage').fill('Weet iemand dit?')
  await expectAccessible(fatima)
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await expect(fatima.getByRole('heading', { name: 'Nog geen antwoord' })).toBeVisible()
  const address = new URL(fatima.url()).pathname

  const his = await Room.enter(joost, address)
  await his.say('De gemeente, uit de pot voor onderhoud.')
  const answer = joost.getByRole('article').filter({ hasText: 'De gemeente, uit de pot' })
  await answer.getByText('Meer', { exact: true }).click()
  await answer.getByRole('button', { name: 'Vanuit welk perspectief?' }).click()
  await joost.getByRole('combobox', { name: 'Perspectief' }).fill('juridisch')
  await expectAccessible(joost)
  await joost.getByRole('button', { name: 'Opslaan' }).click()
  await expect(answer).toContainText('vanuit juridisch perspectief')

  const hers = await Room.enter(fatima, address)
  await hers.hears('De gemeente, uit de pot voor onderhoud.')
  const read = hers.posts('De gemeente, uit de pot')
  await expect(read).toContainText('vanuit juridisch perspectief')
  await read.getByText('Meer', { exact: true }).click()
  await read.getByRole('button', { name: 'Dit beantwoordt de vraag' }).click()
  const answers = fatima.getByRole('region', { name: 'Antwoord op deze vraag' })
  await answers.getByRole('link', { name: 'Joost Hendrikse, bijdrage 2:' }).click()
  await expect(read).toBeFocused()
  await expect(joost.getByRole('region', { name: 'Antwoord op deze vraag' }), 'he sees it without asking').toBeVisible()
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await fatima.goto(places.issue)
  await expect(fatima.getByRole('listitem').filter({ hasText: 'Wie betaalt de lantaarn?' })).toContainText('Vraag: beantwoord')

  // Who facilitates puts it on top, and takes it off.
  await answer.getByText('Meer', { exact: true }).click()
  await answer.getByRole('button', { name: 'Zet bovenaan' }).click()
  await expect(joost.getByRole('region', { name: 'Bovenaan gezet' })).toBeVisible()
  await answer.getByText('Meer', { exact: true }).click()
  await answer.getByRole('button', { name: 'Haal bovenaan weg' }).click()
  await expect(joost.getByRole('region', { name: 'Bovenaan gezet' })).toHaveCount(0)
})
