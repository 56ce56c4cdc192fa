// While one writes: naming somebody in the room, pointing to what can be found, a sign; and an answer that is kept.
import { expectAccessible } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

test('who is named is chosen by keyboard among the people of the room, and hears it', async ({ people, places }) => {
  const room = await Room.enter(await people.become('municipality'), places.room)
  const { page, field } = room
  await page.waitForFunction(() => customElements.get('text-expander') !== undefined)
  await field.pressSequentially('Dag @fat')
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option')).toHaveText([/^Fatima/])
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^Dag @Fatima\S* $|^Dag @Fatima [A-Z].* $/)
  await expect(list).toHaveCount(0)
  await field.pressSequentially('wat denk jij?')
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await expect(room.outgoing).toHaveCount(0)
  const fatima = await people.become('citizen')
  await expect
    .poll(async () => {
      const { items } = (await (await fatima.request.get('/v1/me/notifications')).json()) as { items: { reason: string }[] }
      return items.some(({ reason }) => reason === 'you-are-named')
    })
    .toBe(true)
  await fatima.goto('/meldingen')
  await expect(fatima.getByText('iemand u noemt').first()).toBeVisible()
})

test('what can be found is linked by its name, a sign comes by its word, and Escape leaves the text alone', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await page.waitForFunction(() => customElements.get('text-expander') !== undefined)
  await field.pressSequentially('Zie #jon')
  const option = page.getByRole('option').first()
  await expect(option).toBeVisible()
  await option.click()
  await expect(field).toHaveValue(/^Zie \[.+\]\(http:\/\/localhost:\d+\/.+\) $/)
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('Zie #jon')
  await field.fill('')
  await field.pressSequentially('Mooi :duim')
  await expect(page.getByRole('option', { name: /duim omhoog/ })).toBeVisible()
  await page.getByRole('option', { name: /duim omhoog/ }).click()
  await expect(field).toHaveValue('Mooi 👍️ ')
  await field.fill('')
  await field.pressSequentially('Vraag @fat')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(field).toHaveValue('Vraag @fat')
  await room.leave()
})

test('in a room with aliases nobody can be named, and no letter is looked up', async ({ people, places }) => {
  const page = await people.become('adviser')
  await page.goto(places.exploredIssue)
  const [, , tenant, , issue] = places.exploredIssue.split('/')
  const { id } = await call<{ id: string }>(page, 'POST', `/v1/tenants/${tenant}/issues/${issue}/threads`, { title: 'Zonder namen', body: 'Vertelt u maar.', regime: 'confidential' })
  const room = await Room.enter(page, `/o/${tenant}/gesprekken/${id}`)
  await page.waitForFunction(() => customElements.get('text-expander') !== undefined)
  await room.field.pressSequentially(':duim')
  await expect(page.getByRole('option').first()).toBeVisible()
  await room.field.fill('')
  const left: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/_suggest')) left.push(request.url())
  })
  await room.field.pressSequentially('Dag @jo, zie #plein')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  expect(left, 'no letter leaves the browser before it is sent').toEqual([])
  await room.field.fill('')
})

test('what one answers to is still known after the page was loaded again', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), `${places.room}#6`)
  const { page, field } = room
  await page.locator('[id="6"]').getByRole('button', { name: /^Citeer/ }).click()
  await field.fill('Daar wil ik iets over zeggen.')
  await page.reload()
  await expect(field).toHaveValue('Daar wil ik iets over zeggen.')
  await expect(page.getByRole('link', { name: /U antwoordt op bijdrage 6/ })).toBeVisible()
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await expect(room.outgoing).toHaveCount(0)
  await expect(room.posts('Daar wil ik iets over zeggen.').getByRole('link', { name: /^Antwoord aan/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: /U antwoordt op bijdrage/ })).toHaveCount(0)
})
