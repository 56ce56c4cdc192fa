import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('who was not asked raises a hand, is refused, objects, and comes in', async ({ people, mailbox }, info) => {
  const convener = await people.enter('municipality')
  const title = `Wie veegt het trapveld? (${info.project.name})`
  const form = {
    title,
    coreQuestion: 'Hoe houden we het trapveld schoon?',
    whyNow: 'De vrijwilligers stopten.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'ouder', wanted: 2 }],
    whyOne: 'Het gaat om wie er met kinderen staat.',
  }
  const drafted = await convener.request.post('/v1/tenants/zaanrade/issues', { data: form, headers: { 'Idempotency-Key': `hands-${info.project.name}` } })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id } = (await drafted.json()) as { id: string }
  const opened = await convener.request.post(`/v1/tenants/zaanrade/issues/${id}/_move`, { data: { to: 'open' } })
  expect(opened.status(), await opened.text()).toBe(200)
  const issue = `/o/zaanrade/opgaven/${id}`

  const rachid = await people.enter('professional')
  await rachid.goto(issue)
  await rachid.getByRole('button', { name: 'Ik wil meedoen' }).click()
  const why = rachid.getByLabel('Waarom wilt u meedoen?')
  await why.fill('Ik sta er elke woensdag met de jongens.')
  // What was typed is still there after another look at the page.
  await rachid.reload()
  await rachid.getByRole('button', { name: 'Ik wil meedoen' }).click()
  await expect(why).toHaveValue('Ik sta er elke woensdag met de jongens.')
  await expectAccessible(rachid)
  await rachid.getByRole('button', { name: 'Versturen' }).click()
  await expect(rachid.getByText(/U krijgt uiterlijk op/)).toBeVisible()

  await convener.goto(`${issue}/uitnodigen`)
  const row = convener.getByRole('listitem').filter({ hasText: 'Ik sta er elke woensdag met de jongens.' })
  await row.getByRole('button', { name: /niet uitnodigen/ }).click()
  await convener.getByLabel('Waarom niet?').fill('We zoeken eerst ouders.')
  await expectAccessible(convener)
  await convener.getByRole('dialog').getByRole('button', { name: 'Niet uitnodigen' }).click()
  await expect(row.getByText('Afgewezen')).toBeVisible()
  await expectNoSidewaysScroll(convener)

  await rachid.reload()
  await expect(rachid.getByText('We zoeken eerst ouders.')).toBeVisible()
  await rachid.getByRole('button', { name: 'Bezwaar maken' }).click()
  await rachid.getByLabel('Waarom klopt deze reden niet?').fill('Ik ben er ook vader.')
  await rachid.getByRole('button', { name: 'Versturen' }).click()
  await expect(rachid.getByText(/Er wordt opnieuw naar gekeken/).first()).toBeVisible()
  await expectNoSidewaysScroll(rachid)

  await convener.reload()
  await expect(row.getByText('Ik ben er ook vader.')).toBeVisible()
  await row.getByRole('button', { name: /uitnodigen$/ }).first().click()
  await convener.getByLabel('Wat wilt u erbij zeggen?').fill('U hebt gelijk. Welkom.')
  await convener.getByRole('dialog').getByRole('button', { name: 'Uitnodigen' }).click()
  await expect(row.getByText('Uitgenodigd')).toBeVisible()

  const mail = await mailbox.next('rachid@example.org', ({ text }) => text.includes('U hebt gelijk. Welkom.'))
  expect(mail.text).toContain(title)
  await rachid.goto('/overzicht')
  await rachid.getByRole('link', { name: new RegExp(title.replace(/[?()]/g, '\\$&')) }).click()
  await expect(rachid.getByText('U hebt gelijk. Welkom.')).toBeVisible()
})
