// A citizen proposes an issue, hears why not, proposes again, and sees it open.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

test('a citizen proposes, reads why not, proposes again, and a convener takes it over', async ({ people, mailbox }, info) => {
  const title = `Een bankje bij de bushalte (${info.project.name})`
  const reason = 'Bankjes regelt het wijkteam. Vertel waarom dit meer is dan een bankje.'
  const fatima = await people.enter('citizen')
  await fatima.goto('/o/zaanrade/opgaven')
  await fatima.getByRole('link', { name: 'Stel een opgave voor' }).click()
  // What is there already is shown before it is written again.
  await fatima.getByLabel('Titel', { exact: true }).fill('Een verzonnen bericht in de buurt')
  await expect(fatima.getByRole('heading', { name: /^Gaat (deze opgave|een van deze opgaven) hier al over\?$/ })).toBeVisible()
  await expect(fatima.getByRole('link', { name: /Een verzonnen bericht zet je buurt op scherp/ })).toBeVisible()
  await looksRight(fatima)
  await fatima.getByLabel('Titel', { exact: true }).fill(title)
  await fatima.getByRole('button', { name: 'Begin' }).click()
  await fatima.getByLabel('Kernvraag').fill('Hoe wordt wachten op de bus een moment om elkaar te spreken?')
  await fatima.getByRole('button', { name: 'Indienen' }).click()
  await expect(fatima.getByRole('link', { name: /^Waarom nu/ })).toBeVisible()
  await looksRight(fatima)
  await fatima.getByLabel('Waarom nu?').fill('De halte wordt in maart verplaatst.')
  await fatima.getByRole('button', { name: 'Perspectief toevoegen' }).click()
  await fatima.getByLabel('Perspectief 1', { exact: true }).fill('Reiziger')
  await fatima.getByRole('button', { name: 'Indienen' }).click()
  await expect(fatima.getByRole('link', { name: /^Waarom vraagt u maar één groep/ })).toBeVisible()
  await fatima.getByLabel('Waarom vraagt u maar één groep?').fill('Alleen wie de bus neemt, staat er te wachten.')
  await fatima.getByRole('button', { name: 'Indienen' }).click()
  await expect(fatima.getByText('Uw voorstel is ingediend')).toBeVisible()
  await expect(fatima.getByText('Nu kunnen alleen de indiener en de adviseurs dit lezen.')).toBeVisible()
  await looksRight(fatima)
  const issue = fatima.url()
  // Whoever looks at the issue has seen what is told of it, and gets no mail: the citizen is elsewhere.
  await fatima.goto('/overzicht')

  const marieke = await people.enter('municipality')
  await marieke.goto('/overzicht')
  await looksRight(marieke)
  await marieke.getByRole('region', { name: 'Dit wacht op u' }).getByRole('link', { name: title }).click()
  await expect(marieke.getByText('Voorgesteld door Fatima Warsame')).toBeVisible()
  await expect(marieke.getByRole('button', { name: /Intrekken|Voorstel intrekken/ })).toHaveCount(0)
  await marieke.getByRole('button', { name: 'Niet overnemen' }).click()
  const dialog = marieke.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Niet overnemen' }).click()
  await expect(dialog.getByLabel('Waarom?')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Waarom?').fill(reason)
  await looksRight(marieke)
  await dialog.getByRole('button', { name: 'Niet overnemen' }).click()
  await expect(marieke.getByText(reason)).toBeVisible()

  const mail = await mailbox.next('fatima@example.org', ({ subject }) => subject.includes(title))
  expect(mail.text).toContain(reason)
  await fatima.goto(issue)
  await expect(fatima.getByRole('heading', { name: 'Waarom dit voorstel niet doorgaat' })).toBeVisible()
  await expect(fatima.getByText(reason)).toBeVisible()
  await looksRight(fatima)
  await fatima.getByRole('link', { name: 'Opgave bewerken' }).click()
  await fatima.getByLabel('Waarom nu?').fill('Sinds de halte verdween, spreken buren elkaar niet meer. In maart komt er een nieuwe.')
  await fatima.getByRole('button', { name: 'Opnieuw voorstellen' }).click()
  await expect(fatima.getByText('Uw voorstel is ingediend')).toBeVisible()
  await fatima.goto('/overzicht')

  await marieke.goto('/o/zaanrade/agenda')
  await looksRight(marieke)
  await marieke.getByRole('link', { name: title }).click()
  await expect(marieke.getByText('spreken buren elkaar niet meer')).toBeVisible()
  await marieke.getByRole('button', { name: 'Overnemen en openen' }).click()
  await expect(dialog).toContainText('Na het openen kan iedereen dit lezen')
  await looksRight(marieke)
  await dialog.getByRole('button', { name: 'Overnemen en openen' }).click()
  await expect(marieke.getByRole('link', { name: 'Mensen uitnodigen' })).toBeVisible()
  await expect(marieke.getByText('Iedereen kan dit lezen, ook zonder aanmelden.')).toBeVisible()
  await expect(marieke.getByText('U krijgt berichten omdat u hieraan meedoet')).toBeVisible()
  await mailbox.next('fatima@example.org', ({ subject }) => subject.includes('gaat door') && subject.includes(title))
  await fatima.goto(issue)
  await expect(fatima.getByText('Open', { exact: true })).toBeVisible()
})
