// Coming back to a conversation of which everything was read.
import type { Page } from '@playwright/test'
import { call } from '../fixtures/api.ts'
import { circle } from '../fixtures/circle.ts'
import { expect, test } from '../fixtures/test.ts'

/** What this browser keeps of where somebody was. */
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('np-places') ?? '')

test('one comes back to where one left off, to what is new when there is something, and at the end to the end', async ({ people }, info) => {
  test.slow()
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { thread } = await circle(joost, fatima, `Waar was ik ${info.project.name}`, 'Bijdrage nummer 1.')
  const posts = `/v1/tenants/ess/threads/${thread}/posts`
  const say = (number: number) => call(joost, 'POST', posts, { body: `Bijdrage nummer ${String(number)}.\n\nMet een tweede alinea, zodat er iets te lezen is.` })
  for (let number = 2; number <= 30; number++) await say(number)
  const readAll = (last: number) => call(fatima, 'PUT', `/v1/tenants/ess/threads/${thread}/read-ranges`, { ranges: [[1, last]] })
  await readAll(30)
  const room = `/o/ess/gesprekken/${thread}`
  const post = (number: number) => fatima.locator(`[data-seq="${String(number)}"]`)

  await test.step('all was read, and nowhere was left: at the newest', async () => {
    await fatima.goto(room)
    await expect(post(30)).toBeInViewport()
  })
  await test.step('somewhere above', async () => {
    await post(12).evaluate((it) => it.scrollIntoView({ block: 'start', behavior: 'instant' }))
    await expect(post(30)).not.toBeInViewport()
    await expect.poll(() => kept(fatima)).toMatch(new RegExp(`${thread}",12\\]`))
    await fatima.getByRole('link', { name: 'Overzicht' }).first().click()
    await expect(fatima.getByRole('heading', { level: 1, name: /^Dag/ })).toBeVisible()
    await fatima.goto(room)
    await expect(post(12)).toBeInViewport()
    await expect(post(30)).not.toBeInViewport()
    await fatima.reload()
    await expect(post(12)).toBeInViewport()
  })
  await test.step('on another device it begins at the newest', async () => {
    const elsewhere = await people.become('citizen')
    await elsewhere.goto(room)
    await expect(elsewhere.locator('[data-seq="30"]')).toBeInViewport()
  })
  await test.step('an address with a post wins', async () => {
    await fatima.goto('/overzicht')
    await fatima.goto(`${room}#3`)
    await expect(post(3)).toBeInViewport()
    await fatima.goto('/overzicht')
  })
  await test.step('what is new wins', async () => {
    await say(31)
    await fatima.goto(room)
    await expect(post(31)).toBeInViewport()
    await readAll(31)
  })
  await test.step('who was at the end comes back there', async () => {
    await fatima.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
    await expect.poll(() => kept(fatima)).not.toContain(thread)
    await fatima.goto('/overzicht')
    await fatima.goto(room)
    await expect(post(31)).toBeInViewport()
  })
})
