// A conversation of five thousand contributions, read on a phone.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CDPSession, Page } from '@playwright/test'
import { binary } from '../fixtures/app.ts'
import { call } from '../fixtures/api.ts'
import { Room } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'

const MANY = 5_000

/** What its scripts hold, when what nobody needs was thrown away. */
async function heap(page: Page, tools: CDPSession): Promise<number> {
  await page.waitForLoadState('networkidle')
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  return usedSize
}

test('a conversation of thousands opens where one was, in one request, and leads to both ends', async ({ app, people, places }) => {
  test.setTimeout(120_000)
  const opener = await people.become('municipality')
  await opener.goto(places.issue)
  const [, , tenant, , issue] = places.issue.split('/')
  const { id } = await call<{ id: string }>(opener, 'POST', `/v1/tenants/${tenant}/issues/${issue}/threads`, { title: 'Alles wat er speelt', body: 'Vertelt u maar.' })
  const address = `/o/${tenant}/gesprekken/${id}`
  await app.end()
  const database = join(app.folder, 'netwerkplatform.sqlite')
  await promisify(execFile)(join(binary, '../bench'), ['grow', '--database', database, '--thread', id, '--posts', String(MANY)])
  await app.comeBack()

  const page = await people.become('citizen')
  await page.request.put(`/v1/tenants/${tenant}/threads/${id}/read-ranges`, { data: { ranges: [[1, 2_400]] } })
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/threads\/[^/]+\/posts/.test(request.url())) asked.push(request.url())
  })
  const tools = await page.context().newCDPSession(page)
  const room = await Room.enter(page, address)
  const lead = page.getByRole('heading', { name: /nieuwe bijdrage(n sinds| van) / })
  await expect(lead).toBeInViewport()
  await expect(page.locator('[id="2401"]')).toBeVisible()
  expect(asked).toHaveLength(1)
  expect(await heap(page, tools)).toBeLessThan(50_000_000)

  // Page by page backwards, to what was said two hundred before.
  for (const _ of Array.from({ length: 4 })) {
    const first = await page.getByRole('article').first().getAttribute('data-seq')
    await page.getByRole('button', { name: 'Eerdere bijdragen' }).click()
    await expect(page.locator(`[id="${String(Number(first) - 1)}"]`)).toBeAttached()
  }
  await page.getByRole('button', { name: /^Nieuwste/ }).click()
  await expect(page.locator(`[id="${String(MANY)}"]`)).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(page.locator('[id="1"]')).toBeFocused()
  await page.goto(`${address}#3210`)
  await expect(page.locator('[id="3210"]')).toBeInViewport()
  await room.leave()
})
