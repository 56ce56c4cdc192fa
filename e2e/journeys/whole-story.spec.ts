// The whole story by several people at once: from a posted opgave to what is mailed and found again.
import type { Page } from '@playwright/test'
import type { App } from '../fixtures/app.ts'
import { finger, type Hands, keyboard } from '../fixtures/hands.ts'
import type { Mail, Mailbox } from '../fixtures/mail.ts'
import type { People } from '../fixtures/people.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

interface Given {
  people: People
  mailbox: Mailbox
  app: App
  hands: Hands
  /** Makes titles and addresses of this telling its own. */
  name: string
}

const heading = (page: Page, text: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
const theme = 'Samenleven in de buurt'
const themes = (page: Page) => page.getByRole('group', { name: "Thema's" })
const linkTo = (mail: Mail, part: string): string => mail.links.find((link) => link.includes(part)) ?? ''

async function tell({ people, mailbox, app, hands, name }: Given): Promise<void> {
  const title = `Wie zorgt er voor de Lindehof ${name}`
  const address = `lindehof.${name}@example.org`
  const { press, write } = hands
  const marieke = await people.enter('municipality')

  await test.step('the municipality posts an opgave and opens it', async () => {
    await marieke.goto('/o/zaanrade/opgaven')
    await press(marieke.getByRole('link', { name: 'Nieuwe opgave' }))
    await write(marieke.getByLabel('Titel', { exact: true }), title)
    await press(marieke.getByRole('button', { name: 'Begin' }))
    await write(marieke.getByLabel('Kernvraag'), 'Hoe blijft de binnentuin van iedereen?')
    await write(marieke.getByLabel('Waarom nu?'), 'De beheerder gaat in het voorjaar met pensioen.')
    await press(marieke.getByRole('button', { name: 'Perspectief toevoegen' }))
    await write(marieke.getByLabel('Perspectief 1', { exact: true }), 'Bewoner van de hof')
    await write(marieke.getByLabel('Waarom vraagt u maar één groep?'), 'De tuin is van wie eromheen woont.')
    await press(themes(marieke).locator('summary'))
    await press(themes(marieke).getByRole('checkbox', { name: theme }))
    await press(marieke.getByRole('button', { name: 'Openen', exact: true }))
    await press(marieke.getByRole('dialog').getByRole('button', { name: 'Openen', exact: true }))
    await heading(marieke, title)
  })
  const issue = new URL(marieke.url()).pathname

  await test.step('it invites by expertise and by address', async () => {
    await press(marieke.getByRole('link', { name: 'Mensen uitnodigen' }))
    await press(marieke.getByRole('group', { name: 'Mensen die hierbij passen' }).getByRole('checkbox').first())
    await write(marieke.getByLabel(/^E.mailadressen/), address)
    await write(marieke.getByLabel('Uw persoonlijke woorden'), 'U kent de tuin het best. Denkt u mee?')
    await press(marieke.getByRole('button', { name: '2 uitnodigingen sturen' }))
    await expect(marieke.getByRole('listitem').filter({ hasText: address }).last()).toBeVisible()
  })

  const newcomer = await people.stranger()
  await test.step('a newcomer proves the address and accepts in two steps', async () => {
    const mail = await mailbox.next(address)
    expect(mail.text).toContain('U kent de tuin het best.')
    await newcomer.goto(linkTo(mail, '/uitnodiging/'))
    await press(newcomer.getByRole('button', { name: 'Stuur mij een code' }))
    const code = await mailbox.next(address, ({ subject }) => /^\d{6}/.test(subject))
    await write(newcomer.getByLabel('Code uit de mail'), code.subject.slice(0, 6))
    await press(newcomer.getByRole('button', { name: 'Aanmelden' }))
    await press(newcomer.getByLabel('Bewoner van de hof'))
    await press(newcomer.getByRole('button', { name: 'Verder' }))
    await write(newcomer.getByLabel('Uw naam'), 'Sanne Vos')
    await press(newcomer.getByRole('button', { name: 'Ik doe mee' }))
    await heading(newcomer, title)
  })

  const [hers, theirs] = await test.step('they talk live, also when the server dies halfway', async () => {
    await marieke.goto(issue)
    await press(marieke.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
    await write(marieke.getByLabel('Waar gaat dit gesprek over?'), 'De sleutel van het hek')
    await write(marieke.getByLabel('Eerste bijdrage'), 'Wie heeft er nu een sleutel?')
    await press(marieke.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
    await heading(marieke, 'De sleutel van het hek')
    const conversation = new URL(marieke.url()).pathname
    const hers = await Room.enter(marieke, conversation)
    const theirs = await Room.enter(newcomer, conversation)
    await expect(theirs.posts('Wie heeft er nu een sleutel?')).toHaveCount(1)
    const say = async (room: Room, words: string) => {
      await write(room.field, words)
      await press(room.page.getByRole('button', { name: 'Plaats bijdrage' }))
    }
    await say(theirs, 'Ik, en mijn buurvrouw. Dat zijn er te weinig.')
    await hers.hears('Dat zijn er te weinig.')
    await app.crash()
    await say(theirs, 'In de berging ligt er nog een.')
    await expect(theirs.outgoing).toHaveCount(1)
    await app.comeBack()
    await expect(theirs.outgoing).toHaveCount(0)
    await hers.hears('In de berging ligt er nog een.')
    await say(hers, 'Dan hangen wij daar een kastje met een code.')
    await theirs.hears('een kastje met een code')
    await expect(theirs.posts('In de berging ligt er nog een.')).toHaveCount(1)
    return [hers, theirs]
  })
  expect(hers.page).not.toBe(theirs.page)

  await test.step('the outcome closes the opgave, and who took part reads it on top and in the mail', async () => {
    await marieke.goto(issue)
    await press(marieke.locator('summary', { hasText: 'Meer acties' }))
    await press(marieke.getByRole('link', { name: 'Terugkoppeling schrijven' }))
    await write(marieke.getByLabel('Titel (niet verplicht)'), 'De hof krijgt een kastje')
    const point = (group: string) => marieke.getByRole('group', { name: group }).getByLabel('Punt 1', { exact: true })
    await write(point('Dit hebben we gehoord'), 'Te weinig mensen hebben een sleutel.')
    await write(point('Dit doen we ermee'), 'Er komt een kastje met een code bij het hek.')
    await press(marieke.getByRole('group', { name: 'Dit doen we niet, en waarom' }).getByRole('button', { name: 'Punt toevoegen' }))
    await write(point('Dit doen we niet, en waarom'), 'Het hek gaat niet weg.')
    await write(marieke.getByLabel('Waarom niet?'), 'Zonder hek is de hof een doorgang.')
    await write(point('Dit kunt u zelf doen'), 'Vraag de code aan uw buren.')
    await hands.day(marieke.getByLabel('Dag om terug te kijken'), new Date().getFullYear() + 2)
    await press(marieke.getByRole('button', { name: 'Publiceren en afsluiten' }))
    await press(marieke.getByRole('dialog').getByRole('button', { name: 'Publiceren en afsluiten' }))
    await heading(marieke, title)
    const mail = await mailbox.next(address, ({ subject }) => subject === `Terugkoppeling: ${title}`)
    expect(mail.text.replace(/\s+/g, ' ')).toContain('Er komt een kastje met een code bij het hek.')
    await newcomer.goto(issue)
    await expect(newcomer.getByRole('heading', { level: 2 }).first()).toHaveText('De hof krijgt een kastje')
  })

  await test.step('a knowledge product is published, and who follows its theme gets a mail', async () => {
    const noor = await people.enter('publisher')
    const product = `Samen een tuin beheren ${name}`
    await noor.goto('/o/ess/kennis')
    await press(noor.getByRole('link', { name: 'Nieuw kennisproduct' }))
    await write(noor.getByLabel('Titel', { exact: true }), product)
    await press(noor.getByRole('button', { name: 'Begin' }))
    await write(noor.getByLabel('Samenvatting'), 'Wat een hof leerde over een hek en een kastje.')
    await write(noor.getByLabel('Tekst', { exact: true }), 'Begin met **de sleutel**.')
    await press(themes(noor).locator('summary'))
    await press(themes(noor).getByRole('checkbox', { name: theme }))
    await press(noor.getByRole('button', { name: 'Publiceren', exact: true }))
    await press(noor.getByRole('dialog').getByRole('button', { name: 'Publiceren', exact: true }))
    await heading(noor, product)
    const mail = await mailbox.next('marieke@example.net', ({ subject }) => subject === `Nieuw: ${product}`)
    expect(linkTo(mail, '/kennis/')).not.toBe('')
  })

  await test.step('search finds what was said and what came of it, for who may read it', async () => {
    await newcomer.goto('/zoeken')
    await write(newcomer.getByRole('searchbox', { name: 'Wat zoekt u?' }), `lindehof ${name}`)
    const results = newcomer.getByRole('main').getByRole('listitem')
    await expect(results.filter({ hasText: title }).first()).toBeVisible()
    await newcomer.goto('/zoeken?q=kastje')
    await expect(results.filter({ hasText: 'De hof krijgt een kastje' }).first()).toBeVisible()
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('from a posted opgave to what is found again', async ({ people, mailbox, app }) => {
    test.setTimeout(180_000)
    await tell({ people, mailbox, app, hands: finger, name: 'vinger' })
  })
})

test.describe('with the keyboard alone', () => {
  test.use({ viewport: { width: 1280, height: 900 } })
  test('from a posted opgave to what is found again', async ({ people, mailbox, app }) => {
    test.setTimeout(240_000)
    await tell({ people, mailbox, app, hands: keyboard, name: 'toets' })
  })
})
