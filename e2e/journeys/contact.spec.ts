import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

/** Somebody of the municipality who can be found, and is found. */
async function ask(asker: Page, name: string, text: string) {
  await asker.goto(`/o/zaanrade/mensen?q=${encodeURIComponent(name)}`)
  await asker.getByRole('button', { name: new RegExp(`^${name}.* om contact vragen$`) }).click()
  await asker.getByLabel('Wat wilt u vragen?').fill(text)
  await expectAccessible(asker)
  await expectNoSidewaysScroll(asker)
  await asker.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click()
  await expect(asker.getByText(text)).toBeVisible()
}

test('who is asked for contact answers by one mail, without an address', async ({ people, mailbox }, info) => {
  test.skip(info.project.name !== info.config.projects[0]?.name, 'the same person is asked once in three weeks')
  const marieke = await people.enter('municipality')
  const text = `Mag ik u bellen over het trapveld? (${info.project.name})`
  await ask(marieke, 'Rachid', text)
  await marieke.screenshot({ path: info.outputPath('sent.png'), fullPage: true })
  const mail = await mailbox.next('rachid@example.org', (it) => it.text.includes(text))
  expect(mail.subject).toContain('vraagt u om contact')
  expect(mail.text).not.toContain('marieke@')

  const rachid = await people.enter('professional')
  await rachid.goto('/overzicht')
  await rachid.getByRole('link', { name: /om contact/ }).first().click()
  const card = rachid.getByRole('listitem').filter({ hasText: text })
  await expect(card.getByText('Eigenaar bij Gemeente Zaanrade', { exact: false })).toBeVisible()
  await expectAccessible(rachid)
  await expectNoSidewaysScroll(rachid)
  await rachid.screenshot({ path: info.outputPath('asked.png'), fullPage: true })
  await card.getByRole('button', { name: /antwoord geven/ }).click()
  await rachid.getByLabel('Uw antwoord').fill('Dat kan op woensdag, bij het trapveld.')
  await expect(rachid.getByRole('checkbox', { name: 'Zet mijn e‑mailadres erbij' })).not.toBeChecked()
  await expectAccessible(rachid)
  await rachid.screenshot({ path: info.outputPath('answer.png') })
  await rachid.getByRole('button', { name: 'Verstuur antwoord' }).click()
  await expect(card).toHaveCount(0)
  const answer = await mailbox.next('marieke@example.net', (it) => it.text.includes('bij het trapveld.'))
  expect(answer.text).not.toContain('rachid@')
  await marieke.reload()
  await expect(marieke.getByText('Beantwoord per mail')).toBeVisible()
})

test('a no is not told, and requests can be turned off', async ({ people }, info) => {
  test.skip(info.project.name !== info.config.projects[0]?.name, 'the same person is asked once in three weeks')
  const rachid = await people.enter('professional')
  const text = `Kent u het plein? (${info.project.name})`
  await ask(rachid, 'Fatima', text)
  const fatima = await people.enter('citizen')
  await fatima.goto('/contactverzoeken')
  const card = fatima.getByRole('listitem').filter({ hasText: text })
  await card.getByRole('button', { name: /Nee zeggen/ }).click()
  await fatima.getByRole('radio', { name: /Nooit meer van Rachid/ }).check()
  await expectAccessible(fatima)
  await fatima.screenshot({ path: info.outputPath('refuse.png') })
  await fatima.getByRole('dialog').getByRole('button', { name: 'Nee', exact: true }).click()
  await expect(card).toHaveCount(0)
  await rachid.reload()
  await expect(rachid.getByText(text)).toBeVisible()
  await expect(rachid.getByText('Beantwoord per mail')).toHaveCount(0)

  await fatima.goto('/profiel')
  await fatima.getByRole('button', { name: 'Zet contactverzoeken uit' }).click()
  await expect(fatima.getByText('Niemand kan u om contact vragen.').first()).toBeVisible()
  await rachid.goto('/o/zaanrade/mensen?q=Fatima')
  await expect(rachid.getByRole('heading', { name: /Fatima/ })).toBeVisible()
  await expect(rachid.getByRole('button', { name: /om contact vragen/ })).toHaveCount(0)
  await fatima.getByRole('button', { name: 'Sta contactverzoeken toe' }).click()
  await expect(fatima.getByText(/mag u om contact vragen/).first()).toBeVisible()
})
