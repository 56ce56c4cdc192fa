// With the keyboard and nothing else: each dialog opens, holds the focus, lets go and gives it back; each form is filled in and sent.
import { expect, type Locator, type Page } from '@playwright/test'
import { call } from '../fixtures/api.ts'
import { circle } from '../fixtures/circle.ts'
import { openRoom } from '../fixtures/demo.ts'
import { keyboard } from '../fixtures/hands.ts'
import { signInByCode } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'

const { press, write } = keyboard

/** Where the focus is: in the dialog, nowhere on the page (the browser's own buttons), or at what lies below. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    if (!at || at === document.body) return 'nowhere'
    return at.closest('dialog') ? 'inside' : `outside: ${at.outerHTML.slice(0, 120)}`
  })

/** Opens by key, with what has to be opened first; what is inside comes round, Escape closes, and one is back where one was. */
async function opens(opener: Locator, first: Locator | null = null): Promise<void> {
  const page = opener.page()
  const dialog = page.getByRole('dialog')
  if (first) await press(first)
  await press(opener)
  await expect(dialog).toHaveCount(1)
  await expect.poll(() => focus(page)).toBe('inside')
  const stops = await dialog.locator('a[href], button, input, select, textarea, summary').count()
  for (let stop = 0; stop < stops + 2; stop++) {
    await page.keyboard.press('Tab')
    expect(await focus(page), await dialog.innerText()).toMatch(/^(inside|nowhere)$/)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(first ?? opener).toBeFocused()
}

/** What has the focus is in this part of the page: nobody begins anew at its top. */
async function staysIn(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)))).toBe(true)
}

