import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

async function call(page: Page, method: 'post' | 'get', path: string, data?: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request[method](path, data === undefined ? {} : { data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

test('somebody who leaves hands over what he runs, and the colleague runs it from then on', async ({ people, mailbox }) => {
  const joost = await people.enter('adviser')
  const noor = await people.enter('publisher')
  const name = 'Leernetwerk Overdracht'
  const { id } = await call(joost, 'post', '/v1/tenants/ess/networks', { kind: 'learning', name, purpose: 'Wat geven we door?', mandate: 'Wij leren van elkaar.', visibility: 'invited' })
  await call(joost, 'post', `/v1/tenants/ess/issues/${String(id)}/_move`, { to: 'open' })

  // He cannot just go: the room would be nobody's.
  await joost.goto(`/o/ess/netwerken/${String(id)}`)
  await joost.getByRole('link', { name: 'Overdragen aan een collega' }).click()
  await expect(joost.getByRole('heading', { level: 1, name: 'Overdragen' })).toBeVisible()
  const room = joost.getByRole('checkbox', { name })
  await expect(room, 'the room from which he came').toBeChecked()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await joost.getByRole('button', { name: 'Vraag het uw collega' }).click()
  await expect(joost.getByText('Kies een collega.')).toBeVisible()
  await joost.getByLabel('Wat moet uw collega weten?').fill('De eerste bijeenkomst is in januari.')
  await joost.reload()
  await expect(joost.getByLabel('Wat moet uw collega weten?'), 'what was typed is there again').toHaveValue('De eerste bijeenkomst is in januari.')
  await joost.getByLabel('Aan wie?').selectOption('Noor Tielemans')
  await joost.getByRole('button', { name: 'Vraag het uw collega' }).click()
  await expect(joost.getByRole('heading', { name: 'Aan Noor Tielemans' })).toBeVisible()

  // She hears of it by mail and at the top of her overview; the room is not hers to read yet.
  const mail = await mailbox.next('noor@example.org', ({ subject }) => subject.includes('overdragen'))
  expect(mail.links.some((link) => link.endsWith('/o/ess/overdragen'))).toBe(true)
  const before = await noor.request.get(`/v1/tenants/ess/issues/${String(id)}`)
  expect(before.status()).toBe(404)
  await noor.goto('/overzicht')
  await noor.getByRole('link', { name: 'Van Joost Hendrikse' }).click()
  await expect(noor.getByText('De eerste bijeenkomst is in januari.')).toBeVisible()
  await expectAccessible(noor)
  await expectNoSidewaysScroll(noor)
  await noor.getByRole('button', { name: 'Overnemen: Joost Hendrikse', exact: true }).click()
  await expect(noor.getByText('U hebt het overgenomen. Wie meedoet, hoort het.').first()).toBeVisible()
  await noor.getByRole('link', { name }).click()
  await expect(noor.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(noor.getByRole('link', { name: 'Overdragen aan een collega' })).toBeVisible()

  // He founded it, and is in the room no more: behind an invitation it is not there for him.
  await joost.goto(`/o/ess/netwerken/${String(id)}`)
  await expect(joost.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible()
  const inside = await joost.request.get(`/v1/tenants/ess/issues/${String(id)}/participants`)
  expect(inside.status()).toBe(404)
})
