// What somebody goes on with while an answer is on its way, and what somebody else did first.
import type { Page } from '@playwright/test'
import { holdBack } from '../fixtures/answers.ts'
import { call } from '../fixtures/api.ts'
import { circle } from '../fixtures/circle.ts'
import { openRoom } from '../fixtures/demo.ts'
import { expect, test } from '../fixtures/test.ts'

/** A conversation of its own in an issue of the municipality. */
async function opened(page: Page, issue: string, title: string): Promise<string> {
  await page.goto(issue)
  const { id } = await call<{ id: string }>(page, 'POST', `/v1/tenants/zaanrade/issues/${issue.split('/').at(-1) ?? ''}/threads`, { title, body: 'Vertelt u maar.' })
  return `/o/zaanrade/gesprekken/${id}`
}

test('what is typed on while a summary is being saved stays, and goes on from it', async ({ people, places }) => {
  const page = await people.become('adviser')
  const room = await opened(page, places.issue, 'Een trage samenvatting')
  await page.goto(`${room}/samenvatting`)
  const comes = await holdBack(page, /\/summary$/, 'changes')
  const text = page.getByLabel('Tekst van de samenvatting')
  const save = page.getByRole('button', { name: 'Zet boven het gesprek' })
  await text.fill('Er is licht nodig.')
  await save.click()
  await text.press('End')
  await text.pressSequentially(' En een bankje.')
  await comes()
  await expect(page.getByText('Versie 1,').first()).toBeVisible()
  await expect(text).toHaveValue('Er is licht nodig. En een bankje.')
  await page.reload()
  await expect(text).toHaveValue('Er is licht nodig. En een bankje.')
  await save.click()
  await expect(page.getByText('Versie 2,').first()).toBeVisible()
})

test('a subject that is typed while another is being set aside stays', async ({ people, places }) => {
  const page = await people.become('adviser')
  await page.goto(`${places.issue}/begeleiden`)
  const comes = await holdBack(page, /\/parked-subjects$/, 'changes')
  const subject = page.getByRole('textbox', { name: 'Onderwerp' })
  await subject.fill('De trage bushalte')
  await page.getByRole('button', { name: 'Parkeer', exact: true }).click()
  await subject.fill('De snelle trein')
  await comes()
  await expect(page.getByRole('listitem').filter({ hasText: 'De trage bushalte' })).toBeVisible()
  await expect(subject).toHaveValue('De snelle trein')
  await subject.fill('')
})

test('an address that is typed while others are being invited stays, and nobody is asked twice', async ({ people, places }) => {
  const page = await people.become('municipality')
  await page.goto(`${places.issue}/uitnodigen`)
  const comes = await holdBack(page, /\/invitations$/, 'changes')
  const addresses = page.getByLabel(/^E.mailadressen/)
  await addresses.fill('traag.een@example.org')
  await page.getByRole('button', { name: '1 uitnodiging sturen' }).click()
  await addresses.fill('traag.een@example.org\ntraag.twee@example.org')
  await comes()
  await expect(page.getByText('de uitnodiging is verstuurd')).toBeVisible()
  await expect(addresses).toHaveValue('traag.twee@example.org')
  await addresses.fill('')
})

