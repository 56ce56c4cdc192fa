import type { Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

const sheet = (page: Page) => page.getByRole('complementary', { name: 'Wie leest dit?' })

/** All that the sheet says, rule by rule, but for by which aliases people spoke by now. */
async function said(page: Page): Promise<string[]> {
  const rules = sheet(page).locator('details')
  if (!(await rules.evaluate((it) => (it as HTMLDetailsElement).open))) await rules.locator('summary').click()
  // The log, and who speaks, are there once the conversation is.
  const lines = await sheet(page).locator('> p').filter({ hasNot: page.locator('a, button') }).allInnerTexts()
  const own = lines.filter((line) => !line.startsWith('U schrijft'))
  return [...own, ...(await rules.locator('dl > div').allInnerTexts())].map((line) => line.replace(/ Hier spraken: .*\./, '').replace(/\s+/g, ' ').trim())
}

test('before the first post the whole sheet is there, the same as in the conversation that begins', async ({ people }, info) => {
  const joost = await people.become('adviser')
  await joost.goto('/o/ess')
  const form = { title: 'Wat geldt er hier?', coreQuestion: 'Wat moet men weten voor men spreekt?', whyNow: 'Nu.', whyOne: '', background: '', visibility: 'platform', regime: 'open', perspectives: [{ name: 'ouder', wanted: 2 }, { name: 'jongere', wanted: 2 }] }
  const { id } = await call<{ id: string }>(joost, 'POST', '/v1/tenants/ess/issues', form)
  await call(joost, 'POST', `/v1/tenants/ess/issues/${id}/_move`, { to: 'open' })

  for (const [rules, kind, first] of [
    ['Open gesprek', 'Vraag', false],
    ['Vertrouwd gesprek', 'Gesprek', true],
    ['Gesprek met schuilnamen', 'Ronde', false],
    ['Gesprek zonder namen', 'Gesprek', false],
  ] as const) {
    await joost.goto(`/o/ess/opgaven/${id}`)
    await joost.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
    await joost.getByLabel('Waar gaat dit gesprek over?').fill(`${rules}?`)
    await joost.getByRole('radio', { name: kind, exact: true }).check()
    await joost.getByRole('radio', { name: rules }).check()
    if (first) await joost.getByRole('checkbox', { name: 'Iemand leest elke bijdrage eerst' }).check()
    // Where people are not named it stands open; elsewhere it opens with a key.
    const open = sheet(joost).locator('details[open]')
    await expect(open).toHaveCount(rules.startsWith('Gesprek') ? 1 : 0)
    const field = joost.getByRole('textbox', { name: 'Eerste bijdrage' })
    const readers = rules === 'Open gesprek' ? 'Iedereen die is aangemeld op dit platform.' : 'Alleen de mensen die meedoen.'
    // Where nobody is named, a name in the text would be.
    const hint = rules.startsWith('Gesprek') ? 'Schrijf geen namen van mensen. Een naam in de tekst wordt niet verborgen. ' : ''
    await expect(field).toHaveAccessibleDescription(hint + readers)
    const ahead = await said(joost)
    expect(ahead.length).toBeGreaterThan(12)
    for (const width of [320, 390, 1280]) {
      await joost.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(joost)
      await info.attach(`${rules} ${String(width)}`, { body: await joost.screenshot({ fullPage: true }), contentType: 'image/png' })
    }
    await joost.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(joost)
    await expectLargeTargets(joost)
    await field.fill('Vertelt u maar.')
    if (rules === 'Gesprek zonder namen') {
      // What cannot go together is said, and nothing is lost.
      await joost.getByRole('radio', { name: 'Dilemma', exact: true }).check()
      await joost.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
      await expect(joost.getByText('Kies een andere soort, of andere regels.', { exact: false })).toBeInViewport()
      await expect(field).toHaveValue('Vertelt u maar.')
      await joost.getByRole('radio', { name: kind, exact: true }).check()
    }
    await joost.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
    await expect(joost.getByRole('heading', { level: 1 })).toHaveText(`${rules}?`)
    expect(await said(joost)).toEqual(ahead)
  }
})
