import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const server = vi.fn<(path: string, options: RequestInit) => Promise<unknown>>()
let stop: () => void = () => undefined

/** A browser that came to this page; its host answers the question for a front page so. */
async function came(page: string, answer: () => Promise<unknown>) {
  vi.resetModules()
  history.replaceState(null, '', page)
  server.mockReset()
  server.mockImplementation(answer)
  stop = (await import('./links')).followLinks()
}
const isOwn = () => Promise.resolve({ type: 'opaqueredirect' })
const isShared = () => Promise.resolve({ type: 'basic' })

function click(href: string) {
  document.body.innerHTML = `<a href="${href}">Verder</a>`
  document.querySelector('a')?.click()
}

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  vi.stubGlobal('scrollTo', () => undefined)
  vi.spyOn(location, 'assign').mockImplementation(() => undefined)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

it("leaves an organisation's own host for a page of another organisation", async () => {
  await came('/o/zaanrade', isOwn)
  click('/o/ess/opgaven?staat=open#top')
  await vi.waitFor(() => expect(location.assign).toHaveBeenCalledWith('/o/ess/opgaven?staat=open#top'))
  expect(location.pathname).toBe('/o/zaanrade')
  expect(server.mock.calls[0]).toEqual(['/', expect.objectContaining({ redirect: 'manual' })])
})

it('leaves it also from a page of no organisation', async () => {
  await came('/overzicht', isOwn)
  click('/o/ess?van=overzicht')
  await vi.waitFor(() => expect(location.assign).toHaveBeenCalled())
})

it('stays in the application on the host of all organisations, and asks once', async () => {
  await came('/overzicht', isShared)
  click('/o/ess')
  await vi.waitFor(() => expect(location.pathname).toBe('/o/ess'))
  click('/o/zaanrade')
  await vi.waitFor(() => expect(location.pathname).toBe('/o/zaanrade'))
  expect(server).toHaveBeenCalledTimes(1)
  expect(location.assign).not.toHaveBeenCalled()
})

it('asks nothing for the same organisation, for a page of none, or where a front page was shown', async () => {
  await came('/o/ess', isOwn)
  click('/o/ess/opgaven')
  expect(location.pathname).toBe('/o/ess/opgaven')
  click('/zoeken')
  expect(location.pathname).toBe('/zoeken')
  stop()
  await came('/', isOwn)
  click('/o/ess')
  await vi.waitFor(() => expect(location.pathname).toBe('/o/ess'))
  expect(server).not.toHaveBeenCalled()
})

it('goes on without an answer, and asks again the next time', async () => {
  await came('/o/zaanrade', () => Promise.reject(new TypeError('offline')))
  click('/o/ess')
  await vi.waitFor(() => expect(location.pathname).toBe('/o/ess'))
  click('/o/vng')
  await vi.waitFor(() => expect(server).toHaveBeenCalledTimes(2))
})
