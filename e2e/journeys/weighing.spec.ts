import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

const TENANT = '/v1/tenants/zaanrade'

test('a dilemma from concern to perspective', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const fatima = await people.become('citizen')
  const rachid = await people.become('professional')
  await joost.goto(places.issue)
  const issue = places.issue.split('/').at(-1) ?? ''
  const { id } = await call<{ id: string }>(joost, 'POST', `${TENANT}/issues/${issue}/threads`, { title: 'Hek of geen hek?', body: 'Er is geen goed antwoord.', kind: 'dilemma' })
  const address = `/o/zaanrade/gesprekken/${id}`

  // She says what worries her, and that it is a concern.
  const hers = await Room.enter(fatima, address)
  await expect(fatima.getByRole('heading', { name: 'De weg door dit dilemma' })).toBeVisible()
  await hers.say('Mijn zoon durft er niet meer langs.')
  const concern = fatima.getByRole('article').filter({ hasText: 'Mijn zoon durft' })
  await concern.getByText('Meer', { exact: true }).click()
  await concern.getByRole('button', { name: 'Wat is deze bijdrage?' }).click()
  await fatima.getByRole('radio', { name: 'Zorg' }).check()
  await expectAccessible(fatima)
  await fatima.getByRole('button', { name: 'Opslaan' }).click()
  await expect(concern).toContainText('Zorg')

  // He tells in his own words what he hears; what he typed is there after closing.
  const his = await Room.enter(rachid, address)
  const read = his.posts('Mijn zoon durft')
  await read.getByRole('button', { name: 'Vertel wat u hoort in bijdrage 2' }).click()
  await rachid.getByRole('textbox', { name: 'Ik hoor' }).fill('U bent bang dat hij thuis blijft.')
  await rachid.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click()
  await read.getByRole('button', { name: 'Vertel wat u hoort in bijdrage 2' }).click()
  await expect(rachid.getByRole('textbox', { name: 'Ik hoor' })).toHaveValue('U bent bang dat hij thuis blijft.')
  await expectAccessible(rachid)
  await rachid.getByRole('button', { name: 'Vertel het' }).click()
  await expect(read).toContainText('U bent bang dat hij thuis blijft.')

  // She sees it at once, and says that she meant it.
  await expect(concern).toContainText('U bent bang dat hij thuis blijft.')
  await expect(fatima.getByText('nog niet gehoord')).toBeVisible()
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await concern.getByRole('button', { name: 'Dit is wat ik bedoelde' }).click()
  await expect(concern).toContainText('Fatima Warsame bedoelde dit.')
  await expect(rachid.getByText('Fatima Warsame bedoelde dit.')).toBeVisible()

  // Who leads says what can be, what cannot, and who decides.
  const theirs = await Room.enter(joost, address)
  await joost.getByRole('button', { name: 'Bied perspectief' }).click()
  await joost.getByLabel('Wat kan', { exact: true }).fill('Licht bij het hek, nog deze winter.')
  await joost.getByRole('button', { name: 'Opslaan' }).click()
  await expect(joost.getByRole('dialog').getByText(/leeg|Vul|invullen/).first()).toBeVisible()
  await joost.getByLabel('Wat niet kan').fill('Het plein afsluiten.')
  await joost.getByLabel('Wie beslist, en wanneer').fill('De raad, in mei.')
  await expectAccessible(joost)
  await joost.getByRole('button', { name: 'Opslaan' }).click()
  await expect(fatima.getByText('Licht bij het hek, nog deze winter.'), 'she sees it without asking').toBeVisible()
  await expect(fatima.getByText('De raad, in mei.')).toBeVisible()
  await expect(theirs.field).toBeVisible()
  await expectAccessible(joost)
  await expectNoSidewaysScroll(joost)
})

test('in a round everyone speaks once before anyone twice', async ({ people, places }) => {
  const joost = await people.become('adviser')
  const fatima = await people.become('citizen')
  const rachid = await people.become('professional')
  await joost.goto(places.issue)
  await joost.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await joost.getByLabel('Waar gaat dit gesprek over?').fill('Wat raakt u?')
  await joost.getByRole('radio', { name: 'Ronde' }).check()
  await joost.getByLabel('Eerste bijdrage').fill('Ieder een keer.')
  await joost.getByRole('button', { name: 'Nieuw gesprek beginnen' }).click()
  await expect(joost.getByRole('heading', { name: 'Ronde 1' })).toBeVisible()
  const address = new URL(joost.url()).pathname

  const hers = await Room.enter(fatima, address)
  await expect(fatima.getByText('U bent aan de beurt wanneer u wilt.')).toBeVisible()
  await expectAccessible(fatima)
  await hers.say('De eerste avond.')
  await expect(fatima.getByText('U hebt gesproken. Nu zijn eerst anderen aan de beurt.')).toBeVisible()
  await hers.say('En nog iets.')
  await expect(fatima.getByText('U hebt in deze ronde al gesproken.').first()).toBeVisible()
  await expect(hers.field, 'what she typed is kept').toHaveValue('En nog iets.')

  const his = await Room.enter(rachid, address)
  await rachid.getByRole('button', { name: 'Ik sla over' }).click()
  await expect(rachid.getByText('U slaat deze ronde over.')).toBeVisible()
  await expect(joost.getByText(/Slaat over: Rachid/), 'he sees it without asking').toBeVisible()
  await expectNoSidewaysScroll(rachid)
  await his.say('Toch nog dit.')
  await his.hears('Toch nog dit.')

  await joost.getByRole('button', { name: 'Begin de volgende ronde' }).click()
  const asked = joost.getByRole('dialog', { name: 'Nog niet iedereen sprak' })
  await expectAccessible(joost)
  await asked.getByRole('button', { name: 'Begin de volgende ronde' }).click()
  await expect(fatima.getByRole('heading', { name: 'Ronde 2' })).toBeVisible()
  await fatima.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await hers.hears('En nog iets.')
})