test('the dialogs of a conversation and of whoever runs it', async ({ people }, info) => {
  test.setTimeout(180_000)
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { network, thread } = await circle(joost, fatima, `Met toetsen ${info.project.name}`, 'Wie heeft een zaal?')
  const room = `/o/ess/gesprekken/${thread}`

  await test.step('somebody who has not spoken is invited to', async () => {
    await joost.goto(`${room}/begeleiden`)
    const invite = joost.getByRole('button', { name: /^Nodig Fatima.* uit om iets te zeggen$/ })
    await opens(invite)
    await press(invite)
    await write(joost.getByRole('dialog').getByLabel('Uw woorden'), 'U kent de zalen.')
    await press(joost.getByRole('dialog').getByRole('button', { name: 'Verstuur' }))
    await expect(joost.getByText(/^uitgenodigd op/)).toBeVisible()
    await staysIn(joost.getByRole('main'))
  })

  await test.step('and puts the note away, or wants none', async () => {
    await fatima.goto(`${room}#0`)
    await opens(fatima.getByRole('button', { name: 'Geen briefjes meer in dit gesprek' }))
    await press(fatima.getByRole('button', { name: 'Haal het briefje weg' }))
    await expect(fatima.getByText('Het briefje is weg.').first()).toBeVisible()
    await staysIn(fatima.getByRole('main'))
  })

  await call(fatima, 'POST', `/v1/tenants/ess/threads/${thread}/posts`, { body: 'De school heeft er een.' })
  const more = (page: Page, number: number) => page.getByLabel(`Meer over bijdrage ${String(number)}`, { exact: true })

  await test.step('what one can do with what somebody else wrote', async () => {
    await joost.goto(room)
    for (const name of ['Maak hier een taak van', 'Meld deze bijdrage', 'Minder lezen van deze schrijver']) await opens(joost.getByRole('button', { name }), more(joost, 2))
    await opens(joost.getByRole('button', { name: 'Gesprek samenvoegen' }))
    await opens(joost.getByRole('button', { name: 'Meld de titel van dit gesprek' }))
    await press(joost.getByRole('button', { name: 'Bijdragen verplaatsen' }))
    await press(joost.getByRole('checkbox', { name: 'Kies bijdrage 2' }))
    await opens(joost.getByRole('button', { name: 'Verplaats', exact: true }))
    await press(joost.getByRole('button', { name: 'Niet verplaatsen' }))
  })

  await test.step('what one can do with one\u2019s own', async () => {
    await fatima.goto(room)
    await press(fatima.getByRole('button', { name: /^Bewerk bijdrage 2/ }))
    await write(fatima.locator('[data-seq="2"]').getByRole('textbox'), 'De school heeft er twee.')
    await press(fatima.locator('[data-seq="2"]').getByRole('button', { name: 'Opslaan' }))
    await expect(fatima.getByRole('article').filter({ hasText: 'er twee' })).toBeVisible()
    await staysIn(fatima.locator('[data-seq="2"]'))
    await opens(fatima.getByRole('button', { name: /^Bewerkt: eerdere versies/ }))
    await opens(fatima.getByRole('button', { name: 'Trek in', exact: true }), more(fatima, 2))
  })

  await test.step('a task is made, taken, given back, taken again and done', async () => {
    await press(more(joost, 2))
    await press(joost.getByRole('button', { name: 'Maak hier een taak van' }))
    await write(joost.getByRole('dialog').getByLabel('Wat moet er gebeuren?'), 'De zaal bespreken')
    await press(joost.getByRole('dialog').getByRole('button', { name: 'Maak de taak' }))
    await expect(joost.getByRole('dialog')).toHaveCount(0)
    await staysIn(joost.locator('[data-seq="2"]'))
    await opens(joost.getByRole('button', { name: 'Taak wijzigen: De zaal bespreken' }))
    await opens(joost.getByRole('button', { name: 'Laat vallen: De zaal bespreken' }))
    await fatima.goto(`/o/ess/opgaven/${network}/taken`)
    const take = fatima.getByRole('button', { name: 'Ik doe dit: De zaal bespreken' })
    await press(take)
    const back = fatima.getByRole('button', { name: 'Teruggeven: De zaal bespreken' })
    await expect(back).toBeVisible()
    await staysIn(fatima.getByRole('main'))
    await opens(back)
    await press(back)
    await press(fatima.getByRole('dialog').getByRole('button', { name: 'Teruggeven' }))
    await expect(take).toBeVisible()
    await staysIn(fatima.getByRole('main'))
    await press(take)
    const done = fatima.getByRole('button', { name: 'Gedaan: De zaal bespreken' })
    await opens(done)
    await press(done)
    await write(fatima.getByRole('dialog').getByLabel('Hoe ging het?'), 'Zaal 3.')
    await press(fatima.getByRole('dialog').getByRole('button', { name: 'Gedaan' }))
    await expect(fatima.getByText('Zaal 3.')).toBeVisible()
    await staysIn(fatima.getByRole('main'))
  })

  await test.step('what was set aside is taken up, and the pace is set', async () => {
    await joost.goto(`/o/ess/opgaven/${network}/begeleiden`)
    await write(joost.getByRole('textbox', { name: 'Onderwerp' }), 'De sleutel')
    await press(joost.getByRole('button', { name: 'Parkeer', exact: true }))
    const up = joost.getByRole('button', { name: 'Opgepakt: De sleutel' })
    await expect(up).toBeVisible()
    await staysIn(joost.getByRole('main'))
    await opens(up)
    await press(up)
    await press(joost.getByRole('dialog').getByRole('button', { name: 'Opgepakt' }))
    await expect(joost.getByText('Het staat als opgepakt.').first()).toBeVisible()
    await staysIn(joost.getByRole('main'))
    await joost.goto(`${room}/begeleiden`)
    await press(joost.getByRole('radio', { name: 'Langzamer' }))
    await write(joost.getByLabel('Waarom?'), 'Lees elkaar eerst.')
    await press(joost.getByRole('button', { name: 'Stel in' }))
    await expect(joost.getByText('Ingesteld. Iedereen in het gesprek leest waarom.').first()).toBeVisible()
    await staysIn(joost.getByRole('main'))
  })

  await test.step('a summary is written and looked at by its versions', async () => {
    await joost.goto(`${room}/samenvatting`)
    await write(joost.getByLabel('Tekst van de samenvatting'), 'De school heeft zalen.')
    await press(joost.getByRole('button', { name: 'Zet boven het gesprek' }))
    await expect(joost.getByText('De samenvatting staat boven het gesprek.').first()).toBeVisible()
    await staysIn(joost.getByRole('main'))
    await fatima.goto(`${room}/samenvatting`)
    await expect(fatima.getByText('De school heeft zalen.').first()).toBeVisible()
  })
})

