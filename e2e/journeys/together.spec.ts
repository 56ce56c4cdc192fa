import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('a municipality asks to pick an issue up together, hears yes, invites a guest of its own, and leaves again', async ({ people, mailbox }, info) => {
  const joost = await people.enter('adviser')
  const title = `Samen eten in de wijk (${info.project.name})`
  const form = {
    title,
    coreQuestion: 'Wie kookt er mee op zondag?',
    whyNow: 'Het buurthuis heeft een keuken.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'kok', wanted: 2 }],
    whyOne: 'Eerst wie er kookt.',
  }
  const drafted = await joost.request.post('/v1/tenants/ess/issues', { data: form, headers: { 'Idempotency-Key': `together-${info.project.name}` } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  expect((await joost.request.post(`/v1/tenants/ess/issues/${id}/_move`, { data: { to: 'open' } })).status()).toBe(200)
  const issue = `/o/ess/opgaven/${id}`

  const marieke = await people.enter('municipality')
  await marieke.goto(issue)
  await marieke.getByRole('link', { name: 'Samen oppakken' }).click()
  const why = marieke.getByLabel('Waarom samen?')
  await why.fill('Bij ons staat ook een keuken leeg.')
  // What was typed is still there after another look at the page.
  await marieke.reload()
  await expect(why).toHaveValue('Bij ons staat ook een keuken leeg.')
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByRole('button', { name: 'Vraag het' }).click()
  await expect(marieke.getByRole('heading', { name: 'Wacht op antwoord van een ander' })).toBeVisible()
  await expect(marieke.getByText('Bij ons staat ook een keuken leeg.')).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)

  const mail = await mailbox.next('joost@example.org', ({ text }) => text.includes(title) && text.includes('samen op te pakken'))
  expect(mail.links.some((link) => link.endsWith('/o/ess/samen'))).toBe(true)
  await joost.goto('/overzicht')
  await joost.getByRole('listitem').filter({ hasText: 'Samen oppakken?' }).getByRole('link', { name: title }).click()
  const asked = joost.getByRole('listitem').filter({ hasText: 'Bij ons staat ook een keuken leeg.' })
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
  await asked.getByRole('button', { name: /^Pak samen op/ }).click()
  await expect(joost.getByRole('heading', { name: 'Samen opgepakt' })).toBeVisible()

  await marieke.goto(issue)
  await expect(marieke.getByText(/^Opgave van .+, samen met Gemeente Zaanrade$/)).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.goto('/o/zaanrade/opgaven')
  await expect(marieke.getByRole('heading', { name: 'Samen met andere organisaties' })).toBeVisible()
  await expect(marieke.getByRole('link', { name: title })).toBeVisible()

  await marieke.goto(`${issue}/uitnodigen`)
  await expect(marieke.getByRole('heading', { level: 1, name: /^Nodig uit namens / })).toBeVisible()
  await marieke.getByRole('textbox', { name: /mailadres/i }).first().fill(`gast-${info.project.name}@example.org`)
  await expectAccessible(marieke)
  await marieke.getByRole('button', { name: '1 uitnodiging sturen' }).click()
  const guest = await mailbox.next(`gast-${info.project.name}@example.org`, ({ text }) => text.includes(title))
  expect(guest.text).toMatch(/vraagt u, voor Gemeente Zaanrade/)
  expect(guest.text).toMatch(/Gemeente Zaanrade pakt hem samen met .+ op/)

  await marieke.goto('/o/zaanrade/samen')
  const joined = marieke.getByRole('listitem').filter({ hasText: title })
  await joined.getByRole('button', { name: /^Stop met samen oppakken/ }).click()
  await marieke.getByLabel('Reden').fill('De keuken is verhuurd.')
  await expectAccessible(marieke)
  await marieke.getByRole('dialog').getByRole('button', { name: 'Stop met samen oppakken' }).click()
  await expect(marieke.getByRole('heading', { name: 'Voorbij' })).toBeVisible()

  await joost.goto('/o/ess/samen')
  await expect(joost.getByText('De keuken is verhuurd.')).toBeVisible()
  await joost.goto(issue)
  await expect(joost.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(joost.getByText(/samen met Gemeente Zaanrade/)).toHaveCount(0)
})
