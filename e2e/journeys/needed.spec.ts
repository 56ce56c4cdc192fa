// Who is needed, and who is missing: three stories from beginning to end.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import type { Mailbox } from '../fixtures/mail.ts'
import { settled } from '../fixtures/pages.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** The page that the newest such mail to this address leads to. */
async function led(mailbox: Mailbox, address: string, part: string, words: string): Promise<string> {
  const mail = await mailbox.next(address, ({ text }) => text.includes(words) && text.includes(part))
  return new URL(mail.links.find((link) => link.includes(part)) ?? '').pathname
}

test('a municipality looks for who is missing: in waves, by a nomination, with a first circle and with another organisation', async ({ people, mailbox, places }, info) => {
  const { name } = info.project
  const title = `De brug die dicht gaat ${name}`
  const [declines, nominee] = [`nee.${name}@example.org`, `brugwachter.${name}@example.net`]
  const marieke = await people.enter('municipality')

  await test.step('it says which perspectives are needed, and sees that they are missing', async () => {
    await marieke.goto('/o/zaanrade/opgaven/nieuw')
    await marieke.getByLabel('Titel', { exact: true }).fill(title)
    await marieke.getByRole('button', { name: 'Begin', exact: true }).click()
    await marieke.getByLabel('Kernvraag').fill('Hoe komt iedereen aan de overkant als de brug dicht is?')
    await marieke.getByLabel('Waarom nu?').fill('De brug gaat in het najaar een jaar dicht.')
    for (const [place, perspective] of ['Schipper', 'Scholier aan de overkant'].entries()) {
      await marieke.getByRole('button', { name: 'Perspectief toevoegen' }).click()
      await marieke.getByLabel(`Perspectief ${String(place + 1)}`, { exact: true }).fill(perspective)
    }
    await marieke.getByRole('button', { name: 'Begin met verkennen' }).click()
    await expect(marieke.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(marieke.getByText('Voor ‘Schipper’ zoeken wij nog mensen.')).toBeVisible()
    await expect(marieke.getByText('Voor ‘Scholier aan de overkant’ zoeken wij nog mensen.')).toBeVisible()
    await looksRight(marieke)
  })
  const issue = new URL(marieke.url()).pathname

  await test.step('it asks two people, one after the other, and the first says no', async () => {
    await marieke.goto(`${issue}/uitnodigen`)
    await marieke.getByLabel(/^E.mailadressen/).fill([declines, `later.${name}@example.org`].join('\n'))
    await marieke.getByRole('radio', { name: 'In golven' }).check()
    await marieke.getByLabel('Hoeveel mensen tegelijk?').fill('1')
    await marieke.getByRole('button', { name: 'Begin met 1 persoon' }).click()
    await expect(marieke.getByText(/De volgende golf is op/)).toBeVisible()
    const asked = await people.stranger()
    await asked.goto(await led(mailbox, declines, '/uitnodiging/', title))
    await asked.getByText('Liever niet, of later').click()
    await asked.getByRole('radio', { name: 'Nee, ik doe niet mee' }).check()
    await asked.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(asked.getByText(/^U doet niet mee\./)).toBeVisible()
    await looksRight(asked)
    await marieke.reload()
    const row = marieke.getByRole('listitem').filter({ hasText: declines }).last()
    await expect(row.getByText('Afgewezen', { exact: true })).toBeVisible()
    // Nobody is asked sooner because of it.
    await expect(marieke.getByText(/De volgende golf is op/)).toBeVisible()
  })

  const fatima = await people.enter('citizen')
  await test.step('a neighbour comes in and thinks of somebody, who is asked first', async () => {
    const invitees = [{ email: 'fatima@example.org', text: `Denk als eerste mee (${name}).` }]
    await call(marieke, 'POST', `/v1/tenants/zaanrade/issues/${issue.split('/').at(-1) ?? ''}/invitations`, { invitees })
    await fatima.goto(await led(mailbox, 'fatima@example.org', '/uitnodiging/', `Denk als eerste mee (${name}).`))
    await fatima.getByRole('button', { name: 'Verder' }).click()
    await fatima.getByRole('button', { name: 'Doe mee' }).click()
    await fatima.getByRole('button', { name: 'Iemand voordragen' }).click()
    await fatima.getByLabel('E‑mailadres').fill(nominee)
    await fatima.getByLabel('Waarom deze persoon?').fill('Zij bedient de brug al twintig jaar.')
    await fatima.getByRole('button', { name: 'Vraag het' }).click()
    await expect(fatima.getByText('Wie u voordroeg')).toBeVisible()

    const tineke = await people.byMail(mailbox, nominee)
    await tineke.goto(await led(mailbox, nominee, '/voordracht/', 'Zij bedient de brug al twintig jaar.'))
    await tineke.getByLabel('Uw naam').fill('Tineke Brug')
    await tineke.getByRole('button', { name: 'Ja, laat weten wie ik ben' }).click()
    await expect(tineke.getByText(/antwoordt binnen twee weken/)).toBeVisible()
    await marieke.reload()
    const hand = marieke.getByRole('listitem').filter({ hasText: 'Tineke Brug' })
    await expect(hand.getByText(/Voorgedragen door Fatima/)).toBeVisible()
    await hand.getByRole('button', { name: /uitnodigen$/ }).first().click()
    await marieke.getByLabel('Wat wilt u erbij zeggen?').fill(`U kent de brug (${name}).`)
    await marieke.getByRole('dialog').getByRole('button', { name: 'Uitnodigen' }).click()
    await tineke.goto(await led(mailbox, nominee, '/uitnodiging/', `U kent de brug (${name}).`))
    await tineke.getByLabel('Schipper').check()
    await tineke.getByRole('button', { name: 'Verder' }).click()
    await tineke.getByRole('button', { name: 'Doe mee' }).click()
    await expect(tineke.getByRole('heading', { level: 1 })).toHaveText(title)
    // One person moves no word: it would say what she brings.
    await expect(tineke.getByText('Voor ‘Schipper’ zoeken wij nog mensen.')).toBeVisible()
  })

  await test.step('the first circle says what it thinks, and the issue opens', async () => {
    await fatima.goto('/overzicht')
    await marieke.goto(`${issue}/verkenning`)
    await marieke.getByRole('button', { name: 'Vraag de eerste kring' }).click()
    await expect(marieke.getByText(/^0 van de 2 mensen/)).toBeVisible()
    await fatima.goto(`${issue}/verkenning`)
    await fatima.getByRole('radio', { name: 'Ja, dit is de goede vraag' }).check()
    await fatima.getByLabel('Wie missen we nog?').fill('Wie er elke dag over fietst.')
    await fatima.getByRole('radio', { name: 'Eerst iets veranderen' }).check()
    await fatima.getByLabel('Waarom?').fill('Nu praten alleen omwonenden.')
    await fatima.getByRole('button', { name: 'Geef mijn oordeel' }).click()
    await expect(fatima.getByText('Uw oordeel is bewaard. Dank u wel.').first()).toBeVisible()
    await marieke.reload()
    await expect(marieke.getByText('Wie er elke dag over fietst.')).toBeVisible()
    await marieke.getByRole('button', { name: 'Verbreden en openen' }).click()
    const dialog = marieke.getByRole('dialog')
    await dialog.getByLabel('Wat deed u met de verkenning? (niet verplicht)').fill('We vragen ook fietsers.')
    await dialog.getByRole('button', { name: 'Verbreden en openen' }).click()
    await expect(marieke.getByText('We vragen ook fietsers.')).toBeVisible()
  })

  await test.step('another organisation picks it up too', async () => {
    const joost = await people.enter('adviser')
    await joost.goto(`${issue}/samen`)
    await joost.getByLabel('Waarom samen?').fill('Wij kennen de vervoerders.')
    await joost.getByRole('button', { name: 'Vraag het' }).click()
    await expect(joost.getByRole('heading', { name: 'Wacht op antwoord van een ander' })).toBeVisible()
    await marieke.goto('/o/zaanrade/samen')
    const asked = marieke.getByRole('listitem').filter({ hasText: title })
    await asked.getByRole('button', { name: /^Pak samen op/ }).click()
    await expect(marieke.getByRole('heading', { name: 'Samen opgepakt' })).toBeVisible()
    await fatima.goto(issue)
    await expect(fatima.getByText(/^Opgave van Gemeente Zaanrade, samen met /)).toBeVisible()
  })

  await test.step('of two people there is no report; of many it is printed', async () => {
    await marieke.goto(`${issue}/bereik`)
    await expect(marieke.getByRole('heading', { name: 'Er is nog geen overzicht' })).toBeVisible()
    // A report is made at night, of ten people or more: that of an issue that was closed.
    await fatima.goto(`${places.closedIssue}/bereik`)
    await expect(fatima.getByText(/^Geteld op /)).toBeVisible()
    await fatima.emulateMedia({ media: 'print' })
    await expect(fatima.getByRole('listitem').filter({ hasText: 'Deelnemers' })).toContainText('40 of meer')
    await expect(fatima.getByRole('button', { name: 'Afdrukken' })).toBeHidden()
  })
})

test('a citizen is refused, objects, is heard by somebody else, comes in and reads the room', async ({ people, mailbox }, info) => {
  const { name } = info.project
  const title = `Wie houdt de speeltuin open ${name}`
  const marieke = await people.enter('municipality')
  await marieke.goto('/overzicht')
  const form = {
    title,
    coreQuestion: 'Wie kan er op zaterdag toezicht houden?',
    whyNow: 'De toezichthouder gaat met pensioen.',
    visibility: 'tenant',
    regime: 'trusted',
    perspectives: [{ name: 'ouder', wanted: 2 }],
    whyOne: 'Het gaat om wie er met kinderen komt.',
  }
  const { id } = await call<{ id: string }>(marieke, 'POST', '/v1/tenants/zaanrade/issues', form)
  await call(marieke, 'POST', `/v1/tenants/zaanrade/issues/${id}/_move`, { to: 'open' })
  const words = `Het hek gaat om vijf uur dicht. (${name})`
  const thread = await call<{ id: string }>(marieke, 'POST', `/v1/tenants/zaanrade/issues/${id}/threads`, { title: 'De sleutel', body: words })
  const [issue, room] = [`/o/zaanrade/opgaven/${id}`, `/o/zaanrade/gesprekken/${thread.id}`]

  const fatima = await people.enter('citizen')
  await test.step('she cannot read the room, and asks to take part', async () => {
    await fatima.goto(room)
    await settled(fatima)
    await expect(fatima.getByText(words)).toHaveCount(0)
    await fatima.goto(issue)
    await fatima.getByRole('button', { name: 'Ik wil meedoen' }).click()
    await fatima.getByLabel('Waarom wilt u meedoen?').fill('Ik sta er elke zaterdag.')
    await fatima.getByRole('button', { name: 'Versturen' }).click()
    await expect(fatima.getByText(/U krijgt uiterlijk op/)).toBeVisible()
  })

  await test.step('she is refused with a reason, and objects to it', async () => {
    await marieke.goto(`${issue}/uitnodigen`)
    const hand = marieke.getByRole('listitem').filter({ hasText: 'Ik sta er elke zaterdag.' })
    await hand.getByRole('button', { name: /niet uitnodigen/ }).click()
    await marieke.getByLabel('Waarom niet?').fill('We zoeken eerst ouders.')
    await marieke.getByRole('dialog').getByRole('button', { name: 'Niet uitnodigen' }).click()
    await expect(hand.getByText('Afgewezen')).toBeVisible()
    await fatima.reload()
    await expect(fatima.getByText('We zoeken eerst ouders.')).toBeVisible()
    await fatima.getByRole('button', { name: 'Bezwaar maken' }).click()
    await expect(fatima.getByText(/kijkt iemand anders ernaar/)).toBeVisible()
    await looksRight(fatima)
    await fatima.getByLabel('Waarom klopt deze reden niet?').fill('Ik heb er drie.')
    await fatima.getByRole('button', { name: 'Versturen' }).click()
    await expect(fatima.getByText(/Er wordt opnieuw naar gekeken/).first()).toBeVisible()
  })

  await test.step('somebody else than who refused is asked to look, and lets her in', async () => {
    const objected = `Bezwaar: iemand wil meedoen met ${title}`
    await mailbox.next('gerard@example.net', ({ subject }) => subject === objected)
    const told = await mailbox.to('marieke@example.net')
    expect(told.filter(({ subject }) => subject === objected)).toEqual([])
    const gerard = await people.byMail(mailbox, 'gerard@example.net')
    await gerard.goto(`${issue}/uitnodigen`)
    const hand = gerard.getByRole('listitem').filter({ hasText: 'Ik heb er drie.' })
    await looksRight(gerard)
    await hand.getByRole('button', { name: /uitnodigen$/ }).first().click()
    await gerard.getByLabel('Wat wilt u erbij zeggen?').fill(`U hebt gelijk, welkom (${name}).`)
    await gerard.getByRole('dialog').getByRole('button', { name: 'Uitnodigen' }).click()
    await expect(hand.getByText('Uitgenodigd')).toBeVisible()
  })

  await test.step('she comes in and reads the room', async () => {
    await fatima.goto(await led(mailbox, 'fatima@example.org', '/uitnodiging/', `U hebt gelijk, welkom (${name}).`))
    await fatima.getByRole('button', { name: 'Verder' }).click()
    await fatima.getByRole('button', { name: 'Doe mee' }).click()
    await expect(fatima.getByRole('heading', { level: 1 })).toHaveText(title)
    const inside = await Room.enter(fatima, room)
    await expect(inside.posts(words)).toHaveCount(1)
    await looksRight(fatima)
  })
})

test('whoever takes consent back is gone within a second: from the directory, search and suggestions', async ({ people, mailbox }, info) => {
  const { name } = info.project
  const who = 'Karel Janssens'
  const joost = await people.enter('adviser')
  const karel = await people.byMail(mailbox, 'karel@example.org')
  await karel.goto('/profiel')
  type Facets = { items: { term: { id: string; kind: string }; audience: string }[]; invitationsPerMonth: number; hidden: boolean }
  const before = await call<Facets>(karel, 'GET', '/v1/me/facets')
  const theme = before.items.find(({ term }) => term.kind === 'theme')?.term.id
  const form = { title: `Over de heg ${name}`, coreQuestion: 'Hoe praten buren over een heg?', whyNow: 'Het groeit.', visibility: 'public', regime: 'open', perspectives: [{ name: 'buur', wanted: 2 }], whyOne: 'Het gaat om buren.', terms: [theme] }
  await joost.goto('/overzicht')
  const { id } = await call<{ id: string }>(joost, 'POST', '/v1/tenants/ess/issues', form)
  await call(joost, 'POST', `/v1/tenants/ess/issues/${id}/_move`, { to: 'open' })

  const page = { directory: '/o/ess/mensen?q=Karel', search: '/zoeken?q=janssens', suggestions: `/o/ess/opgaven/${id}/uitnodigen` }
  const api = ['/v1/tenants/ess/people?q=Karel', '/v1/search?q=janssens', `/v1/tenants/ess/issues/${id}/suggestions`]
  /** In how many of the three he is. */
  const places = async () => {
    const answers = await Promise.all(api.map(async (path) => (await joost.request.get(path)).text()))
    return answers.filter((text) => text.includes(who)).length
  }
  const inside = (main: Page) => main.getByRole('main').getByText(who)

  await test.step('he is found, with what he says of himself', async () => {
    await expect.poll(places).toBe(3)
    await joost.goto(page.directory)
    await expect(inside(joost).first()).toBeVisible()
    await joost.goto(page.search)
    await expect(inside(joost).first()).toBeVisible()
    await joost.goto(page.suggestions)
    await expect(joost.getByRole('checkbox', { name: who })).toBeVisible()
    await looksRight(joost)
  })

  await test.step('he takes all of it back', async () => {
    const facets = karel.getByRole('form', { name: 'Wie mag mij vinden?' })
    for (const fold of await facets.locator('summary').all()) await fold.click()
    const ticked = facets.getByRole('checkbox', { checked: true })
    for (let left = await ticked.count(); left > 0; left -= 1) {
      await ticked.first().click()
      await expect(ticked).toHaveCount(left - 1)
    }
    const saved = karel.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/v1/me/facets'))
    await facets.getByRole('button', { name: 'Opslaan wie mij mag vinden' }).click()
    expect((await saved).status()).toBe(200)
    await expect.poll(places, { timeout: 1_000, intervals: [0, 100] }).toBe(0)
  })

  await test.step('nor does any page show him, also one that was open', async () => {
    await joost.reload()
    await expect(joost.getByRole('heading', { level: 1 })).toHaveText('Mensen uitnodigen')
    await expect(joost.getByRole('heading', { name: /^Mensen die hierbij passen|^Wie/ }).or(joost.getByRole('group', { name: 'Mensen die hierbij passen' })).first()).toBeVisible()
    await expect(joost.getByRole('checkbox', { name: who })).toHaveCount(0)
    await joost.goto(page.search)
    await expect(joost.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
    await expect(inside(joost)).toHaveCount(0)
    await joost.goto(page.directory)
    await expect(joost.getByRole('heading', { name: 'Niemand gevonden' })).toBeVisible()
    await karel.goto('/mijn-gegevens')
    await expect(karel.getByText(/Ingetrokken of veranderd op/).first()).toBeVisible()
  })

  // Other journeys find him as he was.
  const etag = (await karel.request.get('/v1/me/facets')).headers().etag ?? ''
  const facets = before.items.map(({ term, audience }) => ({ term: term.id, audience }))
  const again = await karel.request.put('/v1/me/facets', { headers: { 'If-Match': etag }, data: { ...before, items: undefined, contactable: undefined, consentVersion: undefined, facets } })
  expect(again.status(), await again.text()).toBe(200)
})
