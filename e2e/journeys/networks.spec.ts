import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

test('a convener founds a network, somebody comes in by its rules, talks, and is asked again when they change', async ({ people, mailbox }, info) => {
  const marieke = await people.enter('municipality')
  const name = `Themagroep Nachtleven (${info.project.name})`
  await marieke.goto('/o/zaanrade/netwerken')
  await expect(marieke.getByRole('link', { name: 'Adviesraad Samenleven Zaanrade' })).toBeVisible()
  await marieke.getByRole('link', { name: 'Netwerk beginnen' }).click()
  await marieke.getByRole('radio', { name: 'Themagroep' }).check()
  await marieke.getByLabel('Naam').fill(name)
  await expectAccessible(marieke)
  await marieke.getByRole('button', { name: 'Begin', exact: true }).click()

  // It saves itself, and says what is missing before others see it.
  await expect(marieke.getByRole('heading', { level: 1, name: 'Het handvest' })).toBeVisible()
  await expect(marieke.getByRole('radio', { name: 'Themagroep' })).toBeChecked()
  await marieke.getByRole('button', { name: 'Openen' }).click()
  await expect(marieke.getByRole('link', { name: /Waarvoor is het\?/ })).toBeVisible()
  await marieke.getByLabel('Waarvoor is het?').fill('Hoe blijft het leuk én leefbaar na elven?')
  await marieke.getByRole('button', { name: 'Begin met een voorbeeld' }).click()
  await expect(marieke.getByLabel('Huisregels')).toHaveValue(/We laten elkaar uitpraten/)
  await marieke.getByRole('radio', { name: 'Leden van deze organisatie' }).check()
  await marieke.getByRole('button', { name: 'Perspectief toevoegen' }).click()
  await marieke.getByRole('textbox', { name: 'Perspectief 1' }).fill('Iemand die er uitgaat')
  await expectAccessible(marieke)
  await expectNoSidewaysScroll(marieke)
  await marieke.getByRole('button', { name: 'Openen' }).click()
  await marieke.getByRole('dialog').getByRole('button', { name: 'Openen' }).click()
  await expect(marieke.getByRole('heading', { level: 1, name })).toBeVisible()
  const page = new URL(marieke.url()).pathname
  const id = page.split('/').at(-1) ?? ''

  // A member of the organisation reads the charter, and not who is in it.
  const fatima = await people.enter('citizen')
  await fatima.goto('/o/zaanrade/netwerken')
  await fatima.getByRole('link', { name }).click()
  await expect(fatima.getByText('Iemand die er uitgaat', { exact: true })).toBeVisible()
  await expect(fatima.getByRole('heading', { name: 'Wie doen mee?' })).toHaveCount(0)
  await fatima.getByRole('button', { name: 'Ik wil meedoen' }).click()
  await fatima.getByLabel('Waarom wilt u meedoen?').fill('Mijn zoon staat er elke zaterdag.')
  await fatima.getByRole('button', { name: 'Versturen' }).click()
  await expect(fatima.getByText(/U krijgt uiterlijk op/)).toBeVisible()

  await marieke.goto(`/o/zaanrade/opgaven/${id}/uitnodigen`)
  const row = marieke.getByRole('listitem').filter({ hasText: 'Mijn zoon staat er elke zaterdag.' })
  await row.getByRole('button', { name: /uitnodigen$/ }).first().click()
  await marieke.getByLabel('Wat wilt u erbij zeggen?').fill('Welkom in de kring.')
  await marieke.getByRole('dialog').getByRole('button', { name: 'Uitnodigen' }).click()
  await expect(row.getByText('Uitgenodigd')).toBeVisible()

  const mail = await mailbox.next('fatima@example.org', ({ text }) => text.includes('Welkom in de kring.') && text.includes(name))
  expect(mail.text).toContain('een vaste kring van mensen')
  const link = /\/uitnodiging\/[\w.-]+/.exec(mail.text)?.[0] ?? ''
  await fatima.goto(link)
  await fatima.getByRole('radio', { name: 'Iemand die er uitgaat' }).check()
  await fatima.getByRole('button', { name: 'Verder' }).click()
  await expect(fatima.getByText('We laten elkaar uitpraten')).toBeVisible()
  await expectAccessible(fatima)
  await fatima.getByRole('checkbox', { name: 'Ik ga akkoord met de huisregels' }).check()
  await fatima.getByRole('button', { name: 'Ik doe mee' }).click()
  await expect(fatima.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(fatima).toHaveURL(new RegExp(`/netwerken/${id}$`))
  await expect(fatima.getByRole('heading', { name: 'Wie doen mee?' })).toBeVisible()
  await expectNoSidewaysScroll(fatima)

  // They talk in a room of their own.
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await fatima.getByLabel('Waar gaat dit gesprek over?').fill('De laatste bus')
  await fatima.getByLabel('Eerste bijdrage').fill('Om één uur staat hij weer te bellen.')
  await fatima.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await expect(fatima.getByText('Om één uur staat hij weer te bellen.')).toBeVisible()

  // Other rules are put to her again.
  await marieke.goto(`${page}/bewerken`)
  await marieke.getByLabel('Tekst van de huisregels').fill('1. We blijven na elven ook aardig.')
  // What was typed is still there after another look, and nobody was asked yet.
  await marieke.reload()
  await expect(marieke.getByLabel('Tekst van de huisregels')).toHaveValue('1. We blijven na elven ook aardig.')
  await expectAccessible(marieke)
  await marieke.getByRole('button', { name: 'Leg voor aan iedereen' }).click()
  await expect(marieke.getByText('De nieuwe huisregels liggen voor aan iedereen.').first()).toBeVisible()
  await marieke.getByRole('button', { name: /^Klaar/ }).click()
  await expect(marieke.getByRole('heading', { level: 1, name })).toBeVisible()
  await fatima.goto(page)
  await expect(fatima.getByRole('heading', { name: 'Gaat u akkoord met de huisregels?' })).toBeVisible()
  await expectAccessible(fatima)
  await fatima.getByRole('button', { name: 'Ik ga akkoord met de huisregels' }).click()
  await expect(fatima.getByRole('heading', { name: 'Gaat u akkoord met de huisregels?' })).toHaveCount(0)

  // Another one begins like it, without the people.
  await marieke.getByRole('link', { name: 'Nieuw netwerk naar dit voorbeeld', exact: true }).click()
  await marieke.getByLabel('Naam').fill(`${name} Oost`)
  await marieke.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(marieke.getByLabel('Huisregels')).toHaveValue('1. We blijven na elven ook aardig.')
  await expect(marieke.getByRole('textbox', { name: 'Perspectief 1' })).toHaveValue('Iemand die er uitgaat')
})

test('whoever looks after a network in which nobody speaks reads what can be done', async ({ people }) => {
  const joost = await people.enter('adviser')
  await joost.goto('/o/ess/netwerken')
  await joost.getByRole('link', { name: 'Kennisnetwerk Jongeren en polarisatie' }).click()
  await expect(joost.getByRole('link', { name: 'Wat er om kwart over elf in de groepsapp gebeurt' })).toBeVisible()
  await expect(joost.getByText('Het is hier al een tijd stil')).toHaveCount(0)
})
