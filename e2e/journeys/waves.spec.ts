import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('a convener asks a few people first, sees who is next, and changes it', async ({ people, mailbox }, info) => {
  const convener = await people.enter('municipality')
  const name = info.project.name
  const form = {
    title: `Wie opent het buurthuis? (${name})`,
    coreQuestion: 'Wie kan er in de avond een sleutel hebben?',
    whyNow: 'De beheerder stopt in de zomer.',
    visibility: 'invited',
    regime: 'trusted',
    perspectives: [{ name: 'vrijwilliger', wanted: 3 }],
    whyOne: 'Alleen vrijwilligers kunnen een sleutel hebben.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', { data: form, headers: { 'Idempotency-Key': `waves-${name}` } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  const opened = await convener.request.post(`/v1/tenants/zaanrade/issues/${id}/_move`, { data: { to: 'open' } })
  expect(opened.status(), await opened.text()).toBe(200)

  await convener.goto(`/o/zaanrade/opgaven/${id}/uitnodigen`)
  const address = (who: string) => `${who}-${name}@example.org`
  await convener.getByLabel(/^E.mailadressen/).fill(['een', 'twee', 'drie'].map(address).join('\n'))
  await convener.getByRole('radio', { name: 'In golven' }).check()
  await convener.getByLabel('Hoeveel mensen tegelijk?').fill('30')
  // What was typed is still there after another look at the page.
  await convener.reload()
  const size = convener.getByLabel('Hoeveel mensen tegelijk?')
  await expect(size).toHaveValue('30')
  await convener.getByRole('button', { name: 'Begin met 3 mensen' }).click()
  await expect(convener.getByRole('link', { name: 'Vraag 1 tot en met 20 mensen tegelijk.' })).toBeVisible()
  await expectAccessible(convener)
  await size.fill('1')
  await convener.getByRole('button', { name: 'Begin met 1 persoon' }).click()

  const list = convener.getByRole('listitem').filter({ hasText: 'Eén persoon gevraagd, nog geen ja' })
  await expect(list.getByText(/De volgende golf is op/)).toBeVisible()
  await expectAccessible(convener)
  await expectNoSidewaysScroll(convener)
  await mailbox.next(address('een'), ({ text }) => text.includes('buurthuis'))

  await list.getByRole('button', { name: `${address('twee')} niet vragen` }).click()
  await expect(list.getByText(address('twee'))).toHaveCount(0)
  await expect(list.getByText(address('drie'))).toBeVisible()

  await convener.getByLabel(/^E.mailadressen/).fill(address('vier'))
  await convener.getByRole('radio', { name: 'In golven' }).check()
  await convener.getByRole('button', { name: 'Zet 1 persoon achteraan' }).click()
  await expect(list.getByText(address('vier'))).toBeVisible()

  await list.getByRole('button', { name: 'Pauzeren' }).click()
  await expect(list.getByText('Er wordt nu niemand gevraagd.')).toBeVisible()
  await list.getByRole('button', { name: 'Verdergaan' }).click()
  await expect(list.getByText(/De volgende golf is op/)).toBeVisible()

  await list.getByRole('button', { name: 'Stoppen' }).click()
  await convener.getByRole('dialog').getByRole('button', { name: 'Stoppen' }).click()
  await expect(list.getByText('U bent gestopt.')).toBeVisible()
  await expect(list.getByText(address('drie'))).toHaveCount(0)
  await expectNoSidewaysScroll(convener)
})
