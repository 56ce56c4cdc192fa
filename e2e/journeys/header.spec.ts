// The top of each page, on the smallest screen and with the largest letters, and how its window is called.
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

/** What of the header lies over something else in it, or is not whole on the screen. */
const amiss = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('.np-header :is(a, button, summary)')].filter((one) => one.checkVisibility() && one.closest('.np-menu__list') === null)
    const boxes = all.map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect() }))
    const aside = boxes.filter(({ box }) => box.left < 0 || box.right > innerWidth).map(({ name }) => `${name} is cut`)
    const over = boxes.flatMap(({ name, box }, at) =>
      boxes
        .slice(at + 1)
        .filter(({ box: other }) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1)
        .map((other) => `${name} and ${other.name}`),
    )
    return [...aside, ...over]
  })

test('on the smallest screen every page of an organisation is in sight', async ({ people }) => {
  const page = await people.become('municipality')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/o/zaanrade/opgaven')
  const links = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link')
  await expect(links.filter({ hasText: 'Agenda' })).toBeVisible()
  for (const link of await links.all()) {
    await expect(link).toBeInViewport({ ratio: 1 })
    expect(await link.evaluate((one) => one.closest('ul')?.scrollWidth === one.closest('ul')?.clientWidth)).toBe(true)
  }
  await expect.poll(() => amiss(page)).toEqual([])
})

test('on a phone a visitor finds the pages of an organisation in one row, in either language', async ({ people }) => {
  const page = await people.become('stranger')
  await page.goto('/o/zaanrade/opgaven')
  const links = page.getByRole('navigation').filter({ hasText: /Mensen|People/ }).getByRole('link')
  const rows = () => links.evaluateAll((all) => new Set(all.map((link) => link.getBoundingClientRect().top)).size)
  await expect(links).toHaveCount(4)
  expect(await rows()).toBe(1)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(links.filter({ hasText: 'People' })).toBeVisible()
  expect(await rows()).toBe(1)
  await expect.poll(() => amiss(page)).toEqual([])
})

for (const who of ['municipality', 'citizen', 'stranger'] as const) {
  test(`with letters twice as large the ${who} reads where they are`, async ({ people }) => {
    const page = await people.become(who)
    await page.setViewportSize({ width: 640, height: 900 })
    await page.goto('/o/zaanrade/opgaven')
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const name = page.getByRole('banner').getByText('Gemeente Zaanrade').first()
    await expect.poll(() => name.evaluate((one) => one.clientWidth > 140 && one.scrollHeight <= one.clientHeight + 1), 'the name can be read').toBe(true)
    await expect.poll(() => amiss(page)).toEqual([])
  })
}

test('after a change of page it can be seen where the keyboard is', async ({ people }) => {
  const page = await people.enter('citizen')
  const link = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Mensen' })
  await page.goto('/o/zaanrade/opgaven')
  await page.keyboard.press('Tab')
  await link.focus()
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 1, name: 'Mensen' })
  await expect(title).toBeFocused()
  await expect(title).toHaveCSS('outline', /solid 3px$/)
})

test('a window says of which issue or conversation its page is', async ({ people, places }) => {
  const page = await people.become('municipality')
  await page.goto(places.issue)
  const about = await page.getByRole('heading', { level: 1 }).innerText()
  for (const [part, name] of [['taken', 'Taken'], ['uitnodigen', 'Mensen uitnodigen'], ['bewerken', 'Opgave bewerken']] as const) {
    await page.goto(`${places.issue}/${part}`)
    await expect(page).toHaveTitle(`${name}: ${about} · Netwerkplatform`)
  }
  await page.goto('/zoeken?q=plein')
  await expect(page).toHaveTitle('Zoeken: plein · Netwerkplatform')
})
