import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { keyboard } from '../fixtures/hands.ts'
import { expect, test } from '../fixtures/test.ts'

type Made = { id: string }
type Invited = { items: { token: string; title: string }[] }

const fine = async (page: Page) => {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** An open issue of the municipality in which Rachid takes part and said something. */
async function talkedOver(municipality: Page, participant: Page, title: string): Promise<{ issue: string; page: string }> {
  const issues = '/v1/tenants/zaanrade/issues'
  const { id } = await call<Made>(municipality, 'POST', issues, {
    title,
    coreQuestion: 'Hoe wordt het pad naar de halte weer prettig om te lopen?',
    whyNow: 'De straatlantaarns zijn aan vervanging toe.',
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'Wie er loopt', wanted: 2 }],
    whyOne: 'Het gaat om wie er elke dag loopt.',
  })
  await call(municipality, 'POST', `${issues}/${id}/_move`, { to: 'open' })
  await call(municipality, 'POST', `${issues}/${id}/invitations`, { invitees: [{ email: 'rachid@example.org' }] })
  const mine = await call<Invited>(participant, 'GET', '/v1/me/invitations')
  const token = mine.items.find((it) => it.title === title)?.token
  await call(participant, 'POST', `/v1/invitations/${token ?? ''}/_accept`, {})
  await call(participant, 'POST', `${issues}/${id}/threads`, { title: 'Het pad', body: 'Bij de bocht is het stikdonker.' })
  return { issue: id, page: `/o/zaanrade/opgaven/${id}` }
}

test('the municipality tells what came of it, the issue closes, and who took part reads it on top and in the mail', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const rachid = await people.enter('professional')
  const title = `Licht op het pad (${info.project.name})`
  const { page } = await talkedOver(marieke, rachid, title)

  await marieke.goto(page)
  await marieke.locator('summary', { hasText: 'Meer acties' }).click()
  await fine(marieke)
  await marieke.getByRole('link', { name: 'Terugkoppeling schrijven' }).click()
  await expect(marieke.getByRole('heading', { level: 1 })).toHaveText('Terugkoppeling schrijven')
  await marieke.getByLabel('Titel (niet verplicht)').fill('Meer licht bij de bocht')
  const part = (name: string) => marieke.getByRole('group', { name })
  await part('Dit hebben we gehoord').getByLabel('Punt 1', { exact: true }).fill('Bij de bocht is het te donker.')
  await part('Dit hebben we gehoord').getByRole('button', { name: 'Bijdragen aanwijzen bij punt 1' }).click()
  await marieke.getByLabel('Zoek in de bijdragen').fill('stikdonker')
  await marieke.getByRole('checkbox', { name: /Rachid/ }).check()
  await fine(marieke)
  await marieke.getByRole('button', { name: '1 bijdrage aanwijzen' }).click()
  await part('Dit doen we ermee').getByLabel('Punt 1', { exact: true }).fill('Voor de zomer staan er twee lantaarns.')
  await part('Dit doen we niet, en waarom').getByRole('button', { name: 'Punt toevoegen' }).click()
  await part('Dit doen we niet, en waarom').getByLabel('Punt 1', { exact: true }).fill('Er komt geen camera.')

  await test.step('what is missing is said at its place', async () => {
    await marieke.getByRole('button', { name: 'Publiceren en afsluiten' }).click()
    await expect(marieke.getByRole('group', { name: 'Wat er nog niet klopt' })).toBeFocused()
    await expect(marieke.getByRole('dialog')).toHaveCount(0)
    await fine(marieke)
  })
  await marieke.getByLabel('Waarom niet?').fill('Licht helpt meer en stoort niemand.')
  await part('Dit kunt u zelf doen').getByLabel('Punt 1', { exact: true }).fill('Meld een kapotte lantaarn.')
  await marieke.getByLabel('Dag om terug te kijken').fill(`${new Date().getFullYear() + 1}-06-01`)
  await expect(marieke.locator('form').getByText(/^Opgeslagen om/)).toBeVisible()

  await test.step('a draft is still there after the tab was closed', async () => {
    await marieke.reload()
    await expect(part('Dit kunt u zelf doen').getByLabel('Punt 1', { exact: true })).toHaveValue('Meld een kapotte lantaarn.')
    await expect(part('Dit hebben we gehoord').getByText(/Rachid.*in ‘Het pad’/)).toBeVisible()
  })
  await marieke.getByRole('button', { name: 'Voorbeeld' }).click()
  await expect(marieke.getByText('Voor de zomer staan er twee lantaarns.')).toBeVisible()
  await fine(marieke)
  await marieke.getByRole('button', { name: 'Publiceren en afsluiten' }).click()
  await expect(marieke.getByRole('dialog')).toContainText('De andere deelnemer krijgt bericht.')
  await marieke.getByRole('dialog').getByRole('button', { name: 'Publiceren en afsluiten' }).click()
  await expect(marieke.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(marieke.getByText('Afgesloten').first()).toBeVisible()

  await rachid.goto(page)
  await expect(rachid.getByRole('heading', { level: 2 }).first()).toHaveText('Meer licht bij de bocht')
  // The page that the server wrote says this too, and has nothing to unfold.
  await rachid.locator('summary', { hasText: 'Komt uit 1 bijdrage' }).click()
  await fine(rachid)
  await rachid.getByRole('link', { name: /in ‘Het pad’/ }).click()
  await expect(rachid.getByText('Bij de bocht is het stikdonker.')).toBeVisible()

  const mail = await mailbox.next('rachid@example.org', ({ subject }) => subject === `Terugkoppeling: ${title}`)
  for (const words of ['Meer licht bij de bocht', 'Er komt geen camera. Waarom niet: Licht helpt meer', 'Meld een kapotte lantaarn.', 'omdat u meedoet']) {
    expect(mail.text.replace(/\s+/g, ' ')).toContain(words)
  }
  expect(mail.text, 'whose words they were stays in the room').not.toContain('stikdonker')
  await rachid.goto('/demo/mail')
  await expect(rachid.getByRole('link', { name: `Terugkoppeling: ${title}` }).first()).toBeVisible()
})

