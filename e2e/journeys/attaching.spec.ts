import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { keyboard } from '../fixtures/hands.ts'
import type { People } from '../fixtures/people.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

/** The smallest file that is a PDF to whoever looks inside. */
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
/** One grey dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64')

/** A fifth of a second of nothing, as MPEG-1 layer III. */
const silence = Buffer.concat(Array.from({ length: 8 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])))

/** Two people in a conversation of their own. */
async function meet(people: People, issue: string, title: string): Promise<[Room, Room]> {
  const marieke = await people.become('municipality')
  await marieke.goto(issue)
  const id = issue.split('/').at(-1) ?? ''
  const thread = await call<{ id: string }>(marieke, 'POST', `/v1/tenants/zaanrade/issues/${id}/threads`, { title, body: 'Laat maar zien.' })
  const address = `/o/zaanrade/gesprekken/${thread.id}`
  return [await Room.enter(await people.become('citizen'), address), await Room.enter(marieke, address)]
}

/** A picture as a camera makes it, carried over the page and let go, or pasted. */
async function bring(where: Locator, how: 'drop' | 'paste', name: string): Promise<void> {
  await where.evaluate(
    async (target, { how, name }) => {
      const canvas = document.createElement('canvas')
      canvas.width = 900
      canvas.height = 600
      const pen = canvas.getContext('2d')
      if (pen) {
        pen.fillStyle = '#7a9'
        pen.fillRect(0, 0, 900, 600)
        pen.fillStyle = '#234'
        pen.fillRect(430, 150, 30, 450)
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done))
      const carried = new DataTransfer()
      carried.items.add(new File([blob ?? ''], name, { type: 'image/png' }))
      if (how === 'paste') {
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))
        return
      }
      for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }))
    },
    { how, name },
  )
}

/** Takes a file away that waits, also on the server: a page that is loaded again asks there. */
async function takeAway(page: Page, name: string, within: Page | Locator = page): Promise<void> {
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.url().includes('/files/'))
  await within.getByRole('button', { name: `${name} verwijderen` }).click()
  await gone
}

const composer = (page: Page) => page.getByRole('region', { name: 'Denk mee' })
const waiting = (page: Page) => composer(page).getByRole('list', { name: 'Bestanden die meegaan' })
const lamp = 'Een lantaarn die niet brandt, naast een donker pad.'

async function expectFine(page: Page): Promise<void> {
  // What floats over a page comes to rest at its end.
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
  await expect(page.getByRole('button', { name: 'Schrijf mee' })).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await expectLargeTargets(page)
}

