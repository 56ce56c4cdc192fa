import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { settled } from '../fixtures/pages.ts'
import { expect, test } from '../fixtures/test.ts'

test('a convener asks everybody on a list, and each mail says where the address came from', async ({ people, mailbox, places }) => {
  const joost = await people.enter('adviser')
  await joost.goto(`${places.issue}/uitnodigen`)
  await settled(joost)
  await joost.getByRole('button', { name: 'Kies of plak een lijst' }).click()
  const dialog = joost.getByRole('dialog')
  await dialog.getByLabel('Bestand (CSV)').setInputFiles({
    name: 'lijst.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('e-mail;taal;naam\nlijst-een@example.org;nl;Amina\n'),
  })
  await expect(dialog.getByLabel('Of plak de regels hier')).toHaveValue(/lijst-een@example.org/)
  await dialog.getByLabel('Waar komen deze adressen vandaan?').fill('u schreef zich in bij de wijkraad')
  await dialog.getByRole('button', { name: 'Vraag iedereen op de lijst' }).click()
  await expect(dialog.getByText('Er staat te veel in de lijst.', { exact: false })).toBeVisible()
  await expectAccessible(joost)
  await dialog.getByLabel('Of plak de regels hier').fill('lijst-een@example.org;nl\nlijst-twee@example.org;en\nhier staat niets')
  await dialog.getByRole('button', { name: 'Vraag iedereen op de lijst' }).click()
  await expect(joost.getByText('2 van de 3 regels: uitnodiging verstuurd')).toBeVisible()
  await expect(joost.getByText('Regel 3:', { exact: false })).toContainText('dit is geen e-mailadres')
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)

  const mail = await mailbox.next('lijst-een@example.org', ({ text }) => text.includes('u schreef zich in bij de wijkraad'))
  expect(mail.text).toContain('uw adres op een lijst staat')
  const english = await mailbox.next('lijst-twee@example.org', ({ text }) => text.includes('your address is on a list'))
  expect(english.text).toContain('u schreef zich in bij de wijkraad')
})
