import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

/** What somebody finds of Hiba, who is found by everybody. */
async function hiba(page: Page) {
  await page.goto('/o/zaanrade/mensen?q=Hiba')
  const card = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Hiba/ }) })
  await expect(card).toBeVisible()
  return card
}

test('somebody tells what she has done to whom she chooses, and takes it back', async ({ people }) => {
  const noor = await people.enter('publisher')
  const joost = await people.enter('adviser')
  const words = 'Tien jaar verslag gedaan van raadsvergaderingen.'
  await noor.goto('/profiel')
  const part = noor.getByRole('form', { name: 'Mijn bagage' })
  await part.getByRole('textbox').fill(words)
  await noor.reload()
  await expect(part.getByRole('textbox'), 'what was typed is there again').toHaveValue(words)
  await part.getByLabel('Wie mag dit lezen?').selectOption({ label: 'Iedereen die is aangemeld' })
  await part.getByRole('button', { name: 'Opslaan: Mijn bagage' }).click()
  await expect(part.getByText('U gaf toestemming op')).toBeVisible()
  await expectAccessible(noor)
  await expectNoSidewaysScroll(noor)

  await joost.goto('/o/ess/mensen?q=Noor')
  await expect(joost.getByText(words)).toBeVisible()
  await expectAccessible(joost)

  await part.getByRole('textbox').fill('')
  await part.getByRole('button', { name: 'Opslaan: Mijn bagage' }).click()
  await expect(part.getByText('U gaf toestemming op')).toHaveCount(0)
  await joost.reload()
  await expect(joost.getByRole('heading', { name: 'Noor Tielemans' })).toBeVisible()
  await expect(joost.getByText(words)).toHaveCount(0)
  await noor.goto('/mijn-gegevens')
  await expect(noor.getByText('Mijn bagage').first(), 'what was agreed to stays readable for her').toBeVisible()
})

test('languages are for who may invite, and a story for who wants to read it', async ({ people }) => {
  const joost = await people.enter('municipality')
  const fatima = await people.enter('citizen')
  const card = await hiba(joost)
  await expect(card.getByText('Arabisch, Nederlands')).toBeVisible()
  await card.getByText(/^Het verhaal van Hiba/).click()
  await expect(card.getByText('Taalbuddy.')).toBeVisible()
  await expectAccessible(joost)
  const shown = await hiba(fatima)
  await expect(shown.getByText('Arabisch')).toHaveCount(0)
})

test('what somebody does at her organisation is told by herself, and nobody else reads it from the moment that she takes it back', async ({ people }) => {
  const noor = await people.enter('publisher')
  const joost = await people.enter('adviser')
  const role = 'redacteur en eindredacteur'
  await noor.goto('/profiel')
  const part = noor.getByRole('form', { name: 'Mijn rol bij Expertise-unit Sociale Stabiliteit' })
  const before = await part.getByRole('textbox').inputValue()
  const say = async (words: string) => {
    await part.getByRole('textbox').fill(words)
    await part.getByLabel('Wie mag dit lezen?').selectOption({ label: 'Iedereen die is aangemeld' })
    const saved = noor.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/organisation-roles/'))
    await part.getByRole('button', { name: /^Opslaan/ }).click()
    expect((await saved).status()).toBe(200)
  }
  await say(role)
  await joost.goto('/o/ess/mensen?q=Noor')
  await expect(joost.getByText(role)).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await noor.goto('/mijn-gegevens')
  await expect(noor.getByText(/^Mijn rol: /).first()).toBeVisible()
  await noor.goto('/profiel')
  await say('')
  await joost.reload()
  await expect(joost.getByRole('heading', { name: 'Noor Tielemans' })).toBeVisible()
  await expect(joost.getByText(role)).toHaveCount(0)
  // Other journeys find her as she was.
  await say(before)
})
