import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('a network asks another for contact, becomes a theme group, and goes up into the other with whoever says yes', async ({ people, mailbox, places }, info) => {
  const marieke = await people.enter('municipality')
  const name = `Eén avond over het plein (${info.project.name})`
  const charter = { kind: 'session', name, purpose: 'Wat helpt op het plein?', houseRules: '', visibility: 'tenant', plannedEnd: '2030-01-01T12:00:00Z' }
  const founded = await marieke.request.post('/v1/tenants/zaanrade/networks', { data: charter, headers: { 'Idempotency-Key': `meet-${info.project.name}` } })
  expect(founded.status(), await founded.text()).toBe(201)
  const { id } = (await founded.json()) as { id: string }
  expect((await marieke.request.post(`/v1/tenants/zaanrade/issues/${id}/_move`, { data: { to: 'open' } })).status()).toBe(200)

  await marieke.goto(`/o/zaanrade/netwerken/${id}`)
  await marieke.getByRole('link', { name: 'Verder met dit netwerk' }).click()
  await expect(marieke.getByRole('heading', { level: 1, name: 'Verder met dit netwerk' })).toBeVisible()
  await expect(marieke.getByText('Dit netwerk heeft nog geen contact met andere netwerken.')).toBeVisible()
  await marieke.getByLabel('Welk netwerk?').selectOption({ label: 'Kennisnetwerk Jongeren en polarisatie (Expertise-unit Sociale Stabiliteit)' })
  const why = marieke.getByLabel('Waarom zoekt u contact?')
  await why.fill('Bij ons gaat het over hetzelfde plein.')
  // What was typed is still there after another look at the page.
  await marieke.reload()
  await expect(why).toHaveValue('Bij ons gaat het over hetzelfde plein.')
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByLabel('Welk netwerk?').selectOption({ label: 'Kennisnetwerk Jongeren en polarisatie (Expertise-unit Sociale Stabiliteit)' })
  await marieke.getByRole('button', { name: 'Vraag om contact' }).click()
  await expect(marieke.getByRole('heading', { name: 'Wacht op antwoord' })).toBeVisible()

  // Who runs the other reads what asks, although its charter is not theirs to read.
  const joost = await people.enter('adviser')
  await joost.goto(`${places.network}/verder`)
  const asked = joost.getByRole('listitem').filter({ hasText: name })
  await expect(asked.getByText('Bij ons gaat het over hetzelfde plein.')).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await asked.getByRole('button', { name: `Zeg ja: ${name}` }).click()
  await joost.getByRole('dialog').getByLabel('Woorden bij het ja').fill('Graag, kom langs.')
  await joost.getByRole('dialog').getByRole('button', { name: 'Zeg ja' }).click()
  await expect(asked.getByText('Graag, kom langs.')).toBeVisible()
  const mail = await mailbox.next('marieke@example.net', ({ text }) => text.includes('Er is nieuws over het contact') && text.includes(name))
  expect(mail.links.some((link) => link.endsWith(`/o/zaanrade/netwerken/${id}/verder`))).toBe(true)
  expect(mail.text).not.toContain('Kennisnetwerk')

  await marieke.reload()
  await marieke.getByRole('radio', { name: 'Themagroep' }).check()
  await marieke.getByLabel('Waarom?', { exact: true }).fill('Eén avond was te kort.')
  await marieke.getByRole('button', { name: 'Verander de soort' }).click()
  await expect(marieke.getByText(/van Eenmalig gesprek naar Themagroep/)).toBeVisible()

  await marieke.getByRole('button', { name: /^Ga op in dit netwerk: Kennisnetwerk/ }).click()
  await marieke.getByRole('dialog').getByLabel('Reden').fill('Daar weten ze meer.')
  await marieke.getByRole('dialog').getByRole('button', { name: 'Ga op in dit netwerk' }).click()
  await expect(marieke.getByText(/Dit netwerk stelt voor om op te gaan in Kennisnetwerk/)).toBeVisible()
  await joost.reload()
  await asked.getByRole('button', { name: `Neem het netwerk op: ${name}` }).click()
  await joost.getByRole('dialog').getByRole('button', { name: 'Neem het netwerk op' }).click()
  await expect(asked.getByText(/gaat op in dit netwerk. Leden kunnen meekomen/)).toBeVisible()

  await marieke.reload()
  const question = marieke.getByRole('region', { name: 'Gaat u mee?' })
  await expect(question.getByText('Daar weten ze meer.')).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await question.getByRole('button', { name: 'Ik ga mee' }).click()
  await expect(question.getByText('Ga eerst akkoord met de huisregels', { exact: false })).toBeVisible()
  await question.getByRole('checkbox', { name: 'Ik ga akkoord met de huisregels' }).check()
  await question.getByRole('button', { name: 'Ik ga mee' }).click()
  const came = marieke.getByRole('region', { name: 'U gaat mee' })
  await came.getByRole('link', { name: 'Kennisnetwerk Jongeren en polarisatie' }).click()
  await expect(marieke.getByRole('heading', { level: 1, name: 'Kennisnetwerk Jongeren en polarisatie' })).toBeVisible()
})
