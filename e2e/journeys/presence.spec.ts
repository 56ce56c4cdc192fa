import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { circle } from '../fixtures/circle.ts'
import { expect, test } from '../fixtures/test.ts'

const saved = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/v1/me/presence-preferences') && answer.request().method() === 'PUT')

test('who chooses to be seen is seen by who takes part, nothing moves by it, and it ends at once', async ({ people }) => {
  test.slow()
  const fatima = await people.enter('citizen')
  const joost = await people.enter('adviser')
  const { thread } = await circle(joost, fatima, 'Netwerk dat elkaar ziet', 'Wie is er vandaag?')
  const path = `/o/ess/gesprekken/${thread}`
  const field = joost.getByLabel('Uw bijdrage', { exact: true })
  const here = joost.getByText(/^Nu hier: /)
  await joost.goto(path)
  await field.fill('Wat ik wil zeggen')
  await fatima.goto(path)
  await expect(fatima.getByLabel('Uw bijdrage', { exact: true })).toBeVisible()
  await expect(here).toHaveCount(0)
  const before = await field.boundingBox()

  await fatima.goto('/instellingen')
  const choice = fatima.getByLabel('Laat andere deelnemers zien dat ik er ben')
  await expect(choice).not.toBeChecked()
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  const chosen = saved(fatima)
  await choice.check()
  await chosen
  await fatima.goto(path)
  await expect(here).toBeVisible({ timeout: 20_000 })
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await expect(field).toHaveValue('Wat ik wil zeggen')
  await expect(field).toBeFocused()
  const after = await field.boundingBox()
  expect(after?.height).toBe(before?.height)

  await fatima.getByRole('button', { name: 'Instellingen voor gesprekken' }).click()
  await expect(choice).toBeChecked()
  const taken = saved(fatima)
  await choice.press('Space')
  await taken
  await expect(here).toHaveCount(0, { timeout: 20_000 })
  await field.fill('')
})
