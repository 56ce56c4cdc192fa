// Texts that were made to break out, shown wherever people's words are shown: as post, title, name and question.
// The same texts go through the renderer in backend/platform/src/markdown/tests.rs.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const hostile = JSON.parse(readFileSync(new URL('../fixtures/hostile.json', import.meta.url), 'utf8')) as string[]

/** Everything that must not happen in this page, as it happens. */
async function watch(page: Page): Promise<string[]> {
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname.endsWith('.example')) happened.push(`a request to ${url.href}`)
  })
  await page.exposeFunction('npTell', (what: string) => happened.push(what))
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { npTell: (what: string) => void }).npTell
    addEventListener('securitypolicyviolation', (event) => tell(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  return happened
}

/** Nothing ran, nothing was asked for elsewhere, nothing had to be refused. */
async function expectHarmless(page: Page, happened: string[]): Promise<void> {
  await page.waitForLoadState('networkidle')
  const acts = await page.evaluate(() => ({
    ran: '__np_ran' in globalThis,
    scripts: [...document.scripts].filter((it) => new URL(it.src || 'x:', location.href).host !== location.host).length,
    handlers: [...document.querySelectorAll('main *')].flatMap((it) => it.getAttributeNames().filter((name) => name.startsWith('on'))),
    links: [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')]
      .map((it) => it.protocol)
      .filter((it) => !['http:', 'https:', 'mailto:'].includes(it)),
    frames: document.querySelectorAll('main :is(iframe, object, embed, form[action], img[src^="http"], svg script, style)').length,
  }))
  expect(acts).toEqual({ ran: false, scripts: 0, handlers: [], links: [], frames: 0 })
  expect(happened).toEqual([])
}

/** An issue of its own, so that nobody else's pages are full of it. */
async function room(page: Page): Promise<{ issue: string; thread: string }> {
  const issues = '/v1/tenants/zaanrade/issues'
  const form = {
    title: 'Vijandige teksten',
    coreQuestion: 'Blijven het woorden?',
    whyNow: 'Omdat het kan.',
    background: hostile.slice(0, 40).join('\n\n'),
    visibility: 'public',
    regime: 'open',
    perspectives: [{ name: 'lezer', wanted: 1 }],
    whyOne: 'Omdat het kan.',
  }
  const drafted = await page.request.post(issues, { data: form })
  expect(drafted.status(), await drafted.text()).toBe(201)
  const { id: issue } = (await drafted.json()) as { id: string }
  const moved = await page.request.post(`${issues}/${issue}/_move`, { data: { to: 'open' } })
  expect(moved.status(), await moved.text()).toBe(200)
  const opened = await page.request.post(`${issues}/${issue}/threads`, { data: { title: 'Lezen', body: 'Begin.' } })
  const { id: thread } = (await opened.json()) as { id: string }
  return { issue, thread }
}

function inGroupsOf(size: number): string[][] {
  return Array.from({ length: Math.ceil(hostile.length / size) }, (_, group) => hostile.slice(group * size, (group + 1) * size))
}

test('hostile posts are only words', async ({ people }) => {
  const page = await people.enter('municipality')
  const happened = await watch(page)
  const { thread } = await room(page)
  for (const group of inGroupsOf(8)) {
    const body = `Dag allemaal.\n\n${group.join('\n\n')}`
    const posted = await page.request.post(`/v1/tenants/zaanrade/threads/${thread}/posts`, { data: { body } })
    expect(posted.status(), body).toBe(201)
  }
  await page.goto(`/o/zaanrade/gesprekken/${thread}`)
  await expect(page.getByText('Dag allemaal.').last()).toBeAttached()
  await expectHarmless(page, happened)
})

test('hostile titles are only words', async ({ people }) => {
  const page = await people.enter('municipality')
  const happened = await watch(page)
  const { issue } = await room(page)
  let opened = 0
  for (const title of hostile.filter((text) => text.length <= 100 && text.trim() !== '').slice(0, 60)) {
    const made = await page.request.post(`/v1/tenants/zaanrade/issues/${issue}/threads`, { data: { title, body: 'x' } })
    expect([201, 400]).toContain(made.status())
    opened += made.status() === 201 ? 1 : 0
  }
  expect(opened).toBeGreaterThan(50)
  await page.goto(`/o/zaanrade/opgaven/${issue}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectHarmless(page, happened)
})

test('hostile names and questions are only words', async ({ people }) => {
  const page = await people.enter('professional')
  const happened = await watch(page)
  const rename = async (name: string) => {
    const me = await page.request.get('/v1/me')
    const named = await page.request.patch('/v1/me', { data: { name }, headers: { 'if-match': me.headers().etag ?? '' } })
    expect(named.status(), await named.text()).toBe(200)
    return ((await me.json()) as { name: string }).name
  }
  const own = await rename('Even iemand anders')
  for (const text of hostile.filter((it) => it.length <= 60 && it.includes('<')).slice(0, 12)) {
    await rename(text)
    await page.goto('/overzicht')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto(`/zoeken?q=${encodeURIComponent(text)}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectHarmless(page, happened)
  }
  await rename(own)
})
