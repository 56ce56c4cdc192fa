import { expect, test } from '../fixtures/test.ts'

test('a door of the demo signs somebody in, and each person keeps a session of their own', async ({ people }) => {
  const citizen = await people.enter('citizen')
  const adviser = await people.enter('adviser')
  const name = async (page: typeof citizen) => (await (await page.request.get('/v1/me')).json()) as { name: string }
  const [one, other] = [await name(citizen), await name(adviser)]
  expect(one.name).not.toBe('')
  expect(one.name).not.toBe(other.name)
})

test('a stranger is nobody', async ({ people }) => {
  const stranger = await people.stranger()
  await stranger.goto('/')
  expect((await stranger.request.get('/v1/me')).status()).toBe(401)
})
