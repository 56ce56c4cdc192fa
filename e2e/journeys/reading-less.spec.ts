import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { openRoom } from '../fixtures/demo.ts'
import { expect, test } from '../fixtures/test.ts'

async function lookedAt(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

async function writes(page: Page, words: string): Promise<void> {
  await page.getByLabel('Uw bijdrage', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Plaats bijdrage', exact: true }).click()
}

test('who reads less of somebody finds it folded up, and undoes that', async ({ people }) => {
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const { thread } = await openRoom(fatima, 'ess')
  const words = 'Dit wil niet iedereen steeds opnieuw lezen.'
  const said = await fatima.request.post(`/v1/tenants/ess/threads/${thread}/posts`, { data: { body: words } })
  const { seq, name } = (await said.json()) as { seq: number; name: string }

  await rachid.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await expect(rachid.getByText(words)).toBeVisible()
  await rachid.getByLabel(`Meer over bijdrage ${String(seq)}`, { exact: true }).click()
  await rachid.getByRole('button', { name: 'Minder lezen van deze schrijver' }).click()
  await rachid.getByRole('radio', { name: 'Blokkeren' }).check()
  await lookedAt(rachid)
  await rachid.getByRole('radio', { name: 'Dempen' }).check()
  await rachid.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await expect(rachid.getByText(words)).toHaveCount(0)
  await lookedAt(rachid)
  const show = rachid.getByRole('button', { name: `Toon bijdrage ${String(seq)} toch` })
  await show.press('Enter')
  await expect(rachid.getByText(words)).toBeVisible()

  // She notices nothing, and finds nothing.
  await fatima.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await expect(fatima.getByText(words)).toBeVisible()
  await fatima.goto('/instellingen')
  await expect(fatima.getByText('U leest alles van iedereen.')).toBeVisible()

  await rachid.goto('/instellingen')
  await expect(rachid.getByText('Gedempt bij')).toBeVisible()
  await lookedAt(rachid)
  await rachid.getByRole('button', { name: `Lees weer alles van ${name}` }).click()
  await expect(rachid.getByText('U leest alles van iedereen.')).toBeVisible()
  await rachid.goto(`/o/ess/gesprekken/${thread}#${String(seq)}`)
  await expect(rachid.getByText(words)).toBeVisible()
})

test('the same text twice is kept, with the way to the first', async ({ people }) => {
  const fatima = await people.enter('citizen')
  const { thread } = await openRoom(fatima, 'ess')
  const words = 'Deze lange zin over het plein schrijf ik vandaag voor de eerste keer, en straks weer.'
  const said = await fatima.request.post(`/v1/tenants/ess/threads/${thread}/posts`, { data: { body: words } })
  const { seq } = (await said.json()) as { seq: number }
  await fatima.goto(`/o/ess/gesprekken/${thread}`)
  await writes(fatima, words)
  await expect(fatima.getByRole('article', { name: 'Uw bijdrage, nog niet geplaatst' }).getByText('Dit schreef u vandaag al in deze opgave.')).toBeVisible()
  await expect(fatima.getByRole('link', { name: `Naar uw eerdere bijdrage ${String(seq)}` })).toBeVisible()
  await lookedAt(fatima)
  await fatima.getByRole('button', { name: 'Terug naar mijn tekst' }).click()
  await expect(fatima.getByLabel('Uw bijdrage', { exact: true })).toHaveValue(words)
  await fatima.getByLabel('Uw bijdrage', { exact: true }).fill('')
})

test('in a conversation that is looked at first a post waits, comes back, and is let through', async ({ people }) => {
  test.slow()
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const joost = await people.enter('adviser')
  const { issue, thread } = await openRoom(fatima, 'ess')
  await fatima.goto(`/o/ess/opgaven/${issue}`)
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await fatima.getByLabel('Waar gaat dit gesprek over?').fill('Eerst even kijken')
  await fatima.getByRole('checkbox', { name: 'Iemand leest elke bijdrage eerst' }).check()
  await fatima.getByLabel('Eerste bijdrage').fill('Wat vindt u van het plein?')
  await lookedAt(fatima)
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await fatima.waitForURL(/\/gesprekken\//)
  const room = new URL(fatima.url()).pathname

  await fatima.goto(room)
  await expect(fatima.getByText('Elke bijdrage wacht tot iemand van de begeleiding die doorlaat.')).toBeVisible()
  await writes(fatima, 'Mijn buurman maakt er een bende van.')
  await expect(fatima.getByRole('heading', { name: 'Wacht op een blik' })).toBeVisible()
  await lookedAt(fatima)
  await rachid.goto(room)
  await expect(rachid.getByText('Wat vindt u van het plein?')).toBeVisible()
  await expect(rachid.getByText('buurman')).toHaveCount(0)

  // It comes back with why, and she writes it otherwise.
  await joost.goto('/o/ess/modereren')
  const waiting = joost.getByRole('listitem', { name: 'Bijdrage van' }).filter({ hasText: 'buurman' })
  await waiting.getByRole('button', { name: 'Stuur terug' }).click()
  await joost.getByLabel('Waarom stuurt u het terug?').fill('Dit gaat over iemand die er niet bij is.')
  await joost.reload()
  await waiting.getByRole('button', { name: 'Stuur terug' }).click()
  await expect(joost.getByLabel('Waarom stuurt u het terug?'), 'what was typed is there again').toHaveValue('Dit gaat over iemand die er niet bij is.')
  await lookedAt(joost)
  await waiting.getByRole('button', { name: 'Verstuur terug' }).click()
  await expect(joost.getByText('De schrijver leest waarom.').first()).toBeVisible()
  await expect(fatima.getByText('Dit gaat over iemand die er niet bij is.'), 'she has the page open').toBeVisible()
  await lookedAt(fatima)
  await fatima.getByRole('button', { name: 'Terug naar mijn tekst' }).click()
  await expect(fatima.getByLabel('Uw bijdrage', { exact: true })).toHaveValue('Mijn buurman maakt er een bende van.')
  await writes(fatima, 'Het plein is vaak vies.')
  await expect(fatima.getByRole('heading', { name: 'Wacht op een blik' })).toBeVisible()

  await joost.reload()
  await joost.getByRole('listitem', { name: 'Bijdrage van' }).filter({ hasText: 'vaak vies' }).getByRole('button', { name: 'Laat door' }).click()
  await expect(joost.getByText('De bijdrage staat er nu voor iedereen.').first()).toBeVisible()
  await expect(rachid.getByText('Het plein is vaak vies.')).toBeVisible()
  await expect(fatima.getByRole('heading', { name: 'Wacht op een blik' })).toHaveCount(0)
  // The liveliest conversation is an ordinary one again, for who comes after.
  const last = await fatima.request.post(`/v1/tenants/ess/threads/${thread}/posts`, { data: { body: 'Verder met het plein.' } })
  expect(last.status()).toBe(201)
})
