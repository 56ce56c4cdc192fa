import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('who runs an issue maps its debate, also when somebody else was ahead, and whoever takes part reads it in a picture and in words', async ({ people, places }) => {
  const joost = await people.enter('adviser')
  await joost.goto(places.issue)
  await joost.getByRole('link', { name: 'Krachtenveld' }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'Krachtenveld' })).toBeVisible()
  await expect(joost.getByRole('img', { name: /^Tekening van het krachtenveld/ })).toBeVisible()
  await expect(joost.getByText('Vul geen namen van personen in.', { exact: false })).toBeVisible()
  await joost.getByRole('button', { name: 'Voeg een partij toe' }).click()
  const name = joost.getByLabel('Naam van de groep of organisatie').last()
  await name.fill('Wie het plein schoonmaakt')
  await joost.getByLabel('Rol in het debat').last().selectOption('Joiner: gaat mee')
  await joost.getByLabel('Risico').last().fill('Stopt ermee als niemand luistert.')
  await joost.getByRole('button', { name: 'Voeg een verband toe' }).last().click()
  // What is typed waits for whoever comes back.
  await joost.reload()
  await joost.locator('summary').filter({ hasText: 'Wie het plein schoonmaakt' }).click()
  await expect(joost.getByLabel('Naam van de groep of organisatie').last()).toHaveValue('Wie het plein schoonmaakt')
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)

  // Somebody else saves first: both are shown, and one is chosen.
  const [, , tenant = '', , issue = ''] = places.issue.split('/')
  const api = `/v1/tenants/${tenant}/issues/${issue}/actor-map`
  const now = (await (await joost.request.get(api)).json()) as { version: number; text: { question: string } }
  const theirs = await joost.request.put(api, { headers: { 'If-Match': `"${now.version}"`, Origin: new URL(joost.url()).origin }, data: { shown: true, text: { ...now.text, question: 'Wat kan er wel?' } } })
  expect(theirs.ok(), await theirs.text()).toBe(true)
  const refused = joost.waitForResponse((answer) => answer.url().endsWith('/actor-map') && answer.status() === 412)
  await joost.getByRole('button', { name: 'Bewaar de kaart' }).click()
  await refused
  await expect(joost.getByText('Wat kan er wel?').first()).toBeVisible()
  await joost.getByRole('button', { name: 'Mijn tekst houden' }).click()
  await joost.getByRole('button', { name: 'Bewaar de kaart' }).click()
  await expect(joost.getByText('De kaart is bewaard.').first()).toBeVisible()

  const fatima = await people.enter('citizen')
  await fatima.goto(places.issue)
  await fatima.getByRole('link', { name: 'Krachtenveld' }).click()
  const words = fatima.getByRole('listitem').filter({ hasText: 'Wie het plein schoonmaakt' }).first()
  await expect(words).toContainText('Stopt ermee als niemand luistert.')
  await expect(fatima.getByRole('button', { name: 'Bewaar de kaart' })).toHaveCount(0)
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
})
