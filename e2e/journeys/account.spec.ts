import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { codesTo, signInByCode, typeCode } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const password = 'kraan zondag fiets mosterd'

test('a second address, a password, and out everywhere: one still comes in', async ({ people, mailbox }, info) => {
  const [first, second] = [`eerst-${info.project.name}@example.org`, `tweede-${info.project.name}@example.org`]
  const page = await people.stranger()
  await signInByCode(page, mailbox, first)
  await page.goto('/instellingen/aanmelden')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanmelden en veiligheid')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByLabel('Nog een adres toevoegen').fill(second)
  await page.getByRole('button', { name: 'Stuur de code' }).click()
  const code = (await mailbox.next(second, ({ subject }) => /^Bevestig dit adres/.test(subject))).subject.slice(-6)
  await page.getByLabel('Code uit de mail').fill(code === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Bevestig dit adres' }).click()
  await expect(page.getByText('Deze code klopt niet.', { exact: false })).toBeVisible()
  await page.getByLabel('Code uit de mail').fill(code)
  await page.getByRole('button', { name: 'Bevestig dit adres' }).click()
  await page.getByRole('button', { name: `Stuur mijn mail naar ${second}` }).click()
  const row = page.getByRole('listitem').filter({ hasText: second })
  await expect(row.getByText('Hier gaat uw mail naartoe')).toBeVisible()
  await mailbox.next(first, ({ subject }) => subject === 'Uw e-mailadressen zijn veranderd')

  await page.getByRole('button', { name: 'Stel een wachtwoord in' }).click()
  const wanted = page.getByLabel('Nieuw wachtwoord')
  await wanted.fill('welkom')
  await expect(page.getByText(/Sterkte: .*zwak\. Gebruik ten minste 12 tekens\./)).toBeVisible()
  await wanted.fill(password)
  await expect(page.getByText(/Sterkte: (zeer )?sterk\./)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Wachtwoord opslaan' }).click()
  await expect(page.getByText('U hebt een wachtwoord ingesteld.', { exact: false })).toBeVisible()

  const elsewhere = await people.stranger()
  await signInByCode(elsewhere, mailbox, second)
  await page.getByRole('button', { name: 'Overal afmelden' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Overal afmelden' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Aanmelden', exact: true })).toBeVisible()
  expect((await elsewhere.request.get('/v1/me')).status()).toBe(401)

  await page.goto('/aanmelden?next=/profiel')
  await page.getByRole('button', { name: 'Aanmelden met een wachtwoord' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanmelden met een wachtwoord')
  await expectAccessible(page)
  await page.getByLabel(/^Uw e.mailadres/).fill(second)
  await page.getByLabel('Uw wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
  await expect(page).toHaveURL(/\/profiel$/)
})

test('a session that ends while somebody types leads, by a code, back to the same text', async ({ people, mailbox, places }, info) => {
  const page = await people.enter('citizen')
  await page.goto(places.room)
  const field = page.getByRole('textbox', { name: 'Uw bijdrage' })
  const words = `Wat ik nog wilde zeggen (${info.project.name})`
  await field.fill(words)
  await page.request.delete('/v1/me/sessions/_current')
  await page.getByRole('textbox', { name: 'Uw bijdrage' }).pressSequentially('.')
  await expect(page.getByText('U bent afgemeld. Wat u schreef, is bewaard.')).toBeVisible({ timeout: 15_000 })
  await page.getByRole('link', { name: 'Opnieuw aanmelden' }).click()
  await expect(page).toHaveURL(/\/aanmelden\?next=/)
  await page.getByLabel(/^Uw e.mailadres/).fill('fatima@example.org')
  const before = await codesTo(mailbox, 'fatima@example.org')
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  await typeCode(page, mailbox, 'fatima@example.org', before)
  await expect(page).toHaveURL(new RegExp(places.room))
  await expect(field).toHaveValue(`${words}.`)
  await field.fill('')
})
