import { expectAccessible } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'
import { Room } from '../fixtures/room.ts'

test('what one person writes, the other sees at once, and takes back at once', async ({ people, places }, info) => {
  const fatima = await Room.enter(await people.become('citizen'), places.room)
  const marieke = await Room.enter(await people.become('municipality'), places.room)
  const words = `Zien jullie dit ook meteen? (${info.project.name})`
  await fatima.field.fill(words)
  await fatima.field.press('ControlOrMeta+Enter')
  await marieke.hears(words)
  await fatima.page.getByRole('button', { name: /Ongedaan maken/ }).click()
  await expect(fatima.field).toHaveValue(words)
  await expect(marieke.posts(words)).toHaveCount(0)
  await expect(marieke.page.getByText('Deze bijdrage is ingetrokken.').first()).toBeVisible()
  await fatima.leave()
})

test('without a connection one writes on: it goes out in order, and once', async ({ people, places }, info) => {
  const fatima = await Room.enter(await people.become('citizen'), places.room)
  const marieke = await Room.enter(await people.become('municipality'), places.room)
  const words = ['Eerst dit', 'en dan dat'].map((part) => `${part} (${info.project.name})`)
  await fatima.page.context().setOffline(true)
  await expect(fatima.page.getByText('Geen verbinding. Wat u typt, is bewaard op dit apparaat, nog niet op het platform.')).toBeVisible()
  for (const each of words) await fatima.say(each)
  await expect(fatima.outgoing).toHaveCount(2)
  await fatima.page.context().setOffline(false)
  await expect(fatima.outgoing).toHaveCount(0)
  for (const each of words) {
    await marieke.hears(each)
    await expect(fatima.posts(each)).toHaveCount(1)
  }
  const order = (await marieke.page.getByRole('article').allInnerTexts()).filter((text) => words.some((each) => text.includes(each)))
  expect(order.map((text) => words.findIndex((each) => text.includes(each)))).toEqual([0, 1])
})

test('a server that dies takes nothing with it', async ({ people, places, app }, info) => {
  const fatima = await Room.enter(await people.become('citizen'), places.room)
  const marieke = await Room.enter(await people.become('municipality'), places.room)
  const words = `Net toen het uitviel (${info.project.name})`
  await app.crash()
  await fatima.say(words)
  await fatima.field.fill('Hier was ik nog mee bezig')
  await expect(fatima.outgoing.getByText(/Nog niet verstuurd/)).toBeVisible()
  await app.comeBack()
  await expect(fatima.outgoing).toHaveCount(0)
  await marieke.hears(words)
  await expect(fatima.posts(words)).toHaveCount(1)
  await expect(fatima.field).toHaveValue('Hier was ik nog mee bezig')
  await app.restart()
  await marieke.say(`Ook na het herstarten (${info.project.name})`)
  await fatima.hears(`Ook na het herstarten (${info.project.name})`)
  await expect(fatima.field).toHaveValue('Hier was ik nog mee bezig')
  await fatima.leave()
})

test('a closed tab keeps what was written, and the list shows it', async ({ people, places }) => {
  const page = await people.become('professional')
  const rachid = await Room.enter(page, places.room)
  await rachid.field.fill('Dit maak ik later af')
  await expect(page.getByText(/Concept bewaard om/)).toBeVisible({ timeout: 15_000 })
  const again = await page.context().newPage()
  await page.close()
  await again.goto(places.issue)
  await expect(again.getByRole('listitem').filter({ hasText: 'Concept' })).toHaveCount(1)
  const back = await Room.enter(again, places.room)
  await expect(back.field).toHaveValue('Dit maak ik later af')
  await back.say('Nu is het af')
  await expect(back.outgoing).toHaveCount(0)
  await expect(back.field).toHaveValue('')
})

test('a text that is being written outlives a pause of its issue', async ({ people, places }) => {
  const fatima = await Room.enter(await people.become('citizen'), places.room)
  const marieke = await people.become('municipality')
  await marieke.goto(places.issue)
  const issue = places.issue.split('/').at(-1) ?? ''
  const move = (to: string) => call(marieke, 'POST', `/v1/tenants/zaanrade/issues/${issue}/_move`, { to, reason: 'Even wachten op het onderzoek.' })
  const unposted = fatima.page.getByLabel('Uw tekst, nog niet geplaatst')
  await fatima.field.fill('Halverwege een zin')
  await move('paused')
  await expect(unposted).toHaveValue('Halverwege een zin')
  await fatima.page.reload()
  await expect(unposted).toHaveValue('Halverwege een zin')
  await unposted.scrollIntoViewIfNeeded()
  await expectAccessible(fatima.page)
  await move('open')
  await expect(fatima.field).toHaveValue('Halverwege een zin')
  await fatima.leave()
})

test('a link to a post opens at that post, and what was selected is quoted', async ({ people, places }) => {
  const fatima = await Room.enter(await people.become('citizen'), `${places.room}#7`)
  const { page } = fatima
  const seventh = page.locator('[id="7"]')
  await expect(seventh).toBeInViewport()
  await expect(page.locator('[id="6"]')).toBeAttached()
  await seventh.locator('p').last().selectText()
  await page.getByRole('button', { name: 'Antwoord op wat u koos' }).click()
  await expect(fatima.field).toHaveValue(/^> /)
  await expect(page.getByRole('link', { name: /U antwoordt op bijdrage 7/ })).toBeVisible()
  await page.getByRole('button', { name: /^Nieuwste/ }).click()
  await expect(page.getByRole('article').last()).toBeInViewport()
  await fatima.leave()
})

test('what was put back as unread waits behind a line, with since when', async ({ people, places }) => {
  const page = await people.become('adviser')
  await Room.enter(page, places.room)
  const tenth = page.getByRole('article').nth(-3)
  const more = tenth.getByLabel(/^Meer over bijdrage/)
  await more.click()
  await tenth.getByRole('button', { name: 'Ongelezen vanaf hier' }).click()
  await expect(page.getByText('Vanaf hier staat alles weer als ongelezen.').first()).toBeVisible()
  await page.reload()
  const line = page.getByRole('heading', { name: /nieuwe bijdrage(n sinds| van) / })
  await expect(line).toBeInViewport()
})