test('the same words asked again are looked for again', async ({ people, places }) => {
  const page = await people.become('citizen')
  const word = 'Waterlelievijver'
  await page.goto(`/zoeken?q=${word}`)
  await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  const other = await people.become('municipality')
  await opened(other, places.issue, `${word} op het plein`)
  const found = page.getByRole('main').getByRole('listitem').filter({ hasText: word })
  await expect(async () => {
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await expect(found.first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
})

test('what somebody else took in hand meanwhile is said, and what was typed waits', async ({ people, mailbox }) => {
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const { thread } = await openRoom(fatima, 'ess')
  const { id, seq } = await call<{ id: string; seq: number }>(fatima, 'POST', `/v1/tenants/ess/threads/${thread}/posts`, { body: 'Een bijdrage die twee mensen bekijken.' })
  await call(rachid, 'POST', `/v1/tenants/ess/posts/${id}/reports`, { reason: 'house-rules', words: 'Kijk hier eens naar.' })

  const joost = await people.enter('adviser')
  await joost.goto('/o/ess/modereren')
  await joost.getByRole('link', { name: new RegExp(`^Bijdrage ${String(seq)} in`) }).first().click()
  const take = joost.getByRole('button', { name: 'In behandeling nemen' })
  await take.click()
  await joost.getByRole('radio', { name: 'Blijft staan' }).check()
  await joost.getByLabel('Waarom?').fill('Dit mag iemand zeggen.')

  // He let go of it in another tab, and a colleague decided.
  const cases = `/v1/tenants/ess/moderation-cases/${new URL(joost.url()).pathname.split('/').at(-1) ?? ''}`
  await call(joost, 'POST', `${cases}/_release`)
  const bilal = await people.byMail(mailbox, 'bilal@example.org')
  await bilal.goto('/overzicht')
  await call(bilal, 'POST', `${cases}/_claim`)
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await expect(joost.getByText('U hebt dit niet meer in behandeling.', { exact: false })).toBeVisible()
  await expect(joost.getByText(/heeft dit in behandeling|Iemand anders/).first()).toBeVisible()
  await expect(joost.getByRole('button', { name: 'Beslissen' })).toHaveCount(0)
  await call(bilal, 'POST', `${cases}/_release`)
  await joost.reload()
  await take.click()
  await expect(joost.getByLabel('Waarom?')).toHaveValue('Dit mag iemand zeggen.')
  await call(joost, 'POST', `${cases}/_release`)
})

test('an act that is refused after one looked away says so', async ({ people }) => {
  const page = await people.enter('municipality')
  await page.goto('/overzicht')
  const perspectives = ['Buurt', 'School'].map((name) => ({ id: null, name, experience: '', need: 'needed', wanted: 1 }))
  const asked = { title: 'Een opgave met een trage golf', coreQuestion: 'Wie vragen we?', whyNow: 'Het speelt.', visibility: 'invited', regime: 'trusted', perspectives }
  const { id } = await call<{ id: string }>(page, 'POST', '/v1/tenants/zaanrade/issues', asked)
  await call(page, 'POST', `/v1/tenants/zaanrade/issues/${id}/_move`, { to: 'open' })
  const invitees = ['een', 'twee'].map((name) => ({ email: `trage.golf.${name}@example.org` }))
  await call(page, 'POST', `/v1/tenants/zaanrade/issues/${id}/wave-plans`, { size: 1, waitDays: 7, invitees })
  await page.goto(`/o/zaanrade/opgaven/${id}/uitnodigen`)
  let refuse: () => void = () => undefined
  const looksAway = new Promise<void>((away) => (refuse = away))
  await page.route(/_stop$/, async (route) => {
    await looksAway
    await route.abort()
  })
  await page.getByRole('button', { name: 'Stoppen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stoppen' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  refuse()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
})

test('a task that is given while the overview is open stands there', async ({ people }) => {
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const { network, thread } = await circle(joost, fatima, 'Netwerk met een late taak', 'Wie bespreekt de zaal?')
  await fatima.goto('/overzicht')
  await expect(fatima.getByRole('heading', { name: 'Waar u aan meedoet' })).toBeVisible()
  const { items } = await call<{ items: { id: string }[] }>(joost, 'GET', `/v1/tenants/ess/threads/${thread}/posts`)
  const inside = await call<{ items: { person: string; name: string }[] }>(joost, 'GET', `/v1/tenants/ess/issues/${network}/participants`)
  const person = inside.items.find(({ name }) => name.startsWith('Fatima'))?.person
  await call(joost, 'POST', `/v1/tenants/ess/posts/${items[0]?.id ?? ''}/tasks`, { what: 'De late zaal bespreken', doer: 'person', person, dueAt: null })
  await expect(fatima.getByRole('link', { name: 'De late zaal bespreken' })).toBeVisible({ timeout: 15_000 })
})
