// A title and a text without a single space, on a phone and on the narrowest screen.
import { expect, test } from '../fixtures/test.ts'

const WORD = 'Verkeersveiligheidsbeleidsvoorbereidingsoverleg'.repeat(4).slice(0, 158)

test('one long word moves no page aside', async ({ people, places }) => {
  test.setTimeout(180_000)
  const owner = await people.become('municipality')
  await owner.goto(`${places.issue}/bewerken`)
  await owner.getByLabel('Titel', { exact: true }).fill(WORD)
  await owner.getByLabel('Wat heeft zo iemand gezien of gedaan?').first().fill(WORD)
  await expect(owner.locator('form').getByText(/^Opgeslagen om/)).toBeVisible()
  const adviser = await people.become('adviser')
  for (const [page, address] of [
    [owner, places.issue],
    ...['bewerken', 'uitnodigen', 'taken', 'afspraak', 'krachtenveld'].map((part) => [owner, `${places.issue}/${part}`] as const),
    [adviser, `${places.issue}/begeleiden`],
  ] as const) {
    await page.goto(address)
    await expect(page.getByText(WORD).first(), address).toBeVisible()
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(beside, `pixels beside the screen of ${address} at ${String(width)}`).toBe(0)
    }
  }
  people.expectQuiet(/\/(outcome|tasks|agreement|actor-map)$/)
})
