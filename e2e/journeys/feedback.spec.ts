import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { keyboard } from '../fixtures/hands.ts'
import { expect, test } from '../fixtures/test.ts'

test('who reads a long conversation sees only what came of it, at an address of its own', async ({ people, places }, info) => {
  const page = await people.become('adviser')
  await page.goto(places.exploredIssue)
  const [tenant = '', issue = ''] = [places.exploredIssue.split('/')[2], places.exploredIssue.split('/').at(-1)]
  const thread = await call<{ id: string }>(page, 'POST', `/v1/tenants/${tenant}/issues/${issue}/threads`, { title: 'Wat het opleverde', body: 'Vertel.' })
  const posts = `/v1/tenants/${tenant}/threads/${thread.id}/posts`
  const [address, all, only] = [`/o/${tenant}/gesprekken/${thread.id}`, 'Het hele gesprek', 'Alleen terugkoppelingen']
  const choice = page.getByRole('navigation', { name: 'Welke bijdragen u ziet' })

  await test.step('as long as nothing did, it says what comes here', async () => {
    await page.goto(address)
    await keyboard.press(choice.getByRole('link', { name: only }))
    await expect(page).toHaveURL(/toon=terugkoppelingen/)
    await expect(page.getByText('Nog geen terugkoppelingen')).toBeVisible()
    await expectAccessible(page)
    await info.attach('none', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  })

  await call(page, 'POST', posts, { body: 'Zomaar iets.' })
  const kept = await call<{ id: string }>(page, 'POST', posts, { body: 'De lantaarns gaan aan.' })
  await call(page, 'PUT', `/v1/tenants/${tenant}/posts/${kept.id}/pin`, {})
  const found = page.getByRole('article')
  await test.step('what becomes one is there by itself, and goes by itself', async () => {
    await expect(found).toHaveCount(1)
    await expect(found).toContainText('De lantaarns gaan aan.')
    const second = await call<{ id: string }>(page, 'POST', posts, { body: 'De school helpt mee.' })
    await call(page, 'PUT', `/v1/tenants/${tenant}/posts/${second.id}/pin`, {})
    await expect(found).toHaveCount(2)
    await call(page, 'DELETE', `/v1/tenants/${tenant}/posts/${second.id}/pin`)
    await expect(found).toHaveCount(1)
  })
  await expect(choice.getByRole('link', { name: only })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await expectLargeTargets(page)
  await info.attach('kept', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await info.attach('kept, wide', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })

  await page.getByRole('link', { name: 'Lees bijdrage 3 in het gesprek' }).click()
  await expect(page.getByText('Zomaar iets.')).toBeVisible()
  await expect(choice.getByRole('link', { name: all })).toHaveAttribute('aria-current', 'page')
})
