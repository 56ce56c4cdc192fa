import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { circle } from '../fixtures/circle.ts'
import { expect, test } from '../fixtures/test.ts'

test('who facilitates ends that somebody takes part: they read why, and nothing more of it', async ({ people, mailbox }) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { network, thread } = await circle(joost, fatima, 'Kring die kleiner wordt', 'Wie opent de zaal?')
  await fatima.goto(`/o/ess/gesprekken/${thread}`)
  await expect(fatima.getByText('Wie opent de zaal?')).toBeVisible()

  await joost.goto(`/o/ess/opgaven/${network}`)
  await joost.getByRole('button', { name: /^Beëindig deelname: Fatima/ }).press('Enter')
  const dialog = joost.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Beëindig deelname' }).click()
  await expect(dialog.getByLabel('Reden')).toHaveAccessibleDescription(/./)
  await expect(dialog.getByLabel('Reden')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Reden').fill('U hoort bij een andere kring.')
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await dialog.getByRole('button', { name: 'Beëindig deelname' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(joost.getByRole('heading', { name: 'Wie doen mee?' })).toBeFocused()
  await expect(joost.getByRole('button', { name: /^Beëindig deelname: Fatima/ })).toHaveCount(0)

  await fatima.reload()
  await expect(fatima.getByText('Wie opent de zaal?')).toHaveCount(0)
  const { addresses } = (await (await fatima.request.get('/v1/me')).json()) as { addresses: { address: string }[] }
  const mail = await mailbox.next(addresses[0]?.address ?? '', ({ subject }) => subject === 'Uw deelname is beëindigd')
  expect(mail.text).toContain('U hoort bij een andere kring.')
})
