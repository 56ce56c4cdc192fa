// An evening in a community centre: a poster on the wall, and somebody who was never asked scans it with a phone.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { typeCode } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

type List = { items: { id: string; title: string }[] }

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** The day after tomorrow, as a date field takes it. */
function soon(): string {
  const day = new Date(Date.now() + 2 * 24 * 3_600_000)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

async function make(convener: Page, place: string): Promise<void> {
  await convener.getByRole('button', { name: 'Zaallink maken' }).click()
  const dialog = convener.getByRole('dialog')
  await dialog.getByLabel('Welke zaal, en wanneer?').fill(place)
  await dialog.getByLabel('Hoeveel mensen?').fill('25')
}

test('a convener makes a link for a hall, and a newcomer scans it, signs in, chooses and is in', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const { items } = (await (await marieke.request.get('/v1/tenants/zaanrade/issues')).json()) as List
  const issue = items.find((it) => it.title === 'Van wie is het Sluisplein?')
  await marieke.goto(`/o/zaanrade/opgaven/${issue?.id ?? ''}/uitnodigen`)
  const place = `Buurthuis De Hof, 12 maart (${info.project.name})`
  await make(marieke, place)
  // What was typed is still there after another look at the page.
  await marieke.reload()
  await marieke.getByRole('button', { name: 'Zaallink maken' }).click()
  const dialog = marieke.getByRole('dialog')
  await expect(dialog.getByLabel('Welke zaal, en wanneer?')).toHaveValue(place)
  await dialog.getByRole('button', { name: 'Zaallink maken' }).click()
  await expect(dialog.getByText('Kies een dag en een tijd.')).toBeVisible()
  await looksRight(marieke)
  await dialog.getByLabel('Tot welke dag?').fill(soon())
  await dialog.getByRole('button', { name: 'Zaallink maken' }).click()
  const row = marieke.getByRole('listitem').filter({ hasText: place })
  await expect(row.getByText('0 van 25 plekken gebruikt')).toBeVisible()
  await looksRight(marieke)

  await row.getByRole('link', { name: `Poster voor ${place}` }).click()
  await expect(marieke.getByRole('heading', { level: 1 })).toHaveText('Van wie is het Sluisplein?')
  await expect(marieke.getByRole('img', { name: 'QR-code die naar deze opgave leidt' })).toBeVisible()
  await looksRight(marieke)
  const typed = (await marieke.locator('.np-poster__address').innerText()).trim()

  const address = `zaal.${info.project.name}@example.org`
  const guest = await people.stranger()
  // Typed over from the wall, in capitals and without the strokes.
  const code = typed.split('/').pop() ?? ''
  await guest.goto(`/zaal/${code.toUpperCase().replaceAll('-', '')}`)
  await expect(guest.getByText('Marieke Dijkgraaf vraagt u, voor Gemeente Zaanrade', { exact: false })).toBeVisible()
  await expect(guest.getByText(place, { exact: false })).toBeVisible()
  await looksRight(guest)
  await guest.getByRole('link', { name: 'Aanmelden en meedoen' }).click()
  await guest.getByLabel(/^Uw e.mailadres/).fill(address)
  await guest.getByRole('button', { name: 'Stuur mij een code' }).click()
  await typeCode(guest, mailbox, address)
  await expect(guest.getByText('Stap 1 van 2')).toBeVisible()
  await looksRight(guest)
  await guest.getByLabel('Omwonende').check()
  await guest.getByRole('button', { name: 'Verder' }).click()
  await expect(guest.getByText('Stap 2 van 2')).toBeVisible()
  await guest.getByLabel('Uw naam').fill('Nermin Kaya')
  await looksRight(guest)
  await guest.getByRole('button', { name: 'Ik doe mee' }).click()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Van wie is het Sluisplein?')
  await expect(guest.getByRole('region', { name: 'Hoe u meedoet' }).getByText('Omwonende')).toBeVisible()

  await marieke.goBack()
  await expect(row.getByText('1 van 25 plekken gebruikt')).toBeVisible()
  await row.getByRole('button', { name: `Zaallink voor ${place} sluiten` }).click()
  await marieke.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).first().click()
  await marieke.getByText(/Eerdere zaallinks/).click()
  await expect(row.getByText('Gesloten', { exact: true })).toBeVisible()
  const late = await people.stranger()
  await late.goto(`/zaal/${code}`)
  await expect(late.getByText('Deze zaallink is gesloten.')).toBeVisible()
  await expect(late.getByText('Van wie is het Sluisplein?')).toHaveCount(0)
  await looksRight(late)
})

test('with approval a newcomer says why, and the convener sees from which hall', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const { items } = (await (await marieke.request.get('/v1/tenants/zaanrade/issues')).json()) as List
  const issue = items.find((it) => it.title === 'Van wie is het Sluisplein?')
  await marieke.goto(`/o/zaanrade/opgaven/${issue?.id ?? ''}/uitnodigen`)
  const place = `Wijkcentrum Noord (${info.project.name})`
  await make(marieke, place)
  await marieke.getByRole('dialog').getByLabel('Tot welke dag?').fill(soon())
  await marieke.getByRole('dialog').getByLabel('Na uw antwoord').check()
  await marieke.getByRole('dialog').getByRole('button', { name: 'Zaallink maken' }).click()
  const row = marieke.getByRole('listitem').filter({ hasText: place })
  const link = await row.getByRole('link', { name: `Poster voor ${place}` }).getAttribute('href')
  const guest = await people.byMail(mailbox, `noord.${info.project.name}@example.org`)
  await guest.goto((link ?? '').replace('/poster', ''))
  await guest.getByLabel('Waarom wilt u meedoen?').fill('Ik loop elke avond over het plein.')
  await looksRight(guest)
  await guest.getByRole('button', { name: 'Versturen' }).click()
  await expect(guest.getByText(/U krijgt uiterlijk op/)).toBeVisible()
  await looksRight(guest)
  await marieke.reload()
  const hand = marieke.getByRole('listitem').filter({ hasText: 'Ik loop elke avond over het plein.' })
  await expect(hand.getByText(`via zaallink: ${place}`, { exact: false })).toBeVisible()
  await looksRight(marieke)
})
