// The same help while writing, wherever the words of a post are written.
import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { openRoom } from '../fixtures/demo.ts'
import { test } from '../fixtures/test.ts'

const ready = (page: Page) => page.waitForFunction(() => customElements.get('text-expander') !== undefined)

/** Types a sign with letters and takes the first thing that it may become, by keyboard. */
async function takes(field: Locator, typed: string, option: RegExp, becomes: RegExp): Promise<void> {
  const page = field.page()
  await field.fill('')
  await field.pressSequentially(typed)
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(option)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(field).toHaveValue(becomes)
}

async function hasAll(field: Locator): Promise<void> {
  await ready(field.page())
  await takes(field, '@linh', /^Linh Tran/, /^@Linh Tran $/)
  await takes(field, '#jon', /jon/i, /^\[.+\]\(http.+\) $/)
  await takes(field, ':duim', /duim/, /^\p{Emoji_Presentation}.* $/u)
  // While it is looked at, the field itself is hidden.
  const id = await field.getAttribute('id')
  const frame = field.page().locator('.np-editor').filter({ has: field.page().locator(`[id="${id ?? ''}"]`) })
  await field.fill('iets groots')
  await field.selectText()
  await field.press('Control+b')
  await expect(field).toHaveValue('**iets groots**')
  await frame.getByRole('button', { name: 'Voorbeeld' }).click()
  await expect(frame.locator('strong')).toHaveText('iets groots')
  await frame.getByRole('button', { name: 'Verder schrijven' }).click()
  await expectAccessible(field.page())
  for (const width of [320, 390, 1280]) {
    await field.page().setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(field.page())
    await expectLargeTargets(field.page())
  }
  await field.page().setViewportSize({ width: 390, height: 844 })
}

test('the first post, one that is changed and one that came back are written with the same editor', async ({ people }) => {
  test.slow()
  const joost = await people.enter('adviser')
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const { issue } = await openRoom(fatima, 'ess')

  await fatima.goto(`/o/ess/opgaven/${issue}`)
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await fatima.getByLabel('Waar gaat dit gesprek over?').fill('Eén manier van schrijven')
  const first = fatima.getByRole('textbox', { name: 'Eerste bijdrage' })
  await hasAll(first)
  // In a room where nobody is named no letter leaves the browser before it is sent.
  const left: string[] = []
  fatima.on('request', (request) => (/\/search|\/participants/.test(request.url()) ? left.push(request.url()) : undefined))
  await fatima.getByRole('radio', { name: 'Gesprek met schuilnamen' }).check()
  await first.fill('')
  await first.pressSequentially('Dag @linh, zie #plein')
  await expect(fatima.getByRole('listbox')).toHaveCount(0)
  await takes(first, ':duim', /duim/, /^\p{Emoji_Presentation}.* $/u)
  expect(left).toEqual([])
  await fatima.getByRole('radio', { name: 'Open gesprek' }).check()
  await first.fill('Vertel.')
  await first.press('Control+Enter')
  await expect(fatima.getByRole('heading', { level: 1 })).toHaveText('Eén manier van schrijven')
  const thread = new URL(fatima.url()).pathname.split('/').at(-1) ?? ''

  await fatima.getByRole('button', { name: /^Bewerk bijdrage/ }).click()
  const changed = fatima.locator('[data-seq="1"]').getByRole('textbox')
  await hasAll(changed)
  await changed.fill('Vertel het maar.')
  await changed.press('Control+Enter')
  await expect(fatima.getByRole('article').filter({ hasText: 'Vertel het maar.' })).toBeVisible()

  const { items: posts } = await call<{ items: { id: string }[] }>(fatima, 'GET', `/v1/tenants/ess/threads/${thread}/posts`)
  await call(rachid, 'POST', `/v1/tenants/ess/posts/${posts[0]?.id ?? ''}/reports`, { reason: 'house-rules', words: 'Dit kan anders.' })
  await joost.goto('/o/ess/modereren')
  await joost.getByRole('link', { name: /Eén manier van schrijven/ }).click()
  await joost.getByRole('button', { name: 'In behandeling nemen' }).click()
  await joost.getByRole('radio', { name: /^Terug/ }).check()
  await joost.getByLabel('Waarom?').fill('Zeg het anders.')
  await joost.getByLabel('Waarop rust dit?').selectOption('rules')
  await joost.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
  await joost.getByRole('button', { name: 'Beslissen' }).click()
  await joost.getByRole('button', { name: 'Ja, neem dit besluit' }).click()
  await expect(joost.getByText('Het besluit is genomen.').first()).toBeVisible()

  await fatima.goto('/gemeld')
  const form = fatima.locator('form').filter({ has: fatima.getByRole('button', { name: 'Bewaar en zet terug' }) }).first()
  const again = form.getByRole('textbox', { name: 'Uw bijdrage' })
  await hasAll(again)
  await again.fill('Vertel het **graag**.')
  await again.press('Control+Enter')
  await expect(fatima.getByText('Uw bijdrage staat er weer.').first()).toBeVisible()
  await fatima.goto(`/o/ess/gesprekken/${thread}`)
  await expect(fatima.getByRole('article').locator('strong')).toHaveText('graag')
})
