import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { settled } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

async function anIssue(convener: import('@playwright/test').Page, key: string, title: string) {
  const form = {
    title,
    coreQuestion: 'Wie houdt het buurthuis open?',
    whyNow: 'De beheerder stopt.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'vrijwilliger', wanted: 2 }],
    whyOne: 'Het gaat om wie er elke week staat.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', { data: form, headers: { 'Idempotency-Key': key } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  const opened = await convener.request.post(`/v1/tenants/zaanrade/issues/${id}/_move`, { data: { to: 'open' } })
  expect(opened.status(), await opened.text()).toBe(200)
  return id
}

test('who takes part puts somebody forward, who is asked first and says yes', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const title = `Het buurthuis open (${info.project.name})`
  const id = await anIssue(marieke, `nominating-${info.project.name}`, title)

  // Fatima comes in, and thinks of a neighbour.
  const fatima = await people.enter('citizen')
  const asked = await marieke.request.post(`/v1/tenants/zaanrade/issues/${id}/invitations`, { data: { invitees: [{ email: 'fatima@example.org', text: `Kom erbij (${info.project.name}).` }] } })
  expect(asked.status(), await asked.text()).toBe(201)
  const invited = await mailbox.next('fatima@example.org', ({ text }) => text.includes(`Kom erbij (${info.project.name}).`))
  const token = /\/uitnodiging\/([\w.-]+)/.exec(invited.text)?.[1] ?? ''
  const accepted = await fatima.request.post(`/v1/invitations/${token}/_accept`, { data: {} })
  expect(accepted.status(), await accepted.text()).toBe(200)
  await fatima.goto(`/o/zaanrade/opgaven/${id}`)
  await fatima.getByRole('button', { name: 'Iemand voordragen' }).click()
  const address = `buurvrouw-${info.project.name}@example.net`
  await fatima.getByLabel('Waarom deze persoon?').fill('Zij heeft de sleutel al tien jaar.')
  await fatima.getByRole('button', { name: 'Vraag het' }).click()
  await expect(fatima.getByRole('dialog').getByText(/e‑mailadres/i).last()).toBeVisible()
  await fatima.getByLabel('E‑mailadres').fill(address)
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await fatima.screenshot({ path: info.outputPath('nominate.png') })
  await fatima.getByRole('button', { name: 'Vraag het' }).click()
  await fatima.getByText('Wie u voordroeg').click()
  await expect(fatima.getByText(/Gevraagd op/)).toBeVisible()

  // Nobody else knows of it, and she is asked by one mail.
  await marieke.goto(`/o/zaanrade/opgaven/${id}/uitnodigen`)
  await expect(marieke.getByRole('heading', { name: 'Vraag een netwerk' })).toBeVisible()
  await settled(marieke)
  await expect(marieke.getByText('Zij heeft de sleutel al tien jaar.')).toHaveCount(0)
  const mail = await mailbox.next(address)
  expect(mail.subject).toContain('Fatima')
  const nominee = await people.stranger()
  await nominee.goto(/\/voordracht\/[\w.-]+/.exec(mail.text)?.[0] ?? '')
  await expect(nominee.getByText('Zij heeft de sleutel al tien jaar.')).toBeVisible()
  await expectAccessible(nominee)
  await expectNoSidewaysScroll(nominee)
  await nominee.screenshot({ path: info.outputPath('asked-first.png'), fullPage: true })
  await nominee.getByRole('button', { name: 'Stuur mij een code' }).click()
  const code = (await mailbox.next(address, ({ subject }) => /^\d{6}/.test(subject))).subject.slice(0, 6)
  await nominee.getByLabel('Code uit de mail').fill(code)
  await nominee.getByRole('button', { name: 'Aanmelden' }).click()
  await nominee.getByLabel('Uw naam').fill('Tineke Blom')
  await nominee.getByLabel('Wilt u er zelf iets bij zeggen?').fill('Graag, als het overdag is.')
  await expectAccessible(nominee)
  await nominee.getByRole('button', { name: 'Ja, laat weten wie ik ben' }).click()
  await expect(nominee.getByText(/antwoordt binnen twee weken/)).toBeVisible()

  await marieke.reload()
  const row = marieke.getByRole('listitem').filter({ hasText: 'Tineke Blom' })
  await expect(row.getByText(/Voorgedragen door Fatima/)).toBeVisible()
  await expect(row.getByText('Zij heeft de sleutel al tien jaar.')).toBeVisible()
  await expectAccessible(marieke)
  await row.screenshot({ path: info.outputPath('hand.png') })
  await row.getByRole('button', { name: /uitnodigen$/ }).first().click()
  await marieke.getByLabel('Wat wilt u erbij zeggen?').fill('Welkom.')
  await marieke.getByRole('dialog').getByRole('button', { name: 'Uitnodigen' }).click()
  await expect(row.getByText('Uitgenodigd')).toBeVisible()
})

test('a network is asked whom it knows, and says that it knows nobody', async ({ people }, info) => {
  const marieke = await people.enter('municipality')
  const title = `Wie past op de sleutel? (${info.project.name})`
  const id = await anIssue(marieke, `circle-${info.project.name}`, title)
  await marieke.goto(`/o/zaanrade/opgaven/${id}/uitnodigen`)
  await marieke.getByRole('combobox', { name: 'Netwerk' }).selectOption({ label: 'Adviesraad Samenleven Zaanrade' })
  await marieke.getByLabel('Wat wilt u vragen?').fill('Wie van jullie weet een beheerder?')
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByRole('button', { name: 'Vraag het netwerk' }).click()
  await expect(marieke.getByText('Wacht op antwoord')).toBeVisible()
  await marieke.screenshot({ path: info.outputPath('circle-asked.png'), fullPage: true })

  // She looks after that network, too.
  await marieke.goto('/o/zaanrade/netwerken')
  // Another journey may begin a network meanwhile, and the list moves under a pointer.
  await marieke.getByRole('link', { name: 'Adviesraad Samenleven Zaanrade' }).press('Enter')
  const row = marieke.getByRole('listitem').filter({ hasText: title })
  await expect(row.getByText('Nog gezocht: vrijwilliger')).toBeVisible()
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await row.screenshot({ path: info.outputPath('circle.png') })
  await row.getByRole('button', { name: /Iemand voordragen/ }).click()
  await marieke.getByLabel('E‑mailadres').fill(`beheerder-${info.project.name}@example.net`)
  await marieke.getByLabel('Waarom deze persoon?').fill('Hij doet het al ergens anders.')
  await marieke.getByRole('button', { name: 'Vraag het' }).click()
  await expect(row.getByText('Er is iemand voorgedragen')).toBeVisible()
})
