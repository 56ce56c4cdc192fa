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

test('a post is found by a word in it, by who may read it only, and linked where it stands', async ({ people, places }, info) => {
  const { page, field } = await Room.enter(await people.become('citizen'), places.room)
  const [, , tenant, , thread] = places.room.split('/')
  const { issue } = await call<{ issue: string }>(page, 'GET', `/v1/tenants/${tenant}/threads/${thread}`)
  const { id } = await call<{ id: string }>(page, 'POST', `/v1/tenants/${tenant}/issues/${issue}/threads`, { title: 'Over [de] steiger', body: 'Vertelt u maar.', regime: 'trusted' })
  await call(page, 'POST', `/v1/tenants/${tenant}/threads/${id}/posts`, { body: 'Ik zag een **knobbelzwaan** bij de steiger.' })
  const found = async (who: typeof page) => ((await (await who.request.get('/v1/search?q=knobbelzwaan&kind=post')).json()) as { items: unknown[] }).items.length
  await expect.poll(() => found(page)).toBe(1)

  await page.waitForFunction(() => customElements.get('text-expander') !== undefined)
  await field.pressSequentially('Zie #knobbelzwaan')
  const option = page.getByRole('listbox').getByRole('option')
  await expect(option).toHaveText(/^Ik zag een knobbelzwaan bij de steiger\. Over \[de\] steiger, bijdrage 2, Gemeente Zaanrade$/)
  await expectAccessible(page)
  await info.attach('found', { body: await page.screenshot(), contentType: 'image/png' })
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(new RegExp(`^Zie \\[Over de steiger, bijdrage 2\\]\\(http://localhost:\\d+/o/${tenant}/gesprekken/${id}#2\\) $`))
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await page.getByRole('link', { name: 'Over de steiger, bijdrage 2' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Over [de] steiger')
  await expect(page.getByRole('article').filter({ hasText: 'knobbelzwaan' })).toBeInViewport()

  // Whoever takes no part does not find what only they read.
  const other = await people.become('publisher')
  expect(await found(other)).toBe(0)
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
    if (request.url().includes('/search')) left.push(request.url())
  })
  await room.field.pressSequentially('Dag @jo, zie #plein')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  expect(left, 'no letter leaves the browser before it is sent').toEqual([])
  await room.field.fill('')
})

test('what one answers to is still known after the page was loaded again', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), `${places.room}#6`)
  const { page, field } = room
  await page.locator('[id="6"]').getByRole('button', { name: /^Antwoord op/ }).click()
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