test('two people write one outcome, and neither loses a word', async ({ people }, info) => {
  const marieke = await people.enter('municipality')
  const rachid = await people.enter('professional')
  const { page } = await talkedOver(marieke, rachid, `Samen schrijven (${info.project.name})`)
  const other = await marieke.context().newPage()
  await marieke.goto(`${page}/terugkoppeling`)
  await other.goto(`${page}/terugkoppeling`)
  await expect(other.getByLabel('Titel (niet verplicht)')).toHaveValue('')
  await marieke.getByLabel('Titel (niet verplicht)').fill('Van de een')
  await expect(marieke.locator('form').getByText(/^Opgeslagen om/)).toBeVisible()
  await other.getByLabel('Titel (niet verplicht)').fill('Van de ander')
  await expect(other.getByRole('alert')).toContainText('Van de een')
  await expect(other.getByRole('alert')).toContainText('Van de ander')
  await fine(other)
  await other.getByRole('button', { name: 'Mijn tekst houden' }).click()
  await expect(other.locator('form').getByText(/^Opgeslagen om/)).toBeVisible()
  await marieke.reload()
  await expect(marieke.getByLabel('Titel (niet verplicht)')).toHaveValue('Van de ander')
})

/** Published, and the issue closed with it. */
async function tellWhatCameOfIt(municipality: Page, issue: string, reviewInMs = 90 * 86_400_000): Promise<void> {
  const path = `/v1/tenants/zaanrade/issues/${issue}/outcome`
  const reviewAt = new Date(Date.now() + reviewInMs).toISOString()
  const statements = [
    { kind: 'heard', text: 'Bij de bocht is het te donker.' },
    { kind: 'done', text: 'Voor de zomer staan er twee lantaarns.' },
    { kind: 'you-can', text: 'Meld een kapotte lantaarn.' },
  ]
  const saved = await municipality.request.put(path, { data: { statements, reviewAt }, headers: { 'If-Match': '"0"' } })
  expect(saved.status(), await saved.text()).toBe(200)
  const { version } = (await saved.json()) as { version: number }
  await call(municipality, 'POST', `${path}/_publish`, { version, quotingAgreed: true })
}

