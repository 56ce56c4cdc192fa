// What somebody typed is still there, and theirs only, whatever happens to the answers, the session or the page.
import type { Page } from '@playwright/test'
import { holdBack } from '../fixtures/answers.ts'
import { call } from '../fixtures/api.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

/** Two journeys may write in the same browser's name: the texts of each are its own. */
const unique = (words: string) => `${words} ${String(Date.now())}`

test('what is typed before the server tells what it keeps stands after what was there', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await field.fill('Dit stond er al.')
  const comes = await holdBack(page, /\/v1\/me\/drafts/)
  await page.reload()
  await expect(field).toBeVisible()
  await field.press('End')
  await field.pressSequentially(' En dit erbij.')
  await comes()
  await expect(field).toHaveValue(/Dit stond er al\./)
  await expect(field).toHaveValue(/En dit erbij\./)
  await page.reload()
  await expect(field).toHaveValue(/Dit stond er al\..*En dit erbij\./s)
  await room.leave()
})

test('what was sent without an answer does not come back into the field as well', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  const words = unique('Verzonden zonder antwoord')
  await field.fill(words)
  await expect(page.getByText(/^Concept bewaard/)).toBeVisible({ timeout: 15_000 })
  await page.route(/\/posts$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await expect(room.outgoing).toContainText(words)
  await page.reload()
  await expect(room.outgoing).toContainText(words)
  await expect(field).toHaveValue('')
  await page.unroute(/\/posts$/)
  await expect(room.outgoing).toHaveCount(0, { timeout: 30_000 })
  await expect(field).toHaveValue('')
  await expect(room.posts(words)).toHaveCount(1)
  await room.leave()
})

/** What was just typed is where other tabs find it. */
const stored = (page: Page) => expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('np-just-typed')))).toEqual([])

test('a second tab goes on with what was typed in the first', async ({ people, places }) => {
  const first = await Room.enter(await people.become('citizen'), places.room)
  const second = await Room.enter(await first.page.context().newPage(), places.room)
  await first.field.fill('In het eerste venster.')
  await stored(first.page)
  await second.page.bringToFront()
  await second.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(second.field).toHaveValue('In het eerste venster.')
  await second.field.press('End')
  await second.field.pressSequentially(' En in het tweede.')
  await stored(second.page)
  await first.page.bringToFront()
  await first.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(first.field).toHaveValue('In het eerste venster. En in het tweede.')
  // What it keeps on the server when it goes is there before the first throws it away.
  await second.page.goto('/overzicht')
  const draft = `/v1/me/drafts/reply-${places.room.split('/').at(-1) ?? ''}`
  await expect.poll(async () => (await second.page.request.get(draft)).text()).toContain('En in het tweede.')
  await second.page.close()
  await first.leave()
})

test('what is typed in one tab is not put away by another that still asks the server', async ({ people, places }) => {
  const first = await Room.enter(await people.become('citizen'), places.room)
  const page = await first.page.context().newPage()
  const comes = await holdBack(page, /\/v1\/me\/drafts$/)
  const asked = page.waitForRequest(/\/v1\/me\/drafts$/)
  const second = await Room.enter(page, places.room)
  await asked
  await first.field.fill('Terwijl de ander nog vraagt.')
  await stored(first.page)
  const told = page.waitForResponse(/\/v1\/me\/drafts$/)
  await comes()
  await told
  await page.bringToFront()
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(second.field).toHaveValue('Terwijl de ander nog vraagt.')
  await first.page.bringToFront()
  await first.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(first.field).toHaveValue('Terwijl de ander nog vraagt.')
  await page.close()
  await first.leave()
})

