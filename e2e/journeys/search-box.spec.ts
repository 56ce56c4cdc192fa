// What searching looks like differs on a wide screen: a box in the header that offers titles, and filters that stand open.
import { expectAccessible } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('filters stay in the address, come back with Back, and can be cleared', async ({ people }, info) => {
  const page = await people.enter('citizen')
  await page.goto('/zoeken?q=plein')
  const kinds = page.getByRole('list', { name: 'Waarin zoekt u?' })
  await kinds.getByRole('button', { name: /^Bijdragen/ }).click()
  await expect(page).toHaveURL(/kind=post/)
  await expect(kinds.getByRole('button', { name: /^Bijdragen/ })).toHaveAttribute('aria-pressed', 'true')
  // Beside the results they stand open; above them they are folded.
  if (info.project.name === 'phone') await page.getByText('Filters', { exact: true }).click()
  await page.getByLabel('Tot en met').fill('2020-01-01')
  await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  await expect(page).toHaveURL(/to=2020-01-01/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  await page.getByRole('button', { name: 'Zoek zonder filters' }).click()
  await expect(page).toHaveURL(/zoeken\?q=plein$/)
  await expect(page.getByRole('heading', { name: /resultaten$/ })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/to=2020-01-01/)
})

test('the key leads to search, titles are offered while typing, and everything works without a mouse', async ({ people }, info) => {
  const page = await people.enter('citizen')
  await page.goto('/overzicht')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('/')
  if (info.project.name === 'phone') {
    await expect(page).toHaveURL(/zoeken/)
    await expect(page.getByRole('searchbox', { name: 'Wat zoekt u?' })).toBeFocused()
    return
  }
  const box = page.getByRole('combobox', { name: 'Zoeken' })
  await expect(box).toBeFocused()
  await page.keyboard.type('sluispl')
  const titles = page.getByRole('listbox', { name: 'Titels die passen' })
  await expect(titles.getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  const first = titles.getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box, 'the focus stays in the field').toBeFocused()
  await page.keyboard.press('Escape')
  await expect(titles).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/zoeken\?q=sluispl/)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await page.getByLabel('Met de toets / naar zoeken').uncheck()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Wat zoekt u?' })).not.toBeFocused()
})
