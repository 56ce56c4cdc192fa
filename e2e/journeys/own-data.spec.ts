import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { settled } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

test('one switch hides me from the next question, and what a role saw is mine to read', async ({ people }) => {
  const citizen = await people.enter('citizen')
  const owner = await people.enter('municipality')
  const found = async () => {
    await owner.goto('/o/zaanrade/mensen?q=fatima')
    await settled(owner)
    return owner.getByRole('listitem').filter({ hasText: /Fatima/ })
  }
  await expect((await found()).first()).toBeVisible()

  await citizen.goto('/profiel')
  await citizen.getByRole('link', { name: 'Wie zag mij, en mij overal verbergen' }).click()
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Mijn gegevens')
  // The owner looked just now, and others did on earlier days.
  await expect(citizen.getByText('Een eigenaar zag u bij het zoeken naar mensen', { exact: false }).first()).toBeVisible()
  await expect(citizen.getByText('Een gespreksleider zag u in de deelnemerslijst', { exact: false }).first()).toBeVisible()
  await expect(citizen.getByText('Toestemming gegeven op', { exact: false }).first()).toBeVisible()
  await expectAccessible(citizen)
  await expectNoSidewaysScroll(citizen)

  const copy = citizen.waitForEvent('download')
  await citizen.getByRole('link', { name: 'Kopie downloaden' }).click()
  expect((await copy).suggestedFilename()).toBe('mijn-gegevens.json')

  await citizen.getByRole('button', { name: 'Verberg mij overal' }).click()
  await expect(citizen.getByText('U bent verborgen: niemand vindt u.', { exact: false })).toBeVisible()
  await expect(await found()).toHaveCount(0)
  await expectAccessible(citizen)

  // The profile keeps the choices, and says that they wait.
  await citizen.getByRole('link', { name: 'Dit wijzigen bij Profiel' }).click()
  await expect(citizen.getByText('U bent verborgen: verder ziet niemand iets van u.')).toBeVisible()
  await citizen.goBack()
  await citizen.getByRole('button', { name: 'Laat mij weer vinden' }).click()
  await expect(citizen.getByText('U bent te vinden voor wie u hieronder koos.')).toBeVisible()
  await expect((await found()).first()).toBeVisible()
})
