import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

/** The smallest file that is a PDF to whoever looks inside. */
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
/** One grey dot. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64')

test('a publisher makes a knowledge product with files, and a follower of its theme hears of it', async ({ people, mailbox }, info) => {
  const noor = await people.enter('publisher')
  const title = `Praten bij de heg (${info.project.name})`
  const fine = async () => {
    await expectAccessible(noor)
    await expectNoSidewaysScroll(noor)
  }
  await noor.goto('/o/ess/kennis')
  await fine()
  await noor.getByRole('link', { name: 'Nieuw kennisproduct' }).click()
  await noor.getByLabel('Soort').selectOption('Voorbeeld')
  await noor.getByLabel('Titel', { exact: true }).fill(title)
  await fine()
  await noor.getByRole('button', { name: 'Begin' }).click()
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText('Kennisproduct schrijven')

  await test.step('a file that cannot be kept says why, at the file', async () => {
    await noor.getByLabel('Bestanden toevoegen').setInputFiles([{ name: 'spel.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') }])
    await expect(noor.getByRole('listitem').filter({ hasText: 'spel.exe' })).toContainText('Kies een PDF, een ODT, een DOCX of een foto')
    await fine()
    await noor.getByRole('button', { name: 'spel.exe verwijderen' }).click()
  })
  await noor.getByLabel('Bestanden toevoegen').setInputFiles([
    { name: 'Kaart.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'heg.png', mimeType: 'image/png', buffer: picture },
  ])
  await expect(noor.getByRole('link', { name: 'Kaart.pdf' })).toBeVisible()
  await expect(noor.getByLabel('Wat staat er op de afbeelding?')).toBeVisible()
  await noor.getByLabel('Samenvatting').fill('Hoe twee straten weer met elkaar praatten.')
  await noor.getByLabel('Tekst', { exact: true }).fill('Het begon met **een schaar**.')

  await test.step('it goes to others only when it is whole', async () => {
    await noor.getByRole('button', { name: 'Publiceren' }).click()
    await expect(noor.getByRole('group', { name: 'Wat er nog niet klopt' })).toBeFocused()
    await expect(noor.getByRole('dialog')).toHaveCount(0)
    await fine()
  })
  await noor.getByLabel('Wat staat er op de afbeelding?').fill('Een lage heg tussen twee straten.')
  await noor.getByRole('group', { name: "Thema's" }).locator('summary').click()
  await noor.getByRole('checkbox', { name: 'Samenleven in de buurt' }).check()
  await noor.getByRole('button', { name: 'Opgaven en netwerken kiezen' }).click()
  await noor.getByRole('dialog').getByRole('checkbox').first().check()
  await fine()
  await noor.getByRole('button', { name: '1 kiezen', exact: true }).click()
  await noor.getByRole('button', { name: 'Publiceren' }).click()
  await noor.getByRole('dialog').getByRole('button', { name: 'Publiceren' }).click()
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText(title)
  await fine()
  await test.step('it stands on the shelf of what it came from', async () => {
    const product = noor.url()
    await noor.getByRole('main').locator('section', { hasText: 'Hieruit ontstaan' }).getByRole('link').click()
    const shelf = noor.getByRole('region', { name: /^Kennis uit (deze opgave|dit netwerk)$/ })
    await expect(shelf.getByRole('link', { name: title })).toBeVisible()
    await fine()
    await noor.goto(product)
  })

  const mail = await mailbox.next('marieke@example.net', ({ subject }) => subject === `Nieuw: ${title}`)
  for (const words of ['Hoe twee straten weer met elkaar praatten.', 'omdat u het thema ‘Samenleven in de buurt’ volgt']) {
    expect(mail.text.replace(/\s+/g, ' ')).toContain(words)
  }
  const page = mail.links.find((link) => link.includes('/kennis/')) ?? ''

  const visitor = await people.stranger()
  await visitor.goto(page)
  await expect(visitor.getByText('een schaar')).toBeVisible()
  await expect(visitor.getByRole('img', { name: 'Een lage heg tussen twee straten.' })).toBeVisible()
  const download = visitor.waitForEvent('download')
  await visitor.getByRole('link', { name: 'Kaart.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('Kaart.pdf')
  await expectAccessible(visitor)
  await expectNoSidewaysScroll(visitor)

  await test.step('readers keep this version until the next one is published', async () => {
    await noor.getByRole('link', { name: 'Nieuwe versie schrijven' }).click()
    await noor.getByLabel('Tekst', { exact: true }).fill('Het begon met een heggenschaar.')
    await expect(noor.locator('form').getByText(/^Opgeslagen om/)).toBeVisible()
    await visitor.reload()
    await expect(visitor.getByText('een schaar')).toBeVisible()
    await noor.getByRole('button', { name: 'Nieuwe versie publiceren' }).click()
    await noor.getByRole('dialog').getByRole('button', { name: 'Nieuwe versie publiceren' }).click()
    await expect(noor.getByRole('heading', { level: 1 })).toHaveText(title)
    await visitor.reload()
    await expect(visitor.getByText('heggenschaar')).toBeVisible()
    await expect(visitor.getByText('versie 2')).toBeVisible()
  })
  await test.step('and nobody once it is withdrawn', async () => {
    await noor.getByRole('button', { name: 'Intrekken' }).click()
    await noor.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click()
    await expect(noor.getByText('Alleen redacteuren zien het nog.')).toBeVisible()
    await visitor.reload()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet')
  })
})
