import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

/** Opens a conversation of this kind under the issue that is being explored, with these rules; its address. */
async function open(page: Page, issue: string, title: string, rules: string, kind = 'Gesprek'): Promise<string> {
  await page.goto(issue)
  await page.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await expect(page.getByLabel('Waar gaat dit gesprek over?')).toBeFocused()
  await page.getByLabel('Waar gaat dit gesprek over?').fill(title)
  await page.getByRole('radio', { name: kind, exact: true }).check()
  await page.getByRole('radio', { name: rules }).check()
  await page.getByRole('textbox', { name: 'Eerste bijdrage' }).fill('Vertelt u maar.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  return new URL(page.url()).pathname
}

test('with aliases two people talk and neither learns who the other is, also when the network falls away', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const address = await open(joost, places.exploredIssue, 'Onder ons gezegd', 'Gesprek met schuilnamen')
  const his = await Room.enter(joost, address)
  const theirs = await Room.enter(await people.become('professional'), address)
  const sheet = theirs.page.getByRole('complementary', { name: 'Wie leest dit?' })
  const alias = /^U schrijft met een schuilnaam: (.+)\.$/
  const name = alias.exec(await sheet.getByText(alias).innerText())?.[1] ?? ''
  await sheet.getByText('De regels van dit gesprek').click()
  await expect(sheet.getByText(/Wie achter een schuilnaam zit, staat in geen enkele lijst/)).toBeVisible()
  await expect(sheet.getByText(/90 dagen na de laatste bijdrage wissen we het hele gesprek/)).toBeVisible()
  await expectAccessible(theirs.page)
  await expectNoSidewaysScroll(theirs.page)

  await theirs.page.context().setOffline(true)
  await theirs.say('Dit zeg ik niet onder mijn eigen naam.')
  await expect(theirs.outgoing).toHaveCount(1)
  await theirs.page.context().setOffline(false)
  await his.hears('Dit zeg ik niet onder mijn eigen naam.')
  await expect(his.posts('Dit zeg ik niet onder mijn eigen naam.').getByRole('heading')).toHaveText(name)
  await his.say('Dank u, wie u ook bent.')
  await theirs.hears('Dank u, wie u ook bent.')
  for (const { page } of [his, theirs]) {
    await page.reload()
    await expect(page.getByRole('article')).toHaveCount(3)
    const posts = (await page.getByRole('article').allInnerTexts()).join(' ')
    expect(posts).not.toMatch(/Joost|Rachid|persoonlijke titel|ambtenaar/)
  }
  // What one is writing here is kept on this device, and nowhere else.
  await theirs.field.fill('Nog niet af')
  await theirs.page.reload()
  await expect(theirs.field).toHaveValue('Nog niet af')
  const { items } = (await (await theirs.page.request.get('/v1/me/drafts')).json()) as { items: { key: string }[] }
  expect(items.filter(({ key }) => address.endsWith(key.slice('reply-'.length)))).toEqual([])
  await theirs.field.fill('')
})

test('without names a post is its writer\u2019s in the browser that wrote it, and nobody\u2019s elsewhere', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const address = await open(joost, places.exploredIssue, 'Van niemand', 'Gesprek zonder namen')
  const his = await Room.enter(joost, address)
  const context = await people.become('professional')
  const theirs = await Room.enter(context, address)
  await expect(theirs.page.getByText('U schrijft zonder naam.')).toBeVisible()
  await theirs.say('Dit is van mij, maar dat weet niemand.')
  const own = theirs.posts('Dit is van mij').first()
  await expect(own.getByRole('button', { name: /^Bewerk bijdrage/ })).toBeVisible()
  await his.hears('Dit is van mij, maar dat weet niemand.')
  await expect(his.posts('Dit is van mij').getByRole('heading')).toHaveText('Iemand in dit gesprek')
  await expect(his.posts('Dit is van mij').getByRole('button', { name: /^Bewerk bijdrage/ })).toHaveCount(0)
  await expect(his.posts('Vertelt u maar.').getByRole('button', { name: /^Bewerk bijdrage/ })).toBeVisible()

  await theirs.page.reload()
  await own.getByRole('button', { name: /^Bewerk bijdrage/ }).click()
  await theirs.page.locator('[data-seq="2"]').getByRole('textbox').fill('Dit is van niemand.')
  await theirs.page.getByRole('button', { name: 'Opslaan' }).click()
  await his.hears('Dit is van niemand.')
  await expectAccessible(his.page)
  await expectNoSidewaysScroll(his.page)

  // The same person, elsewhere, is nobody here.
  const elsewhere = await Room.enter(await people.become('professional'), address)
  await expect(elsewhere.posts('Dit is van niemand.')).toBeVisible()
  await expect(elsewhere.page.getByRole('button', { name: /^Bewerk bijdrage/ })).toHaveCount(0)
})

test('in a round with aliases four people on two browsers have their turn, one of them through a gap in the network', async ({ people, elsewhere, places, mailbox }) => {
  const joost = await people.become('adviser')
  const address = await open(joost, places.exploredIssue, 'Ieder een keer', 'Gesprek met schuilnamen', 'Ronde')
  const rooms: Room[] = []
  const seats = [['lotte', people], ['yara', elsewhere], ['david', elsewhere]] as const
  for (const [who, where] of seats) rooms.push(await Room.enter(await where.byMail(mailbox, `${who}@example.org`), address))
  const [lotte, yara, david] = rooms as [Room, Room, Room]
  const turn = (room: Room) => room.page.getByRole('region', { name: 'Ronde 1' })
  await lotte.say('Ik begin dan maar.')
  await yara.hears('Ik begin dan maar.')
  await expect(turn(lotte).getByText('Nu zijn eerst anderen aan de beurt.', { exact: false })).toBeVisible()

  await yara.page.context().setOffline(true)
  await yara.say('Ik zat in de trein.')
  await expect(yara.outgoing).toHaveCount(1)
  await david.say('Ik sluit aan bij wie begon.')
  await lotte.hears('Ik sluit aan bij wie begon.')
  await yara.page.context().setOffline(false)
  await expect(yara.outgoing).toHaveCount(0)
  await lotte.hears('Ik zat in de trein.')
  await yara.hears('Ik sluit aan bij wie begon.')

  // Nobody speaks twice; what was typed is kept.
  await lotte.say('En nog iets.')
  await expect(lotte.page.getByText('U hebt in deze ronde al gesproken.', { exact: false }).first()).toBeVisible()
  await expect(lotte.field).toHaveValue('En nog iets.')
  const names = new Set<string>()
  for (const room of rooms) {
    const all = await room.page.getByRole('article').getByRole('heading').allInnerTexts()
    all.forEach((name) => names.add(name.replace(/ \(.*/, '').trim()))
    expect((await room.page.getByRole('main').innerText())).not.toMatch(/Lotte|Yara|David|Joost/)
  }
  expect(names.size).toBe(4)

  await Room.enter(joost, address)
  await joost.getByRole('button', { name: 'Begin de volgende ronde' }).click()
  await joost.getByRole('dialog').getByRole('button', { name: 'Begin de volgende ronde' }).click()
  await expect(lotte.page.getByRole('heading', { name: 'Ronde 2' })).toBeVisible()
  await lotte.page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await david.hears('En nog iets.')
  await expectAccessible(lotte.page)
})