test('who promised to look again says what came of it, and everybody who took part reads it', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const rachid = await people.enter('professional')
  const title = `Opnieuw kijken (${info.project.name})`
  const { issue, page } = await talkedOver(marieke, rachid, title)
  await tellWhatCameOfIt(marieke, issue)

  await rachid.goto(page)
  await expect(rachid.getByText(/^Op .* kijken we wat ervan terecht is gekomen\.$/)).toBeVisible()
  await expect(rachid.getByRole('button', { name: 'Ik heb opnieuw gekeken' }), 'it is not his to say').toHaveCount(0)
  // Whoever has the issue open reads it there, and gets no mail of it.
  await rachid.goto('/overzicht')

  await marieke.goto(page)
  const act = marieke.getByRole('button', { name: 'Ik heb opnieuw gekeken' })
  await act.press('Enter')
  const dialog = marieke.getByRole('dialog')
  await fine(marieke)
  await test.step('what is missing is said at its place', async () => {
    await dialog.getByRole('button', { name: 'Leg vast' }).click()
    await expect(dialog.getByText('Schrijf op wat ervan terecht is gekomen.')).toBeVisible()
    await expect(dialog.getByText('Kies een dag, of geef aan dat dit de laatste keer was.')).toBeVisible()
  })
  await dialog.getByLabel('Wat is ervan terechtgekomen?').fill('De lantaarns staan er. Het is nu **licht**.')
  await test.step('what was written is still there after the tab was closed', async () => {
    await marieke.reload()
    await act.click()
    await expect(dialog.getByLabel('Wat is ervan terechtgekomen?')).toHaveValue('De lantaarns staan er. Het is nu **licht**.')
  })
  await dialog.getByLabel('Nee, dit was de laatste keer').check()
  await dialog.getByRole('button', { name: 'Leg vast' }).click()
  await expect(marieke.getByText('Vastgelegd. Iedereen die meedeed, krijgt bericht.').first()).toBeVisible()
  await expect(marieke.getByText('Daarna kijken we hier niet meer naar.')).toBeVisible()
  await fine(marieke)

  const mail = await mailbox.next('rachid@example.org', ({ subject }) => subject === `Wat ervan terechtkwam: ${title}`)
  expect(mail.text).toContain('De lantaarns staan er.')
  await rachid.goto(page)
  await expect(rachid.getByText(/^Opnieuw bekeken op /)).toBeVisible()
  await expect(rachid.getByText('De lantaarns staan er. Het is nu licht.')).toBeVisible()
})

test('on the day that was promised who wrote it is reminded, looks again by keyboard and names a next day', async ({ people, mailbox, app }, info) => {
  const { press, write, day } = keyboard
  const marieke = await people.enter('municipality')
  const rachid = await people.enter('professional')
  const title = `Op de dag zelf (${info.project.name})`
  const { issue, page } = await talkedOver(marieke, rachid, title)
  await tellWhatCameOfIt(marieke, issue, 5_000)
  type Waiting = { reviews: { issue: string }[] }
  const due = async () => (await call<Waiting>(marieke, 'GET', '/v1/me/waiting')).reviews.some((it) => it.issue === issue)
  await expect.poll(due, 'the day has come').toBe(true)
  // The calendar is looked at as soon as the server is there.
  await app.restart()

  const reminder = await mailbox.next('marieke@example.net', ({ subject }) => subject === `Vandaag terugkijken: ${title}`)
  expect(reminder.text.replace(/\s+/g, ' ')).toContain(`omdat u de terugkoppeling bij ‘${title}’ schreef`)
  expect(reminder.links.some((link) => new URL(link).pathname === page), 'it leads there').toBe(true)
  await marieke.goto('/meldingen')
  await expect(marieke.getByRole('listitem').filter({ hasText: title }).getByText('Kijk opnieuw naar uw terugkoppeling')).toBeVisible()
  await marieke.goto('/overzicht')
  const waiting = marieke.getByRole('listitem').filter({ hasText: 'Tijd om terug te kijken' }).filter({ hasText: title })
  await expect(waiting).toBeVisible()
  await fine(marieke)
  await press(waiting.getByRole('link'))
  await expect(marieke.getByText(/^Op .* zouden we kijken wat ervan terecht is gekomen\.$/)).toBeVisible()
  await expect(marieke.getByRole('link', { name: 'Terugkoppeling bijwerken' })).toBeVisible()
  await fine(marieke)

  const act = marieke.getByRole('button', { name: 'Ik heb opnieuw gekeken' })
  const dialog = marieke.getByRole('dialog')
  await press(act)
  await write(dialog.getByLabel('Wat is ervan terechtgekomen?'), 'Een van de twee lantaarns staat er.')
  await press(dialog.getByRole('button', { name: 'Leg vast' }))
  await expect(dialog.getByText('Kies een dag, of geef aan dat dit de laatste keer was.')).toBeVisible()
  await fine(marieke)
  const year = new Date().getFullYear() + 2
  await day(dialog.getByLabel('Volgende keer'), year)
  await press(dialog.getByRole('button', { name: 'Leg vast' }))
  await expect(dialog).toHaveCount(0)
  await expect(act).toBeFocused()
  await expect(marieke.getByText(`Op 1 januari ${String(year)} kijken we wat ervan terecht is gekomen.`)).toBeVisible()
  await expect(marieke.getByText('Een van de twee lantaarns staat er.')).toBeVisible()

  await test.step('it waits for her no more, and who took part is told', async () => {
    await marieke.getByRole('link', { name: 'Overzicht' }).first().click()
    await expect(marieke.getByRole('heading', { level: 1 })).toContainText('Marieke')
    await expect(waiting).toHaveCount(0)
    await rachid.goto('/meldingen')
    const told = rachid.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'Er is gekeken wat ervan terecht is gekomen' })
    await told.getByRole('link').first().click()
    await expect(rachid.getByText('Een van de twee lantaarns staat er.')).toBeVisible()
  })
})
