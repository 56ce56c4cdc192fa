import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { openRoom } from '../fixtures/demo.ts'
import { expect, test } from '../fixtures/test.ts'

test('who moderates looks at one conversation, and back at all of them', async ({ people }) => {
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const joost = await people.enter('adviser')
  const { issue } = await openRoom(fatima, 'ess')
  const [here, there] = ['Over het bankje', 'Over de lantaarn']
  for (const title of [here, there]) {
    const { id } = await call<{ id: string }>(fatima, 'POST', `/v1/tenants/ess/issues/${issue}/threads`, { title, body: 'Vertel.', lookedAtFirst: title === there })
    await call(rachid, 'POST', `/v1/tenants/ess/threads/${id}/reports`, { reason: 'house-rules', words: 'Dit kan netter.' })
    if (title === there) await call(fatima, 'POST', `/v1/tenants/ess/threads/${id}/posts`, { body: 'Die doet het niet.' })
  }

  await joost.goto('/o/ess/modereren')
  const of = (title: string) => joost.getByRole('link', { name: `De titel van ${title}` })
  const waits = joost.getByText('Die doet het niet.')
  await expect(of(here)).toBeVisible()
  await expect(of(there)).toBeVisible()
  await expect(waits).toBeVisible()
  const shown = joost.getByLabel('Wat wilt u zien?')
  await shown.selectOption({ label: `Alleen het gesprek ${here}` })
  await expect(joost).toHaveURL(/\?gesprek=/)
  await expect(of(there)).toHaveCount(0)
  await expect(of(here)).toBeVisible()
  await expect(waits).toHaveCount(0)
  await expectAccessible(joost)
  for (const width of [320, 390, 1280]) {
    await joost.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(joost)
    await expectLargeTargets(joost)
  }
  // An address that somebody kept says of which conversation it is.
  await joost.reload()
  await expect(shown.locator('option:checked')).toHaveText(`Alleen het gesprek ${here}`)
  await expect(of(there)).toHaveCount(0)
  await shown.selectOption({ label: `Alleen het gesprek ${there}` })
  await expect(of(there)).toBeVisible()
  await expect(waits).toBeVisible()
  await expect(of(here)).toHaveCount(0)
  await shown.selectOption({ label: 'Alles waarover ik kan beslissen' })
  await expect(of(here)).toBeVisible()
})