/** Chooses from a list by typing how the choice begins. */
async function pick(list: Locator, option: string): Promise<void> {
  const page = list.page()
  await expect(list).toBeVisible()
  for (let stop = 0; stop < 400 && !(await list.evaluate((it) => it === document.activeElement)); stop++) await page.keyboard.press('Tab')
  await page.keyboard.type(option)
  await expect(list.locator('option:checked')).toContainText(option)
}

test('a report, a decision and an objection', async ({ people }, info) => {
  test.setTimeout(120_000)
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const { issue } = await openRoom(fatima, 'ess')
  const title = `Gemeld met toetsen ${info.project.name}`
  const { id: thread } = await call<{ id: string }>(fatima, 'POST', `/v1/tenants/ess/issues/${issue}/threads`, { title, body: 'Wat vindt u?' })
  const room = `/o/ess/gesprekken/${thread}`
  await call(fatima, 'POST', `/v1/tenants/ess/threads/${thread}/posts`, { body: 'Die buren deugen niet.' })

  await rachid.goto(room)
  const dialog = rachid.getByRole('dialog')
  await press(rachid.getByLabel('Meer over bijdrage 2', { exact: true }))
  await press(rachid.getByRole('button', { name: 'Meld deze bijdrage' }))
  await press(dialog.getByRole('button', { name: 'Melden', exact: true }))
  await expect(dialog.getByText('Kies wat er mis is.')).toBeVisible()
  await expect.poll(() => focus(rachid)).toBe('inside')
  await press(dialog.getByRole('radio', { name: 'Tegen de huisregels' }))
  await write(dialog.getByLabel('Leg uit wat er mis is'), 'Dit gaat over mensen die er niet bij zijn.')
  await press(dialog.getByRole('button', { name: 'Melden', exact: true }))
  await expect(dialog).toHaveCount(0)
  await staysIn(rachid.locator('[data-seq="2"]'))

  await joost.goto('/o/ess/modereren')
  const shown = joost.getByLabel('Wat wilt u zien?')
  for (let step = 0; step < 20 && !(await shown.locator('option:checked').innerText()).includes(title); step++) await shown.press('ArrowDown')
  await expect(shown, 'what is chosen keeps the focus').toBeFocused()
  await expect(joost).toHaveURL(/gesprek=/)
  await press(joost.getByRole('link', { name: `Bijdrage 2 in ${title}` }).first())
  await press(joost.getByRole('button', { name: 'In behandeling nemen' }))
  await expect(joost.getByRole('button', { name: 'Beslissen' })).toBeVisible()
  await expect(joost.getByRole('heading', { name: 'Uw besluit' })).toBeFocused()
  await press(joost.getByRole('button', { name: 'Beslissen' }))
  await expect.poll(() => joost.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true)
  await press(joost.getByRole('radio', { name: 'Verwijderen' }))
  await pick(joost.getByLabel('Waarop rust dit?'), 'De huisregels')
  await write(joost.getByLabel('Welke regel of wet?'), 'Huisregel 2')
  await write(joost.getByLabel('Waarom?'), 'Dit gaat over buren die er niet bij zijn.')
  await press(joost.getByRole('button', { name: 'Beslissen' }))
  await press(joost.getByRole('button', { name: 'Ja, neem dit besluit' }))
  await expect(joost.getByText('Het besluit is genomen.', { exact: false }).first()).toBeVisible()
  await staysIn(joost.getByRole('main'))

  await fatima.goto('/gemeld')
  const card = fatima.getByRole('listitem').filter({ hasText: 'Huisregel 2' }).first()
  await press(card.locator('summary').filter({ hasText: 'Niet mee eens?' }))
  await write(card.getByRole('textbox'), 'Ik heb het zelf gezien.')
  await press(card.getByRole('button', { name: /bezwaar|Verstuur/i }))
  await expect(card.getByRole('textbox')).toHaveCount(0)
  await staysIn(fatima.getByRole('main'))
  await fatima.goto(`${room}/logboek`)
  await press(fatima.getByRole('main').getByRole('link').first())
  await expect(fatima).toHaveURL(new RegExp(thread))
})