test('a file that was removed without a connection does not come back', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page } = room
  const composer = page.getByRole('region', { name: 'Denk mee' })
  const list = composer.getByRole('list', { name: 'Bestanden die meegaan' })
  const chooser = page.waitForEvent('filechooser')
  await composer.getByRole('button', { name: 'Voeg een bestand toe' }).click()
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
  await (await chooser).setFiles([{ name: 'vergissing.pdf', mimeType: 'application/pdf', buffer: pdf }])
  await expect(list.getByRole('group', { name: 'vergissing.pdf' })).toBeVisible()
  await page.route(/\/files\//, (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()))
  await composer.getByRole('button', { name: 'vergissing.pdf verwijderen' }).click()
  await expect(list).toHaveCount(0)
  const again = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/files/'))
  await page.reload()
  await again
  await expect(room.field).toBeVisible()
  await expect(list).toHaveCount(0)
  // With a connection it goes by itself; which of the page's attempts arrived is no matter.
  await page.unroute(/\/files\//)
  await page.reload()
  const waiting = `/v1/tenants/zaanrade/threads/${places.room.split('/').at(-1) ?? ''}/files`
  await expect.poll(() => call<{ items: { name: string }[] }>(page, 'GET', waiting).then(({ items }) => items.map(({ name }) => name))).not.toContain('vergissing.pdf')
  await expect(list).toHaveCount(0)
})

test('what one person typed is not for the next one, in a tab that stayed open; it waits for its writer', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  await field.fill('Alleen van mij.')
  // Elsewhere in this browser somebody else comes in.
  const other = await page.context().newPage()
  await other.goto('/demo/in/rachid')
  await expect(page.getByRole('banner')).toContainText('Rachid')
  await expect(field).toHaveValue('')
  await other.goto('/demo/in/fatima')
  await expect(page.getByRole('banner')).toContainText('Fatima')
  await expect(field).toHaveValue('Alleen van mij.')
  await other.close()
  await room.leave()
})

test('who signs out in one tab leaves nothing on the screen of another, nor in the browser', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page } = room
  await room.field.fill('Nog niet klaar.')
  await stored(page)
  const other = await page.context().newPage()
  await other.goto('/overzicht')
  await other.locator('.np-header__account summary').click()
  await other.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page).toHaveURL(/\/aanmelden\?next=/)
  await expect(page.getByText('Nog niet klaar.')).toHaveCount(0)
  const kept = () => Object.keys(sessionStorage).filter((key) => key.startsWith('np-just-typed'))
  expect(await page.evaluate(kept)).toEqual([])
  await other.close()
})

test('what is sent when the session has ended goes out in no other name', async ({ people, places }) => {
  const room = await Room.enter(await people.become('citizen'), places.room)
  const { page, field } = room
  const words = unique('Van mij en niemand anders')
  await field.fill(words)
  await page.request.delete('/v1/me/sessions/_current')
  await expect(page.getByText('U bent afgemeld. Wat u schreef, is bewaard.')).toBeVisible({ timeout: 15_000 })
  // The session of the browser is somebody else's now; no page knows it before it is sent.
  const comes = await holdBack(page, /\/v1\/me$/)
  await page.request.get('/demo/in/rachid', { maxRedirects: 0 })
  await page.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await comes()
  await expect(page.getByRole('banner')).toContainText('Rachid')
  await expect(field).toHaveValue('')
  await expect(room.posts(words)).toHaveCount(0)
  await page.request.get('/demo/in/fatima', { maxRedirects: 0 })
  await page.reload()
  await expect(room.posts(words)).toHaveCount(1)
  await expect(room.outgoing).toHaveCount(0)
  await expect(room.posts(words)).toContainText('Fatima')
})

test('a conversation that is being begun is there after signing in again, with its title and what was chosen', async ({ people, places }) => {
  const page = await people.become('municipality')
  const text = page.getByLabel('Eerste bijdrage', { exact: true })
  const title = page.getByLabel('Waar gaat dit gesprek over?')
  await page.goto(places.issue)
  await page.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await title.fill('Waarover')
  await page.getByRole('radio', { name: 'Ronde' }).check()
  await text.fill('Voor het einde.')
  await page.request.delete('/v1/me/sessions/_current')
  await expect(page.getByText('U bent afgemeld. Wat u schreef, is bewaard.')).toBeVisible({ timeout: 15_000 })
  await title.fill('Waarover het gaat')
  await text.press('End')
  await text.pressSequentially(' En erna.')
  await page.request.get('/demo/in/zaanrade', { maxRedirects: 0 })
  await page.goto(places.issue)
  await expect(text).toHaveValue('Voor het einde. En erna.')
  await expect(title).toHaveValue('Waarover het gaat')
  await expect(page.getByRole('radio', { name: 'Ronde' })).toBeChecked()
  await text.fill('')
  await title.fill('')
})

