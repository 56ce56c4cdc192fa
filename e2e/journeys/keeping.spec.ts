import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

const WHY = 'Er loopt een onderzoek naar de lantaarns.'

/** As a date field writes it. */
function dayAhead(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

test('an owner suspends deleting, whoever takes part reads it, and the owner ends it', async ({ people, places }) => {
  const marieke = await people.become('municipality')
  await marieke.goto('/o/zaanrade/beheer')
  await marieke.getByRole('link', { name: 'Verwijderen opschorten' }).click()
  await expect(marieke.getByRole('heading', { level: 1, name: 'Verwijderen opschorten' })).toBeVisible()
  await expect(marieke.getByText('Er geldt nu geen opschorting.')).toBeVisible()
  const form = marieke.getByRole('form', { name: 'Een opgave bewaren' })
  await form.getByRole('button', { name: 'Schort verwijderen op' }).click()
  await expect(form.getByText('Plak het adres van een opgave.')).toBeVisible()
  await expect(form.getByText('Kies een dag.')).toBeVisible()
  await form.getByLabel('Adres van de opgave').fill(new URL(places.issue, marieke.url()).href)
  await form.getByLabel('Reden').fill('Zomaar.')
  await form.getByLabel('Zaaknummer (niet verplicht)').fill('Z-2026-12')
  await form.getByLabel('Tot en met').fill(dayAhead(30))
  await form.getByRole('button', { name: 'Schort verwijderen op' }).click()
  await expect(form.getByText('Schrijf in minstens 10 tekens waarom.')).toBeVisible()
  await expectAccessible(marieke)
  await form.getByLabel('Reden').fill(WHY)
  await form.getByRole('button', { name: 'Schort verwijderen op' }).press('Enter')
  await expect(marieke.locator('.np-toast')).toHaveText('Verwijderen is opgeschort.')
  const now = marieke.getByRole('region', { name: 'Gelden nu' })
  await expect(now.getByText(WHY)).toBeVisible()
  await expect(form.getByLabel('Reden')).toHaveValue('')
  await expectNoSidewaysScroll(marieke)

  const fatima = await people.become('citizen')
  await fatima.goto(places.room)
  const sheet = fatima.getByRole('complementary', { name: 'Wie leest dit?' })
  const told = sheet.getByRole('region', { name: 'Verwijderen opgeschort' })
  await expect(told).toContainText(WHY)
  await expect(told).toContainText('Gemeente Zaanrade verwijdert tot')
  await expect(fatima.getByText('Z-2026-12')).toHaveCount(0)
  await expectAccessible(fatima)
  await fatima.goto(`${places.room}/logboek`)
  await expect(fatima.getByText('Verwijderen uit de gesprekken van deze opgave is opgeschort', { exact: false })).toBeVisible()
  await expect(fatima.getByText(`Waarom: ${WHY}`, { exact: true })).toBeVisible()

  await now.getByLabel('Verleng tot en met').fill(dayAhead(60))
  await now.getByRole('button', { name: 'Verleng', exact: true }).click()
  await expect(now.getByText(/verlengd tot/)).toBeVisible()
  await now.getByRole('button', { name: /^Beëindig nu/ }).click()
  const sure = marieke.getByRole('dialog', { name: 'Opschorting beëindigen?' })
  await expectAccessible(marieke)
  await sure.getByRole('button', { name: 'Beëindig nu' }).click()
  await expect(marieke.getByText('Er geldt nu geen opschorting.')).toBeVisible()
  await expect(marieke.getByRole('region', { name: 'Voorbij' }).getByText(/beëindigd door/)).toBeVisible()
  await expectAccessible(marieke)
  await fatima.goto(places.room)
  await expect(sheet).toBeVisible()
  await expect(told).toHaveCount(0)
})
