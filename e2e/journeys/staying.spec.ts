import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('an organisation says how long its conversations stay, and whoever is in one reads it before it begins', async ({ people, places }) => {
  const marieke = await people.become('municipality')
  await marieke.goto('/o/zaanrade/beheer')
  const form = marieke.getByRole('region', { name: 'Hoe lang gesprekken blijven' })
  const choice = form.getByLabel('Wis gesprekken')
  await expect(choice).toHaveValue('always')
  await choice.selectOption('5')
  // Looked away and back: what was chosen is chosen still, and nothing is in force.
  await marieke.goto('/overzicht')
  await marieke.goto('/o/zaanrade/beheer')
  await expect(choice).toHaveValue('5')

  // A colleague was first: it says so, and what was chosen stays.
  const colleague = await people.become('municipality')
  const address = '/v1/tenants/zaanrade/retention'
  const etag = (await colleague.request.get(address)).headers()['etag'] ?? ''
  expect((await colleague.request.put(address, { data: { years: 20 }, headers: { 'If-Match': etag } })).ok()).toBe(true)
  await form.getByRole('button', { name: 'Opslaan' }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await expect(choice).toHaveValue('5')
  await form.getByRole('button', { name: 'Opslaan' }).press('Enter')
  await expect(marieke.locator('.np-toast')).toHaveText('Opgeslagen.')
  const told = form.getByText(/^Vanaf .* 5 jaar nadat/)
  await expect(told).toBeVisible()
  const from = /^Vanaf (.+?):/.exec(await told.innerText())?.[1] ?? ''
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)

  // Somebody in one of its conversations reads from when that holds.
  const fatima = await people.become('citizen')
  await fatima.goto(places.room)
  const sheet = fatima.getByRole('complementary', { name: 'Wie leest dit?' })
  await sheet.locator('summary').first().click()
  await expect(sheet.getByText(from, { exact: false })).toContainText('5 jaar')
})
