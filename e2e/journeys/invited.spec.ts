// A stranger is asked by a municipality, proves the address, comes in and speaks.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

type List = { items: { id: string; title: string }[] }

/** The way to the issue that the demo's municipality is busy with. */
async function square(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/v1/tenants/zaanrade/issues')).json()) as List
  const issue = items.find((it) => it.title === 'Van wie is het Sluisplein?')
  if (issue === undefined) throw new Error('The demo has no square')
  return `/o/zaanrade/opgaven/${issue.id}`
}

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** What lies over the field for addresses, or nothing. */
function covered(page: Page): Promise<string> {
  return page.getByLabel(/^E.mailadressen/).evaluate((field) => {
    field.scrollIntoView({ block: 'center' })
    const { left, top, right, bottom } = field.getBoundingClientRect()
    const places = [left + 20, (left + right) / 2, right - 20].flatMap((x) => [top + 20, bottom - 20].map((y) => [x, y] as const))
    return places.map(([x, y]) => document.elementFromPoint(x, y)).find((there) => there !== field)?.outerHTML.slice(0, 160) ?? ''
  })
}

test('a stranger is invited, proves the address, accepts in two steps and speaks', async ({ people, mailbox }, info) => {
  const address = `nieuw.${info.project.name}@example.org`
  const marieke = await people.enter('municipality')
  const issue = await square(marieke)
  await marieke.goto(issue)
  await marieke.getByRole('link', { name: 'Mensen uitnodigen' }).click()
  await expect(marieke.getByRole('heading', { level: 1 })).toHaveText('Mensen uitnodigen')
  await expect(marieke.getByRole('group', { name: 'Mensen die hierbij passen' }).getByText(/Weet van|Volgt|Thuis in/).first()).toBeVisible()
  await marieke.getByRole('button', { name: 'Uitnodiging sturen' }).click()
  await expect(marieke.getByLabel(/^E.mailadressen/)).toHaveAttribute('aria-invalid', 'true')
  await looksRight(marieke)
  await test.step('nothing lies over the field, nor with letters twice as large', async () => {
    expect(await covered(marieke)).toBe('')
    const before = marieke.viewportSize()
    await marieke.setViewportSize({ width: 640, height: 800 })
    await marieke.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await covered(marieke)).toBe('')
    await expectNoSidewaysScroll(marieke)
    await marieke.evaluate(() => document.documentElement.style.removeProperty('font-size'))
    if (before) await marieke.setViewportSize(before)
  })
  await marieke.getByLabel(/^E.mailadressen/).fill(address)
  await marieke.getByLabel('Uw persoonlijke woorden').fill('U woont aan het plein. Denkt u mee?')
  await marieke.getByRole('button', { name: '1 uitnodiging sturen' }).click()
  await expect(marieke.getByText('de uitnodiging is verstuurd')).toBeVisible()
  const row = marieke.getByRole('listitem').filter({ hasText: address }).last()
  await expect(row.getByText('Verstuurd', { exact: true })).toBeVisible()

  const stranger = await people.stranger()
  const mail = await mailbox.next(address)
  expect(mail.subject).toContain('Marieke Dijkgraaf nodigt u uit')
  expect(mail.text).toContain('U woont aan het plein. Denkt u mee?')
  await stranger.goto('/demo/mail')
  await expect(stranger.getByText(address).first()).toBeVisible()
  const link = mail.links.find((it) => it.includes('/uitnodiging/')) ?? ''
  await stranger.goto(link)
  await expect(stranger.getByText('U woont aan het plein. Denkt u mee?')).toBeVisible()
  await expect(stranger.getByText('Marieke Dijkgraaf vraagt u, voor Gemeente Zaanrade', { exact: false })).toBeVisible()
  expect(await stranger.content()).not.toContain(address)
  await looksRight(stranger)

  await stranger.getByRole('button', { name: 'Stuur mij een code' }).click()
  const code = (await mailbox.next(address, ({ subject }) => /^\d{6}/.test(subject))).subject.slice(0, 6)
  await stranger.getByLabel('Code uit de mail').fill(code)
  await stranger.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(stranger.getByText('Stap 1 van 2')).toBeVisible()
  await looksRight(stranger)
  await stranger.getByLabel('Winkelier').check()
  await stranger.getByRole('button', { name: 'Verder' }).click()
  await expect(stranger.getByText('Stap 2 van 2')).toBeVisible()
  await looksRight(stranger)
  await stranger.getByLabel('Uw naam').fill('Nermin Kaya')
  await stranger.getByRole('button', { name: 'Ik doe mee' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Van wie is het Sluisplein?')

  const part = stranger.getByRole('region', { name: 'Hoe u meedoet' })
  await expect(part.getByText('Winkelier')).toBeVisible()
  await part.getByRole('button', { name: 'Aanpassen' }).click()
  await stranger.getByRole('dialog').getByLabel('Zeg ik liever niet').check()
  await looksRight(stranger)
  await stranger.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click()
  await expect(part.getByText('Zeg ik liever niet')).toBeVisible()

  await stranger.getByRole('link', { name: /avonds op het plein/ }).click()
  const words = `Ik woon hier elf jaar. (${info.project.name})`
  await stranger.getByRole('textbox', { name: 'Uw bijdrage' }).fill(words)
  await stranger.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await expect(stranger.getByText(words)).toBeVisible()

  await marieke.reload()
  await expect(marieke.getByRole('listitem').filter({ hasText: address }).last().getByText('Aangenomen', { exact: true })).toBeVisible()
  await looksRight(marieke)
})

test('whoever doubts an invitation checks it without its link', async ({ people, mailbox }, info) => {
  const address = `twijfel.${info.project.name}@example.org`
  const marieke = await people.enter('municipality')
  await marieke.goto(`${await square(marieke)}/uitnodigen`)
  await marieke.getByLabel(/^E.mailadressen/).fill(address)
  await marieke.getByRole('button', { name: '1 uitnodiging sturen' }).click()
  const mail = await mailbox.next(address)
  const stranger = await people.stranger()
  await stranger.goto('/controleren')
  await looksRight(stranger)
  await stranger.getByLabel('De link uit de mail').fill(mail.links.find((it) => it.includes('/uitnodiging/')) ?? '')
  await stranger.getByRole('button', { name: 'Controleren' }).click()
  await expect(stranger.getByRole('status').filter({ hasText: 'deze uitnodiging is echt' })).toContainText('Marieke Dijkgraaf')
  await stranger.getByLabel('De link uit de mail').fill('https://example.com/uitnodiging/nep')
  await stranger.getByRole('button', { name: 'Controleren' }).click()
  await expect(stranger.getByRole('alert')).toContainText('niet van ons')
  await looksRight(stranger)
})

test('from somebody in the directory to an invitation for an issue of mine', async ({ people }) => {
  const marieke = await people.enter('municipality')
  await marieke.goto('/o/zaanrade/mensen?q=Gwen')
  const gwen = marieke.getByRole('listitem').filter({ has: marieke.getByRole('heading', { name: 'Gwen Lieveld' }) })
  await looksRight(marieke)
  await gwen.getByRole('button', { name: 'Gwen Lieveld uitnodigen' }).click()
  await looksRight(marieke)
  await marieke.getByRole('dialog').getByRole('button', { name: 'Van wie is het Sluisplein?' }).click()
  await expect(marieke.getByRole('checkbox', { name: 'Gwen Lieveld' })).toBeChecked()
  await marieke.getByLabel('Uw persoonlijke woorden').fill('Nog niet af')
  await marieke.reload()
  await expect(marieke.getByLabel('Uw persoonlijke woorden')).toHaveValue('Nog niet af')
  await expect(marieke.getByRole('checkbox', { name: 'Gwen Lieveld' })).toBeChecked()
  await marieke.getByRole('checkbox', { name: 'Gwen Lieveld' }).uncheck()
  await expect(marieke.getByRole('checkbox', { name: 'Gwen Lieveld' })).toBeFocused()
  await marieke.getByLabel('Uw persoonlijke woorden').fill('')
})
