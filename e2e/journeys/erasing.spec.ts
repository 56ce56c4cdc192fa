import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { signInByCode } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

test('who wants to be erased reads what goes, proves it by a code, and stops it with one click', async ({ people, mailbox }, info) => {
  const address = `weg-${info.project.name}@example.org`
  const page = await people.stranger()
  await signInByCode(page, mailbox, address)
  await page.goto('/mijn-gegevens')
  await page.getByRole('link', { name: 'Bekijk wat er dan gebeurt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alles van mij wissen')
  await expect(page.getByText('AVG, artikel 17, lid 3', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await expect(page.getByRole('radio', { name: 'Laat mijn bijdragen staan, zonder mijn naam' })).toBeChecked()
  await page.getByRole('radio', { name: 'Wis ook wat ik schreef' }).check()
  await page.getByRole('button', { name: 'Mail mij een code' }).click()
  const field = page.getByLabel('Code uit de mail')
  await expect(field).toBeFocused()
  const mail = await mailbox.next(address, ({ subject }) => /om uw gegevens te laten wissen/.test(subject))
  const code = mail.subject.slice(0, 6)
  await field.fill(code === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Wis alles van mij' }).click()
  await expect(page.getByText('Deze code klopt niet.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await field.fill(code)
  await page.getByRole('button', { name: 'Wis alles van mij' }).click()
  await expect(page.getByText(/^Op .* wissen we alles van u\.$/)).toBeVisible()
  await expect(page.getByText('Ook wat u schreef in gesprekken met namen verdwijnt.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await mailbox.next(address, ({ subject }) => subject === 'Over zeven dagen worden uw gegevens gewist')

  await page.goto('/overzicht')
  await page.getByRole('button', { name: 'Toch niet: stop het wissen' }).click()
  await expect(page.getByText('Gestopt. Er wordt niets gewist.').last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Toch niet: stop het wissen' })).toHaveCount(0)
  await mailbox.next(address, ({ subject }) => subject === 'Uw gegevens worden niet gewist')
  await page.goto('/mijn-gegevens/wissen')
  await expect(page.getByRole('button', { name: 'Mail mij een code' })).toBeVisible()
})

test('who owns an organisation alone is led to handing it over', async ({ people, mailbox }) => {
  const owner = await people.byMail(mailbox, 'elise@example.org')
  await owner.goto('/mijn-gegevens/wissen')
  await owner.getByRole('link', { name: /overdragen$/ }).first().click()
  await expect(owner).toHaveURL(/\/overdragen$/)
  await owner.goBack()
  await expect(owner.getByText('U bent de enige eigenaar.', { exact: false })).toBeVisible()
  await expect(owner.getByRole('button', { name: 'Mail mij een code' })).toHaveCount(0)
  await expectAccessible(owner)
})
