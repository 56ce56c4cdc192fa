import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('who takes part reads who came of it, in numbers, and prints it with the outcome', async ({ people, places }) => {
  const fatima = await people.enter('citizen')
  await fatima.goto(places.closedIssue)
  await fatima.getByRole('link', { name: 'Bereik en samenstelling' }).click()
  await expect(fatima.getByRole('heading', { level: 1, name: 'Bereik en samenstelling' })).toBeVisible()
  await expect(fatima.getByText(/^Geteld op /)).toBeVisible()

  const line = (name: string) => fatima.getByRole('listitem').filter({ hasText: name })
  await expect(line('Deelnemers')).toContainText('40 of meer')
  await expect(line('Iemand die geldzorgen heeft gehad')).toContainText('10 of meer')
  await expect(line('Schuldhulpverlener')).toContainText('Niet genoemd')
  await expect(line('Op persoonlijke titel')).toContainText('20 of meer')
  await expect(line('Als ambtenaar')).toContainText('Niet genoemd')
  await expect(fatima.getByText(/minder dan 10 mensen/)).toBeVisible()

  await fatima.getByText('De aantallen als tabel').click()
  const row = fatima.getByRole('row', { name: /Op persoonlijke titel/ })
  await expect(row.getByRole('cell')).toHaveText('20 of meer')
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)

  await fatima.emulateMedia({ media: 'print' })
  await expect(fatima.getByText('Wat maakt dat mensen met geldzorgen maanden wachten')).toBeVisible()
  await expect(fatima.getByText(/Mensen wachten niet alleen uit schaamte/)).toBeVisible()
  await expect(fatima.getByRole('button', { name: 'Afdrukken' })).toBeHidden()
  await expect(fatima.getByRole('table')).toBeHidden()
})

test('whoever does not take part is not told that there is a report', async ({ people, places }) => {
  const rachid = await people.enter('professional')
  await rachid.goto(places.closedIssue)
  await expect(rachid.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(rachid.getByRole('link', { name: 'Bereik en samenstelling' })).toHaveCount(0)
  await rachid.goto(`${places.closedIssue}/bereik`)
  await expect(rachid.getByRole('heading', { level: 1, name: 'Bereik en samenstelling' })).toHaveCount(0)
  await expect(rachid.getByRole('heading', { level: 1 })).toBeVisible()
})

test('with fewer than ten people there is a reason instead of a report', async ({ people }, info) => {
  const convener = await people.enter('municipality')
  const form = {
    title: `Wie leest er voor? (${info.project.name})`,
    coreQuestion: 'Hoe krijgt elk kind een verhaal voor het slapen?',
    whyNow: 'De bibliotheek sluit een filiaal.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'ouder', wanted: 2 }],
    whyOne: 'Het gaat om wie thuis voorleest.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', { data: form, headers: { 'Idempotency-Key': `reach-${info.project.name}` } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  const opened = await convener.request.post(`/v1/tenants/zaanrade/issues/${id}/_move`, { data: { to: 'open' } })
  expect(opened.status(), await opened.text()).toBe(200)

  await convener.goto(`/o/zaanrade/opgaven/${id}`)
  await convener.getByRole('link', { name: 'Bereik en samenstelling' }).click()
  await expect(convener.getByRole('heading', { name: 'Er is nog geen overzicht' })).toBeVisible()
  await expect(convener.getByText(/als er 10 of meer mensen meedoen/)).toBeVisible()
  await expect(convener.getByRole('button', { name: 'Afdrukken' })).toHaveCount(0)
  await expectAccessible(convener)
  await expectNoSidewaysScroll(convener)
})