test('a page of the organisation is kept while it is written, and shows what somebody else saved meanwhile', async ({ people }) => {
  const page = await people.become('municipality')
  const open = page.getByRole('button', { name: 'Huisregels', exact: true })
  const text = page.getByRole('textbox', { name: 'Huisregels', exact: true })
  await page.goto('/o/zaanrade/beheer')
  await open.click()
  await text.fill('Een begin van onze regels.')
  // Looked away and back.
  await page.goto('/overzicht')
  await page.goto('/o/zaanrade/beheer')
  await open.click()
  await expect(text).toHaveValue('Een begin van onze regels.')
  const other = await people.become('municipality')
  const address = '/v1/tenants/zaanrade/pages/house-rules'
  const etag = (await other.request.get(address)).headers()['etag'] ?? ''
  expect((await other.request.put(address, { data: { body: 'Van een ander.' }, headers: { 'If-Match': etag } })).ok()).toBe(true)
  const save = page.getByRole('listitem').filter({ has: text }).getByRole('button', { name: 'Opslaan' })
  await save.click()
  await expect(page.getByLabel('De tekst van de ander')).toHaveValue('Van een ander.')
  await expect(text).toHaveValue('Een begin van onze regels.')
  await save.click()
  await expect(page.locator('.np-toast')).toHaveText('Opgeslagen.')
  await page.reload()
  await open.click()
  await expect(text).toHaveValue('Een begin van onze regels.')
})

test('why an issue takes a step is kept until the step is taken', async ({ people }) => {
  const page = await people.become('municipality')
  await page.goto('/overzicht')
  const perspectives = ['Buurt', 'School'].map((name) => ({ id: null, name, experience: '', need: 'needed', wanted: 1 }))
  const asked = { title: unique('Een opgave met een reden'), coreQuestion: 'Wat nu?', whyNow: 'Het speelt.', visibility: 'public', regime: 'open', perspectives }
  const { id } = await call<{ id: string }>(page, 'POST', '/v1/tenants/zaanrade/issues', asked)
  await call(page, 'POST', `/v1/tenants/zaanrade/issues/${id}/_move`, { to: 'open' })
  await page.goto(`/o/zaanrade/opgaven/${id}`)
  const begin = async () => {
    await page.getByText('Meer acties').click()
    await page.getByRole('button', { name: 'Pauzeren' }).click()
  }
  await begin()
  const reason = page.getByRole('dialog').getByRole('textbox')
  await reason.fill('Wij wachten op het besluit van de raad.')
  await page.keyboard.press('Escape')
  await begin()
  await expect(reason).toHaveValue('Wij wachten op het besluit van de raad.')
  await page.reload()
  await begin()
  await expect(reason).toHaveValue('Wij wachten op het besluit van de raad.')
  await reason.fill('')
})

test('what waits in one tab is not pushed out by what is sent in another', async ({ people, places }) => {
  const first = await Room.enter(await people.become('citizen'), places.room)
  const context = first.page.context()
  const second = await Room.enter(await context.newPage(), places.room)
  await context.route(/\/posts$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  const [one, other] = [unique('Uit het eerste venster'), unique('Uit het tweede venster')]
  await first.say(one)
  await expect(first.outgoing).toContainText(one)
  await second.page.bringToFront()
  await second.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(second.outgoing).toHaveCount(1)
  await second.say(other)
  await expect(second.outgoing).toHaveCount(2)
  await first.page.close()
  await second.page.reload()
  await expect(second.outgoing).toHaveCount(2)
  await context.unroute(/\/posts$/)
  await expect(second.outgoing).toHaveCount(0, { timeout: 40_000 })
  await expect(second.posts(one)).toHaveCount(1)
  await expect(second.posts(other)).toHaveCount(1)
})