test('an emergency access is asked, thought over and declined; another one is taken back', async ({ people, mailbox }, info) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { network } = await circle(joost, fatima, `Gesloten met toetsen ${info.project.name}`, 'Wat vindt u?')
  const { id } = await call<{ id: string }>(joost, 'POST', `/v1/tenants/ess/issues/${network}/threads`, { title: 'Onder ons', body: 'Vertel.', regime: 'trusted' })
  const elise = await people.byMail(mailbox, 'elise@example.org')
  const bilal = await people.byMail(mailbox, 'bilal@example.org')
  for (const outcome of ['declined', 'taken back']) {
    await bilal.goto('/o/ess/noodtoegang')
    await press(bilal.getByRole('button', { name: 'Vraag een tweede persoon' }))
    await expect(bilal.getByLabel('Adres van de opgave of van het gesprek')).toHaveAttribute('aria-invalid', 'true')
    await write(bilal.getByLabel('Adres van de opgave of van het gesprek'), `${new URL(bilal.url()).origin}/o/ess/gesprekken/${id}`)
    await write(bilal.getByLabel('Reden'), `Er is een dreigement, ${outcome}.`)
    await write(bilal.getByLabel('Hoeveel uur moet het open zijn?'), '2')
    await press(bilal.getByRole('button', { name: 'Vraag een tweede persoon' }))
    const own = bilal.getByRole('listitem').filter({ hasText: `dreigement, ${outcome}` })
    await expect(own).toBeVisible()
    await staysIn(bilal.getByRole('main'))
    const back = own.getByRole('button', { name: 'Trek het verzoek in' })
    await opens(back)
    if (outcome === 'taken back') {
      await press(back)
      await press(bilal.getByRole('dialog').getByRole('button', { name: 'Trek het verzoek in' }))
      await expect(back).toHaveCount(0)
      await staysIn(bilal.getByRole('main'))
      continue
    }
    await elise.goto('/o/ess/noodtoegang')
    const asked = elise.getByRole('listitem').filter({ hasText: `dreigement, ${outcome}` })
    for (const name of ['Akkoord, open het', 'Nee']) await opens(asked.getByRole('button', { name: `${name}: ` }))
    await press(asked.getByRole('button', { name: 'Nee: ' }))
    await press(elise.getByRole('dialog').getByRole('button', { name: 'Nee', exact: true }))
    await expect(asked.getByRole('button', { name: 'Nee', exact: true })).toHaveCount(0)
    await staysIn(elise.getByRole('main'))
  }
})

