import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

async function begin(page: Page, issue: string, form: object): Promise<string> {
  const id = issue.split('/').at(-1) ?? ''
  const answer = await page.request.post(`/v1/tenants/zaanrade/issues/${id}/threads`, { data: { body: 'Wat zag u zelf op het plein?', kind: 'talk', ...form } })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { id: thread } = (await answer.json()) as { id: string }
  return `/o/zaanrade/gesprekken/${thread}`
}

test('a conversation goes on under other rules, and its log tells what was set', async ({ people, places }, info) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const title = `Open op het plein ${info.project.name}`
  const closer = `Vertrouwelijk verder ${info.project.name}`
  const room = await begin(joost, places.issue, { title })
  await begin(fatima, places.issue, { title: closer, regime: 'confidential' })

  // From now on somebody reads each post first.
  await joost.goto(`${room}/begeleiden`)
  await joost.getByRole('checkbox', { name: 'Iemand leest elke nieuwe bijdrage eerst' }).check()
  await joost.getByLabel('Waarom?').fill('Er vielen namen.')
  await joost.getByRole('button', { name: 'Stel in' }).click()
  await expect(joost.getByText('Ingesteld. Iedereen in het gesprek leest waarom.').first()).toBeVisible()
  await fatima.goto(room)
  await expect(fatima.getByRole('heading', { level: 1, name: title })).toBeVisible()

  // By keyboard: elsewhere, where, why.
  const elsewhere = joost.getByRole('radio', { name: 'Verder in een ander gesprek, met andere regels' })
  await elsewhere.focus()
  await joost.keyboard.press('Space')
  await expect(elsewhere).toBeChecked()
  await joost.getByLabel('Waarom?').fill('Het wordt persoonlijk.')
  await joost.getByRole('button', { name: 'Stel in' }).press('Enter')
  const where = joost.getByLabel('In welk gesprek gaat u verder?')
  await expect(where).toHaveAttribute('aria-invalid', 'true')
  await where.selectOption({ label: closer })
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await joost.getByRole('button', { name: 'Stel in' }).press('Enter')
  await expect(joost.getByText('Laatst gekozen, met deze reden: Het wordt persoonlijk.')).toBeVisible()

  // Who has it open hears of it, and goes on there.
  const onward = fatima.getByRole('main').getByRole('link', { name: closer })
  await expect(onward).toBeVisible()
  await expect(fatima.getByText('De gespreksleider zegt waarom: Het wordt persoonlijk.')).toBeVisible()
  await onward.click()
  await expect(fatima.getByRole('heading', { level: 1, name: closer })).toBeVisible()
  await expect(fatima.getByRole('main').getByRole('link', { name: title })).toHaveAttribute('href', room)

  await fatima.goto(`${room}/logboek`)
  const acts = fatima.getByRole('region', { name: 'Wat hier is ingesteld' }).getByRole('listitem')
  await expect(acts).toHaveCount(2)
  await expect(acts.nth(0)).toContainText('Het gesprek is gesloten.')
  await expect(acts.nth(1)).toContainText('Iemand leest elke nieuwe bijdrage eerst.')
  await expect(acts.nth(1)).toContainText('Er vielen namen.')
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
})
