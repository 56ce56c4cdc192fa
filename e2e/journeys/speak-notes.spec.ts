import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll, toTheEnd } from '../fixtures/a11y.ts'
import { circle } from '../fixtures/circle.ts'
import { expect, test } from '../fixtures/test.ts'

test('who has not spoken is invited to, by name, and can want no such notes', async ({ people, mailbox }, info) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { thread } = await circle(joost, fatima, 'Netwerk met een briefje', 'Wie heeft hier ervaring mee?')

  await joost.goto(`/o/ess/gesprekken/${thread}/begeleiden`)
  const invite = joost.getByRole('button', { name: /^Nodig Fatima.* uit om iets te zeggen$/ })
  await invite.click()
  const dialog = joost.getByRole('dialog')
  await expectAccessible(joost)
  await dialog.getByLabel('Uw woorden').fill('U kent de avonden op het plein.')
  await joost.reload()
  await invite.click()
  await expect(dialog.getByLabel('Uw woorden'), 'what was typed is there again').toHaveValue('U kent de avonden op het plein.')
  await dialog.getByRole('button', { name: 'Verstuur' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(joost.getByText(/^uitgenodigd op/)).toBeVisible()
  await expect(invite, 'once a week').toHaveCount(0)

  const mail = await mailbox.next('fatima@example.org', ({ subject }) => subject.includes('nodigt u uit om iets te zeggen'))
  expect(mail.text).not.toContain('avonden op het plein')
  await fatima.goto(`/o/ess/gesprekken/${thread}#0`)
  await expect(fatima.getByRole('heading', { name: /nodigt u uit om iets te zeggen$/ })).toBeVisible()
  await expect(fatima.getByRole('heading', { name: /nodigt u uit om iets te zeggen$/ }), 'who comes for it finds it').toBeFocused()
  await expect(fatima.getByText('U kent de avonden op het plein.')).toBeVisible()
  await toTheEnd(fatima)
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)

  await test.step('whoever comes in further down sees that it is there, and is led to it', async () => {
    for (const number of [2, 3, 4, 5, 6, 7, 8, 9]) {
      const answer = await joost.request.post(`/v1/tenants/ess/threads/${thread}/posts`, { data: { body: `Nog iets over de zaal, voor de ${number}e keer.` } })
      expect(answer.ok()).toBe(true)
    }
    await fatima.goto('/overzicht')
    await fatima.goto(`/o/ess/gesprekken/${thread}#9`)
    const above = fatima.getByRole('button', { name: /^Briefje van / })
    await expect(above).toBeVisible()
    await expectLargeTargets(fatima)
    await info.attach('note above', { body: await fatima.screenshot(), contentType: 'image/png' })
    await above.press('Enter')
    await expect(fatima.getByRole('heading', { name: /nodigt u uit om iets te zeggen$/ })).toBeFocused()
    await expect(above).toHaveCount(0)
  })
  await fatima.getByRole('button', { name: 'Geen briefjes meer in dit gesprek' }).click()
  await fatima.getByRole('dialog').getByRole('button', { name: 'Geen briefjes meer in dit gesprek' }).click()
  await expect(fatima.getByText('U kent de avonden op het plein.')).toHaveCount(0)

  await joost.reload()
  await expect(joost.getByText('wil hier geen briefjes')).toBeVisible()
})