test('the map, the words, the reasons and erasing', async ({ people, mailbox }, info) => {
  test.setTimeout(120_000)
  await test.step('a party is added to the map and taken away', async () => {
    const joost = await people.enter('adviser')
    const form = { title: `Kaart met toetsen ${info.project.name}`, coreQuestion: 'Wie staat waar?', whyNow: 'Nu.', whyOne: '', background: '', visibility: 'public', regime: 'open', perspectives: [{ name: 'ouder', wanted: 2 }, { name: 'jongere', wanted: 2 }] }
    const { id } = await call<{ id: string }>(joost, 'POST', '/v1/tenants/ess/issues', form)
    await call(joost, 'POST', `/v1/tenants/ess/issues/${id}/_move`, { to: 'open' })
    await joost.goto(`/o/ess/opgaven/${id}/krachtenveld`)
    await press(joost.getByRole('button', { name: 'Voeg een partij toe' }))
    const name = joost.getByLabel('Naam van de groep of organisatie').last()
    await expect(name).toBeFocused()
    await write(name, 'Wie het plein schoonmaakt')
    await pick(joost.getByLabel('Rol in het debat').last(), 'Joiner')
    const save = joost.getByRole('button', { name: 'Bewaar de kaart' })
    await press(save)
    // What is missing is said where the focus then is.
    await expect(joost.getByRole('group', { name: 'Wat er nog niet klopt' })).toBeFocused()
    for (const [label, words] of [['Waar gaat het debat over?', 'Het plein'], ['Wat zegt de ene kant?', 'Weg ermee.'], ['Wat zegt de andere kant?', 'Het moet blijven.']] as const) await write(joost.getByLabel(label), words)
    await press(save)
    await expect(joost.getByText('De kaart is bewaard.').first()).toBeVisible()
    await staysIn(joost.getByRole('main'))
  })

  await test.step('a word and a reason come to their lists', async () => {
    const marieke = await people.enter('municipality')
    await marieke.goto('/o/zaanrade/woordenlijst')
    await press(marieke.getByRole('button', { name: 'Voeg een regel toe' }))
    const rule = marieke.getByRole('group', { name: /^Regel/ }).last()
    await expect(rule.getByLabel('Woord of woorden')).toBeFocused()
    await write(rule.getByLabel('Woord of woorden'), 'met toetsen')
    await write(rule.getByLabel('Waarom letten we hierop?'), 'Om te zien of het gaat.')
    await press(rule.getByRole('button', { name: 'Haal weg' }))
    await expect(marieke.getByLabel('Woord of woorden').last()).not.toHaveValue('met toetsen')
    await staysIn(marieke.locator('form'))
    await marieke.goto('/o/zaanrade/redenen')
    await press(marieke.getByRole('button', { name: 'Voeg een reden toe' }))
    const reason = marieke.getByRole('group', { name: /^Reden/ }).last()
    await expect(reason.getByLabel('Korte naam')).toBeFocused()
    await write(reason.getByLabel('Korte naam'), 'Met toetsen')
    await press(reason.getByRole('button', { name: /^Omhoog/ }))
    await expect(marieke.getByRole('group', { name: /^Reden/ }).nth(-2).getByLabel('Korte naam')).toBeFocused()
    await press(marieke.getByRole('group', { name: /^Reden/ }).nth(-2).getByRole('button', { name: /^Haal/ }))
    await staysIn(marieke.locator('form'))
  })

  await test.step('everything about oneself is erased, and not after all', async () => {
    const address = `toetsen-${info.project.name}@example.org`
    const page = await people.stranger()
    await signInByCode(page, mailbox, address)
    await page.goto('/mijn-gegevens')
    await press(page.getByRole('link', { name: 'Bekijk wat er dan gebeurt' }))
    await press(page.getByRole('radio', { name: 'Wis ook wat ik schreef' }))
    await press(page.getByRole('button', { name: 'Mail mij een code' }))
    const field = page.getByLabel('Code uit de mail')
    await expect(field).toBeFocused()
    const mail = await mailbox.next(address, ({ subject }) => /om uw gegevens te laten wissen/.test(subject))
    await page.keyboard.type(mail.subject.slice(0, 6))
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Op .* wissen we alles van u\.$/)).toBeVisible()
    await staysIn(page.getByRole('main'))
    await press(page.getByRole('button', { name: 'Toch niet: stop het wissen' }))
    await expect(page.getByText('Gestopt. Er wordt niets gewist.').last()).toBeVisible()
    await staysIn(page.getByRole('main'))
  })
})
