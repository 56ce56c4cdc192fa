import { expectAccessible } from '../fixtures/a11y.ts'
import { Room } from '../fixtures/room.ts'
import { settled } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

test('who comes by a link goes on to what is new, and to both ends', async ({ people, places }) => {
  const page = await people.become('adviser')
  await Room.enter(page, places.room)
  const posts = page.getByRole('article')
  await posts.nth(-3).getByLabel(/^Meer over bijdrage/).click()
  await posts.nth(-3).getByRole('button', { name: 'Ongelezen vanaf hier' }).click()
  await expect(page.getByText('Vanaf hier staat alles weer als ongelezen.').first()).toBeVisible()
  await page.goto('/overzicht')
  await page.goto(`${places.room}#7`)
  await expect(page.locator('[id="7"]')).toBeInViewport()
  const lead = page.getByRole('button', { name: /^Eerste nieuwe \(\d+\)$/ })
  await lead.click()
  const line = page.getByRole('heading', { name: /nieuwe bijdrage(n sinds| van) / })
  await expect(line).toBeInViewport()
  await expect(line).toBeFocused()
  await expect(lead).toHaveCount(0)
  await page.getByRole('button', { name: 'Naar de eerste bijdrage' }).click()
  await expect(page.locator('[id="1"]')).toBeInViewport()
  await expectAccessible(page)
  await page.keyboard.press('n')
  await expect(line).toBeFocused()
  await page.keyboard.press('Home')
  await expect(page.locator('[id="1"]')).toBeFocused()
  await page.keyboard.press('End')
  await expect(posts.last()).toBeFocused()
  await expect(line).toBeAttached()
})

test('following a quotation, one comes back to where one was', async ({ people, places }) => {
  const page = await people.become('citizen')
  await page.goto(`${places.room}#7`)
  await page.locator('[id="7"]').getByRole('link', { name: /^Antwoord aan/ }).click()
  await expect(page).not.toHaveURL(/#7$/)
  await page.goBack()
  await expect(page).toHaveURL(/#7$/)
  await expect(page.locator('[id="7"]')).toBeInViewport()
})

test('keys lead through a conversation and elsewhere, not while one types, and can be turned off', async ({ people, places }, info) => {
  const room = await Room.enter(await people.become('citizen'), `${places.room}#3`)
  const { page, field } = room
  await expect(page.locator('[id="3"]')).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.locator('[id="4"]')).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.locator('[id="3"]')).toBeFocused()
  await page.keyboard.press('r')
  await expect(field).toBeFocused()
  await page.keyboard.type('gn?')
  await expect(field).toHaveValue('gn?')
  await field.fill('')
  await field.blur()
  if (info.project.name !== 'phone') {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Instellingen voor gesprekken' })
    await expect(sheet.getByText('Naar uw meldingen')).toBeVisible()
    await expectAccessible(page)
    await sheet.getByLabel('Sneltoetsen gebruiken').uncheck()
    await page.keyboard.press('Escape')
    await page.locator('[id="3"]').focus()
    await page.keyboard.press('j')
    await expect(page.locator('[id="3"]')).toBeFocused()
    await page.getByRole('button', { name: 'Instellingen voor gesprekken' }).click()
    await sheet.getByLabel('Sneltoetsen gebruiken').check()
    await page.keyboard.press('Escape')
  }
  await page.locator('[id="3"]').focus()
  // Alone, n would lead to what is new here.
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/meldingen$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeFocused()
  if (info.project.name === 'phone') return
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible()
  await expectAccessible(page)
})

test('on paper a conversation is whole, says who may read it, and has nothing to press', async ({ people, places }) => {
  const page = await people.become('citizen')
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.goto(places.room)
  await settled(page)
  // By keyboard: under a pointer the button may move, when the line above what is new goes.
  await page.getByRole('button', { name: 'Afdrukken' }).press('Enter')
  await expect(page.getByText(/^Niet alle bijdragen kwamen door/)).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[id="1"]')).toBeVisible()
  await expect(page.getByText('Wie mag dit lezen: Alleen de mensen die meedoen.')).toBeVisible()
  await expect(page.getByText(/^Afgedrukt .* van http/)).toBeVisible()
  await expect(page.getByText(/^Dit zijn de bijdragen/)).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByText(/^(vandaag|gisteren)/).filter({ visible: true })).toHaveCount(0)
})

test('what changed in a contribution is told word by word, also where a link leads now', async ({ people, places }, info) => {
  const fatima = await Room.enter(await people.become('citizen'), places.room)
  const { page } = fatima
  const name = `(${info.project.name})`
  const plea = (benches: string, map: string) => `Zet er **${benches} bankjes** neer, zie de [kaart](${map}). ${name}\n\n${'Dit blijft zoals het is. '.repeat(30)}`
  const own = fatima.posts(`bankjes neer, zie de kaart. ${name}`)
  await fatima.say(plea('twee', 'https://zaanrade.nl/a'))
  await expect(fatima.outgoing).toHaveCount(0)
  const edit = async (text: string) => {
    await own.getByRole('button', { name: /^Bewerk bijdrage/ }).click()
    await page.locator('article textarea').fill(text)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await expect(page.locator('article textarea')).toHaveCount(0)
  }
  await edit(plea('drie', 'https://zaanrade.nl/a'))
  await edit(plea('drie', 'https://zaanrade.nl/b'))
  await edit(plea('drie', 'https://zaanrade.nl/b').replaceAll('**', '*'))
  const marieke = await Room.enter(await people.become('municipality'), places.room)
  await marieke.posts(`bankjes neer, zie de kaart. ${name}`).getByRole('button', { name: /^Bewerkt/ }).click()
  const sheet = marieke.page.getByRole('dialog', { name: /^Eerdere versies/ })
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(4)
  await expect(sheet.getByRole('insertion')).toHaveText([/https:\/\/zaanrade\.nl\/b/, /drie/])
  await expect(sheet.getByRole('deletion')).toHaveText([/https:\/\/zaanrade\.nl\/a/, /twee/])
  await expect(sheet.getByText('De woorden zijn hetzelfde. Alleen de opmaak of de bestanden zijn veranderd.')).toBeVisible()
  // What the end of the dialog happens to cover halfway is chance.
  await sheet.evaluate((dialog) => dialog.scrollTo({ top: dialog.scrollHeight, behavior: 'instant' }))
  await expectAccessible(marieke.page)
  const whole = sheet.getByRole('button', { name: /^Hele tekst van/ }).first()
  await expect(whole).toHaveAttribute('aria-pressed', 'false')
  const kept = sheet.getByText(/(Dit blijft zoals het is\. ?){30}/)
  await expect(kept).toHaveCount(1)
  await whole.click()
  await expect(kept).toHaveCount(2)
})
