import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { settled } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

async function call(page: Page, method: 'post' | 'get', path: string, data?: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request[method](path, data === undefined ? {} : { data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

test('somebody gets to know a network, goes on, rests, and leaves with thanks and a contact that both wish', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const fatima = await people.enter('citizen')
  const name = `Leernetwerk Opvoeden (${info.project.name})`
  const { id } = await call(marieke, 'post', '/v1/tenants/zaanrade/networks', { kind: 'learning', name, purpose: 'Wat helpt ouders van pubers?', mandate: 'Wij leren van elkaar.', visibility: 'invited' })
  const network = String(id)
  await call(marieke, 'post', `/v1/tenants/zaanrade/issues/${network}/_move`, { to: 'open' })

  // Whoever runs it says how long new people get to know it.
  await marieke.goto(`/o/zaanrade/netwerken/${network}`)
  await marieke.getByRole('link', { name: 'Uw plek, en wie er meedoen' }).click()
  await marieke.getByLabel('Hoe lang maken nieuwe mensen kennis?').selectOption('8')
  await expect(marieke.getByText('Opgeslagen. Het geldt voor wie vanaf nu binnenkomt.').first()).toBeVisible()
  await call(marieke, 'post', `/v1/tenants/zaanrade/issues/${network}/invitations`, { invitees: [{ email: 'fatima@example.org', text: 'Leer met ons mee.' }] })
  const open = (await call(fatima, 'get', '/v1/me/invitations')) as { items: { token: string; issueTitle?: string }[] }
  for (const { token } of open.items) {
    const seen = JSON.stringify(await call(fatima, 'get', `/v1/invitations/${token}`))
    if (seen.includes(name)) await call(fatima, 'post', `/v1/invitations/${token}/_accept`, {})
  }

  // She reads her rights in plain words, and starts no conversation yet.
  await fatima.goto(`/o/zaanrade/netwerken/${network}`)
  await expect(fatima.getByText('Zelf een gesprek beginnen of iemand voordragen kan nog niet.', { exact: false })).toBeVisible()
  await expect(fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' })).toHaveCount(0)
  await fatima.getByRole('link', { name: 'Rusten, terugkomen of weggaan' }).click()
  await expect(fatima.getByRole('heading', { level: 1, name: 'Uw plek in dit netwerk' })).toBeVisible()
  await expect(fatima.getByText('De ander heeft nog niet geantwoord.')).toBeVisible()
  await fatima.getByLabel('Hoe was het tot nu toe voor u?').fill('Ik durf hier te zeggen wat ik lastig vind.')
  // What is typed waits for whoever comes back.
  await fatima.reload()
  await expect(fatima.getByLabel('Hoe was het tot nu toe voor u?')).toHaveValue('Ik durf hier te zeggen wat ik lastig vind.')
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await fatima.getByRole('button', { name: 'Verstuur mijn antwoord' }).click()
  await expect(fatima.getByText('Uw antwoord is verstuurd.').first()).toBeVisible()

  // Neither side reads the other before both have spoken.
  await marieke.reload()
  await marieke.getByText('Hoe gaat het met Fatima Warsame?').click()
  await expect(marieke.getByText('De ander heeft geantwoord. U leest het als u zelf hebt geantwoord.')).toBeVisible()
  await expect(marieke.getByText('Ik durf hier te zeggen wat ik lastig vind.')).toHaveCount(0)
  await marieke.getByLabel('Wat brengt deze persoon mee in het gesprek?').fill('Zij stelt de vraag die anderen niet stellen.')
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByRole('button', { name: 'Verstuur mijn antwoord' }).click()
  await expect(marieke.getByText('Ik durf hier te zeggen wat ik lastig vind.')).toBeVisible()
  await marieke.getByRole('button', { name: 'Doorgaan' }).click()
  await expect(marieke.getByText('Uw keuze is genoteerd.').first()).toBeVisible()
  await fatima.reload()
  await expect(fatima.getByText('Zij stelt de vraag die anderen niet stellen.')).toBeVisible()
  await expect(fatima.getByText('Wil doorgaan.')).toBeVisible()
  await fatima.getByRole('button', { name: 'Doorgaan' }).click()
  await expect(fatima.getByText('U doet mee.', { exact: true })).toBeVisible()

  // She rests, and comes back.
  await fatima.getByRole('button', { name: 'Even rusten' }).click()
  await expect(fatima.getByText('U rust, tot u zelf terugkomt.')).toBeVisible()
  await fatima.getByRole('button', { name: 'Ik ben er weer' }).click()
  await expect(fatima.getByText('U doet mee.', { exact: true })).toBeVisible()
  await expect(fatima.getByRole('heading', { name: 'Wat zien de begeleiders van u?' })).toBeVisible()

  // She leaves, with thanks, and both wish to stay in contact.
  await fatima.getByRole('checkbox', { name: 'Het netwerk mag contact met mij houden' }).check()
  await fatima.getByRole('button', { name: 'Weggaan' }).click()
  await fatima.getByRole('dialog').getByRole('button', { name: 'Weggaan' }).click()
  await expect(fatima).toHaveURL(/\/overzicht$/)
  const mail = await mailbox.next('fatima@example.org', ({ subject }) => subject.includes('Bedankt voor het meedoen'))
  expect(mail.text).toContain(name)
  await marieke.reload()
  const card = marieke.getByRole('listitem').filter({ hasText: 'Biedt aan om contact te houden.' })
  await card.getByRole('button', { name: 'Wij willen dat ook' }).click()
  await expect(marieke.getByRole('link', { name: 'fatima@example.org' })).toBeVisible()
  await expectAccessible(marieke)

  // She ends it at once.
  await fatima.goto('/contactverzoeken')
  const held = fatima.getByRole('listitem').filter({ hasText: name })
  await expect(held.getByText('De begeleiders zien uw naam en uw e‑mailadres.')).toBeVisible()
  await expectAccessible(fatima)
  await held.getByRole('button', { name: `Stop het contact: ${name}` }).click()
  await fatima.getByRole('dialog').getByRole('button', { name: 'Stop het contact' }).click()
  await expect(held).toHaveCount(0)
  await marieke.reload()
  await expect(marieke.getByRole('heading', { level: 1, name: 'Uw plek in dit netwerk' })).toBeVisible()
  await settled(marieke)
  await expect(marieke.getByRole('link', { name: 'fatima@example.org' })).toHaveCount(0)
})
