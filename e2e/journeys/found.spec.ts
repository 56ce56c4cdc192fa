import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { expect, test } from '../fixtures/test.ts'

type Mine = { items: { tenant: string; state: string; visibility: string; threads: { id: string }[] }[] }
type Terms = { items: { id: string; kind: string; name: string }[] }

/** A conversation behind an invitation, in which the citizen and the municipality take part. */
async function closedRoom(page: Page): Promise<string> {
  const mine = (await (await page.request.get('/v1/me/issues')).json()) as Mine
  const issue = mine.items.find((it) => it.tenant === 'zaanrade' && it.state === 'open' && it.visibility === 'invited')
  for (const { id } of issue?.threads ?? []) {
    // Others may have closed theirs, or let it rest.
    const { can } = (await (await page.request.get(`/v1/tenants/zaanrade/threads/${id}`)).json()) as { can: { reply: boolean } }
    if (can.reply) return `/o/zaanrade/gesprekken/${id}`
  }
  throw new Error('The demo has no closed room in which she may write')
}

/** One word that stands nowhere else, and how it is typed in a hurry. */
const [word, hasty] = ['Kroonluchterverhuur', 'kroonluhcterverhuur']

test('what one person wrote, another finds by a misspelt word and opens where it stands', async ({ people }) => {
  const fatima = await people.enter('citizen')
  const marieke = await people.enter('municipality')
  const stranger = await people.stranger()
  await fatima.goto(await closedRoom(fatima))
  await fatima.getByRole('textbox', { name: 'Uw bijdrage' }).fill(`${word} lijkt mij een beter plan voor het plein.`)
  await fatima.getByRole('button', { name: 'Plaats bijdrage' }).click()
  await expect(fatima.getByText('Uw bijdrage is geplaatst.').first()).toBeAttached()

  await marieke.goto('/zoeken')
  const field = marieke.getByRole('searchbox', { name: 'Wat zoekt u?' })
  const found = marieke.getByRole('main').getByRole('listitem').filter({ hasText: `${word} lijkt mij` })
  await expect(async () => {
    await field.fill('')
    await field.pressSequentially(hasty)
    // It may not have been there yet when this was asked before.
    await field.press('Enter')
    await expect(found).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(field, 'results take no focus').toBeFocused()
  await expect(found.locator('mark').first()).toHaveText(word)
  await expect(found).toContainText('In ‘')
  await expect(marieke).toHaveURL(new RegExp(`q=${hasty}`))
  await found.getByRole('link').click()
  await expect(marieke).toHaveURL(/gesprekken\/[^#]+#\d+$/)
  await expect(marieke.getByText(`${word} lijkt mij`)).toBeInViewport()

  await stranger.goto(`/zoeken?q=${word}`)
  await expect(stranger.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  await expect(stranger.getByText(`${word} lijkt mij`)).toHaveCount(0)
})

test('somebody who opted in is found by what she knows, and no longer when she takes it back', async ({ people }) => {
  const noor = await people.enter('publisher')
  const joost = await people.enter('adviser')
  const { items } = (await (await noor.request.get('/v1/tenants/ess/terms')).json()) as Terms
  const term = items.find((it) => it.kind === 'expertise')
  if (term === undefined) throw new Error('The demo has no expertise')
  const told = () => noor.request.get('/v1/me/facets')
  const { items: shown } = (await (await told()).json()) as { items: { term: { id: string }; audience: string }[] }
  const say = async (facets: unknown[]) => {
    const said = await noor.request.put('/v1/me/facets', {
      headers: { 'If-Match': (await told()).headers().etag ?? '"0"' },
      data: { facets, invitationsPerMonth: 3, hidden: false },
    })
    expect(said.status()).toBe(200)
  }
  await say([{ term: term.id, audience: 'tenants' }])
  await joost.goto(`/zoeken?q=${encodeURIComponent('noor tielmans')}`)
  const person = joost.getByRole('main').getByRole('link', { name: 'Noor Tielemans' })
  await expect(person).toBeVisible()
  await expectAccessible(joost)
  await person.click()
  await expect(joost).toHaveURL(/\/o\/ess\/mensen\?q=Noor/)
  await expect(joost.getByRole('heading', { name: 'Noor Tielemans' })).toBeVisible()
  await say([])
  await joost.goto('/zoeken?q=tielemans')
  await expect(joost.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  // Other journeys find her as she was.
  await say(shown.map(({ term, audience }) => ({ term: term.id, audience })))
})

const faces = [
  ['before anything is asked', '', 'Zo vindt u meer'],
  ['with results', '?q=plein', 'resultaten'],
  ['with filters', '?q=plein&kind=post&tenant=zaanrade', 'resultaten'],
  ['without results', '?q=xqzwvk', 'Niets gevonden'],
] as const
for (const [face, asked, shows] of faces) {
  test(`the page of search ${face} is accessible and fits its screen`, async ({ people }) => {
    const page = await people.enter('citizen')
    await page.goto(`/zoeken${asked}`)
    await expect(page.getByRole('heading', { level: 2, name: shows })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('one letter is too few, and that is said', async ({ people }) => {
  const page = await people.stranger()
  await page.goto('/zoeken?q=x')
  await expect(page.getByText('Typ nog een letter')).toBeVisible()
})

test('without a connection the words stay, and the answer comes when it is back', async ({ people }) => {
  const page = await people.enter('citizen')
  await page.goto('/zoeken')
  await expect(page.locator('#app[data-shown]'), 'the application is there').toHaveCount(0)
  await page.context().setOffline(true)
  const field = page.getByRole('searchbox', { name: 'Wat zoekt u?' })
  await field.fill('plein')
  await expect(page.getByText('Er is geen verbinding').first()).toBeVisible()
  await expect(field).toHaveValue('plein')
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { name: /resultaten$/ })).toBeVisible()
})