test('a picture is dropped or pasted, says what is to be seen, and the other sees it at once', async ({ people, places }, info) => {
  const [fatima, marieke] = await meet(people, places.issue, 'Donkere plekken')
  const { page } = fatima
  const mine = composer(page)
  await fatima.field.fill('Hier durf ik niet langs.')
  await mine.evaluate((target) => {
    const carried = new DataTransfer()
    carried.items.add(new File(['x'], 'x.png'))
    target.dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true }))
  })
  await expect(mine.getByText('Laat het bestand hier los om het toe te voegen.')).toBeVisible()
  await bring(mine, 'drop', 'lantaarn.png')
  await bring(fatima.field, 'paste', 'plakken.png')
  await expect(mine.getByText('Laat het bestand hier los')).toHaveCount(0)
  await expect(waiting(page).getByRole('listitem')).toHaveCount(2)
  const first = waiting(page).getByRole('group', { name: 'lantaarn.png' })
  const words = first.getByLabel('Wat staat er op de afbeelding?')

  await test.step('it is asked what is to be seen, where it is missing', async () => {
    await waiting(page).getByRole('group', { name: 'plakken.png' }).getByRole('checkbox', { name: /^Deze afbeelding vertelt niets/ }).check()
    await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
    await expect(words).toBeFocused()
    await expect(words).toHaveAccessibleDescription(/Beschrijf in woorden wat er op deze afbeelding staat/)
    await expect(fatima.field).toHaveValue('Hier durf ik niet langs.')
    await expectFine(page)
  })
  await words.fill(lamp)

  await test.step('nothing is lost when the page is loaded again', async () => {
    await page.reload()
    await expect(fatima.field).toHaveValue('Hier durf ik niet langs.')
    await expect(words).toHaveValue(lamp)
    await expect(waiting(page).getByRole('listitem')).toHaveCount(2)
    await expect(waiting(page).getByRole('checkbox', { checked: true })).toHaveCount(1)
  })
  await info.attach('composer', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await expectFine(page)
  await info.attach('composer, wide', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await page.setViewportSize({ width: 390, height: 844 })

  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await marieke.hears('Hier durf ik niet langs.')
  const post = marieke.posts('Hier durf ik niet langs.')
  const seen = post.getByRole('img', { name: lamp })
  await expect(seen).toBeVisible()
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900)
  await expect(post.getByRole('link', { name: 'plakken.png openen' })).toBeVisible()
  await expect(waiting(page)).toHaveCount(0)
  await expectFine(marieke.page)
  await info.attach('post', { body: await marieke.page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await marieke.page.setViewportSize({ width: 1280, height: 900 })
  await info.attach('post, wide', { body: await marieke.page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await marieke.page.emulateMedia({ media: 'print' })
  await expect(post.getByText(`lantaarn.png: ${lamp}`)).toBeVisible()
  await marieke.page.emulateMedia({ media: 'screen' })

  await test.step('what is taken back at once comes back with its files', async () => {
    await page.getByRole('button', { name: /Ongedaan maken/ }).click()
    await expect(fatima.field).toHaveValue('Hier durf ik niet langs.')
    await expect(words).toHaveValue(lamp)
    await expect(post).toHaveCount(0)
    await expect(waiting(page).getByRole('group')).toHaveCount(2)
    await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
    await marieke.hears('Hier durf ik niet langs.')
    await expect(seen).toBeVisible()
  })
})

test('with the keyboard one adds a document, is told what cannot be added, and takes one away again', async ({ people, places }, info) => {
  const [fatima, marieke] = await meet(people, places.issue, 'Het plan')
  const { page } = fatima
  await keyboard.write(fatima.field, 'Zie bladzijde twee.')
  const choose = async (files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const chooser = page.waitForEvent('filechooser')
    await keyboard.press(composer(page).getByRole('button', { name: 'Voeg een bestand toe' }))
    await (await chooser).setFiles(files)
  }
  await choose([{ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') }])
  const refused = waiting(page).getByRole('listitem').filter({ hasText: 'plan.pdf' })
  await expect(refused).toContainText('Dit soort bestand kan niet')
  await keyboard.press(page.getByRole('button', { name: 'Plaats bijdrage' }))
  await expect(composer(page).getByText('Een bestand kon er niet bij. Verwijder het, of probeer het opnieuw.')).toBeVisible()
  await expect(fatima.field).toHaveValue('Zie bladzijde twee.')
  await expectFine(page)
  await info.attach('refused', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await keyboard.press(page.getByRole('button', { name: 'plan.pdf verwijderen' }))
  await expect(composer(page).getByRole('button', { name: 'Voeg een bestand toe' })).toBeFocused()

  await choose([
    { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'stip.png', mimeType: 'image/png', buffer: dot },
  ])
  await keyboard.write(waiting(page).getByLabel('Wat is dit voor bestand?'), 'Het plan voor het plein.')
  await keyboard.press(waiting(page).getByRole('checkbox', { name: /^Deze afbeelding vertelt niets/ }))
  await keyboard.press(page.getByRole('button', { name: 'Plaats bijdrage' }))
  await marieke.hears('Zie bladzijde twee.')
  const post = marieke.posts('Zie bladzijde twee.')
  await expect(post.getByText('Het plan voor het plein.').first()).toBeVisible()
  await expect(post.getByText(/^PDF, .*opent in een nieuw tabblad$/)).toBeVisible()
  const answer = await marieke.page.request.get((await post.getByRole('link', { name: 'plan.pdf' }).getAttribute('href')) ?? '')
  expect(answer.headers()['content-disposition']).toContain('inline')

  await test.step('in an edit one goes, and the other gets other words', async () => {
    await keyboard.press(page.getByRole('button', { name: 'Bewerk bijdrage 2' }))
    const edited = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Opslaan' }) })
    await keyboard.press(edited.getByRole('button', { name: 'stip.png verwijderen' }))
    await edited.getByLabel('Wat is dit voor bestand?').fill('Het nieuwe plan.')
    await expectFine(page)
    await info.attach('edit', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
    await keyboard.press(edited.getByRole('button', { name: 'Opslaan' }))
    await expect(post.getByText('Het nieuwe plan.').first()).toBeVisible()
    await expect(post.getByRole('link', { name: 'stip.png openen' })).toHaveCount(0)
  })

  await test.step('who compares versions sees the file that went', async () => {
    await post.getByRole('button', { name: /^Bewerkt: eerdere versies/ }).click()
    const history = marieke.page.getByRole('dialog')
    await expect(history.getByText('Bestanden weggehaald: stip.png')).toBeVisible()
    await expect(history.getByRole('link', { name: 'stip.png openen' })).toBeVisible()
    await expectAccessible(marieke.page)
    await info.attach('versions', { body: await marieke.page.screenshot(), contentType: 'image/png' })
    await marieke.page.keyboard.press('Escape')
  })
  await expectFine(marieke.page)
  await info.attach('card', { body: await marieke.page.screenshot({ fullPage: true }), contentType: 'image/png' })
})

test('who tells by voice posts a recording, and writes down later what is said', async ({ people, places }, info) => {
  const [fatima, marieke] = await meet(people, places.issue, 'In eigen woorden')
  const { page } = fatima
  await fatima.field.fill('Luister maar.')
  const add = async (name: string) => {
    const chooser = page.waitForEvent('filechooser')
    await composer(page).getByRole('button', { name: 'Voeg een bestand toe' }).click()
    await (await chooser).setFiles([{ name, mimeType: 'audio/mpeg', buffer: silence }])
    await expect(waiting(page).getByRole('group', { name })).toBeVisible()
  }
  await add('vergissing.mp3')
  await add('verhaal.mp3')
  await takeAway(page, 'vergissing.mp3')
  await waiting(page).getByLabel('Wat wordt er gezegd?').fill('Toen liep ik om.')
  await expectFine(page)
  await info.attach('recording', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await page.reload()
  await expect(waiting(page).getByLabel('Wat wordt er gezegd?')).toHaveValue('Toen liep ik om.')
  await expect(waiting(page).getByRole('listitem')).toHaveCount(1)
  await waiting(page).getByLabel('Wat wordt er gezegd?').fill('')
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()

  await marieke.hears('Luister maar.')
  const post = marieke.posts('Luister maar.')
  await expect(post.getByLabel('verhaal.mp3', { exact: true })).toHaveJSProperty('tagName', 'AUDIO')
  await expect(post.getByText('Wat er gezegd wordt, is nog niet opgeschreven.')).toBeVisible()
  await expect(post.getByRole('button', { name: /^Schrijf op/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Schrijf op wat er gezegd wordt in verhaal.mp3' }).click()
  const said = page.getByRole('article').getByLabel('Wat wordt er gezegd?')
  await expect(said).toBeFocused()
  await said.fill('Toen liep ik om, want de lantaarns waren uit.')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  const written = post.locator('summary', { hasText: 'Wat er gezegd wordt' })
  await written.click()
  await expect(post.getByText('Toen liep ik om, want de lantaarns waren uit.').first()).toBeVisible()
  await expectFine(marieke.page)
  await info.attach('voice', { body: await marieke.page.screenshot({ fullPage: true }), contentType: 'image/png' })
})

test('a conversation begins with a picture, which waits with the words until it begins', async ({ people, places }, info) => {
  const page = await people.become('municipality')
  await page.goto(`${places.issue}?gesprek=talk`)
  const form = page.getByRole('form', { name: 'Nieuw gesprek beginnen' })
  const field = form.getByLabel('Eerste bijdrage')
  await field.fill('Kijk eens naar dit pad.')
  await bring(form, 'drop', 'pad.png')
  const there = form.getByRole('group', { name: 'pad.png' })
  await expect(there).toBeVisible()
  await bring(field, 'paste', 'weg.png')
  await takeAway(page, 'weg.png', form)
  await form.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  const words = there.getByLabel('Wat staat er op de afbeelding?')
  await expect(words).toBeFocused()
  await words.fill(lamp)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.reload()
  await expect(words).toHaveValue(lamp)
  await expect(field).toHaveValue('Kijk eens naar dit pad.')
  await expect(form.getByRole('listitem').filter({ hasText: 'weg.png' })).toHaveCount(0)
  await info.attach('new conversation', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })

  await test.step('where nobody learns who wrote what it does not go along', async () => {
    await form.getByRole('radio', { name: /^Gesprek met schuilnamen/ }).check()
    await expect(there).toHaveCount(0)
    await expect(form.getByText('In dit gesprek kunt u geen bestanden plaatsen.')).toBeVisible()
    await form.getByRole('radio', { name: /^(Open|Vertrouwd) gesprek/ }).first().check()
    await expect(words).toHaveValue(lamp)
  })
  await form.getByLabel('Waar gaat dit gesprek over?').fill('Een pad met een plaatje')
  await form.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  const first = page.getByRole('article').filter({ hasText: 'Kijk eens naar dit pad.' })
  await expect(first.getByRole('img', { name: lamp })).toBeVisible()
  await expectAccessible(page)
})

test('a room that hides who wrote what takes no files', async ({ people, places }) => {
  const joost = await people.become('adviser')
  await joost.goto(places.exploredIssue)
  const [tenant = '', issue = ''] = [places.exploredIssue.split('/')[2], places.exploredIssue.split('/').at(-1)]
  const thread = await call<{ id: string }>(joost, 'POST', `/v1/tenants/${tenant}/issues/${issue}/threads`, { title: 'Onder ons', body: 'Vertel.', regime: 'confidential' })
  const room = await Room.enter(joost, `/o/${tenant}/gesprekken/${thread.id}`)
  await expect(composer(room.page).getByRole('button', { name: 'Voeg een bestand toe' })).toHaveCount(0)
})
