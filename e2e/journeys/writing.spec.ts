import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/a11y.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

/** Pastes what was copied elsewhere, in the forms that a browser gives it. */
async function paste(page: Page, plain: string, html = ''): Promise<void> {
  await page.evaluate(
    ({ plain, html }) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      if (html !== '') data.setData('text/html', html)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { plain, html },
  )
}

test('a text is marked with keys and buttons, and the browser undoes it', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await field.click()
  await page.keyboard.type('Nog een idee')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+b')
  await expect(field).toHaveValue('**Nog een idee**')
  await page.keyboard.press('Control+i')
  await expect(field).toHaveValue('***Nog een idee***')
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('**Nog een idee**')
  await page.keyboard.press('Control+b')
  await expect(field).toHaveValue('Nog een idee')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('[Nog een idee](https://)')
  await page.keyboard.type('https://zaanrade.nl')
  await expect(field).toHaveValue('[Nog een idee](https://zaanrade.nl)')
  await room.leave()
})

test('lists go on by themselves, and end on an empty line', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await field.click()
  for (const line of ['Wat er nodig is:', '- bankjes', 'licht', '']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('Meer niet.')
  await expect(field).toHaveValue('Wat er nodig is:\n- bankjes\n- licht\n\nMeer niet.')
  await page.getByRole('button', { name: 'Voorbeeld' }).click()
  const preview = page.getByRole('region', { name: 'Voorbeeld' })
  await expect(preview.getByRole('listitem')).toHaveText(['bankjes', 'licht'])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Verder schrijven' }).click()
  // What was typed before the preview can still be undone after it.
  await field.focus()
  await page.keyboard.press('Control+z')
  await expect(field).not.toHaveValue(/Meer niet\.$/)
  await room.leave()
})

test('an address over words makes a link, and cells make a table', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await field.fill('Kijk op de kaart')
  await field.focus()
  await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(8, 16))
  await paste(page, 'https://zaanrade.nl/kaart')
  await expect(field).toHaveValue('Kijk op [de kaart](https://zaanrade.nl/kaart)')
  await paste(page, 'Plek\tUren\nPlein\t20\n')
  const table = '| Plek | Uren |\n| --- | --- |\n| Plein | 20 |\n\n'
  await expect(field).toHaveValue(`Kijk op [de kaart](https://zaanrade.nl/kaart)\n\n${table}`)
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('Kijk op [de kaart](https://zaanrade.nl/kaart)')
  await paste(page, 'x', '<table><tr><th>Plek</th><th>Uren</th></tr><tr><td>Plein</td><td>20</td></tr></table>')
  await page.getByRole('button', { name: 'Voorbeeld' }).click()
  await expect(page.getByRole('region', { name: 'Voorbeeld' }).getByRole('cell')).toHaveText(['Plein', '20'])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Verder schrijven' }).click()
  await room.leave()
})

test('the toolbar is one stop for Tab, arrows go through it, and nothing of it is out of reach', async ({ people, places }, info) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  const tools = page.getByRole('toolbar', { name: 'Opmaak' })
  await field.focus()
  // Back over the preview and what adds a file.
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Shift+Tab')
  await expect(tools.getByRole('button', { name: 'Vet' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  const last = tools.getByRole('button', { name: 'Citaat' })
  if (info.project.name === 'phone') {
    await expect(tools.getByRole('button', { name: 'Meer' })).toBeFocused()
    await expect(last).toBeHidden()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
  }
  await expect(last).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('> ')
  await expect(field).toBeFocused()
  // Back over the preview and what adds a file.
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Shift+Tab')
  await expect(tools.getByRole('button', { name: 'Vet' })).toBeFocused()
  await expectAccessible(page)
  await room.leave()
})

test('who writes much hears in time that it is enough', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  const words = (many: number) => 'woord '.repeat(many / 6).slice(0, many)
  await field.fill(words(1_200))
  await expect(page.getByText(/^Nog .* tekens?$/)).toHaveCount(0)
  await field.fill(words(19_200))
  await expect(page.getByText('Nog 800 tekens')).toBeVisible()
  await field.fill(`${words(19_998)}één`)
  await expect(page.getByText('1 teken te veel')).toBeVisible()
  await expectAccessible(page)
  await room.leave()
})

test('what is selected is quoted by key and by button, below what was typed, each with where it is from', async ({ people, places }, info) => {
  const room = await Room.enter(await people.become('citizen'), `${places.room}#7`)
  const { page, field } = room
  const passage = (seq: number) => page.locator(`[id="${String(seq)}"] .np-prose p`).last()
  const words = (seq: number) => passage(seq).innerText()
  await field.fill('Hier was ik mee bezig.')
  await passage(7).selectText()
  if (info.project.name === 'phone') await page.getByRole('button', { name: 'Antwoord op wat u koos' }).click()
  else {
    // Right behind what was selected, for the Tab key too.
    await page.locator('[id="7"]').focus()
    await passage(7).selectText()
    await page.keyboard.press('Tab')
    while (!(await page.getByRole('button', { name: 'Antwoord op wat u koos' }).evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
  }
  const first = `Hier was ik mee bezig.\n\n> ${await words(7)}\n\n`
  await expect(field).toHaveValue(first)
  await expect(field).toBeFocused()
  await field.blur()
  await passage(6).selectText()
  await page.keyboard.press('q')
  const link = `${new URL(page.url()).origin}${places.room}#6`
  await expect(field).toHaveValue(`${first.trimEnd()}\n\n> [Bijdrage 6](${link})\n>\n> ${await words(6)}\n\n`)
  await expect(page.getByRole('link', { name: /U antwoordt op bijdrage 7/ })).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue(first)
  await room.leave()
})
