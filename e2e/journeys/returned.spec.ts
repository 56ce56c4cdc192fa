import { expectAccessible, expectLargeTargets, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { call } from '../fixtures/api.ts'
import { openRoom } from '../fixtures/demo.ts'
import { expect, test } from '../fixtures/test.ts'

/** The smallest file that is a PDF to whoever looks inside. */
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

test('a post that came back loses a file, keeps one and gets another; who decided saw what was taken off before', async ({ people }, info) => {
  const fatima = await people.enter('citizen')
  const rachid = await people.enter('professional')
  const joost = await people.enter('adviser')
  const { issue } = await openRoom(fatima, 'ess')
  const thread = await call<{ id: string }>(fatima, 'POST', `/v1/tenants/ess/issues/${issue}/threads`, { title: 'Wat wij zagen', body: 'Vertel.' })
  const add = async (name: string) => {
    const answer = await fatima.request.post(`/v1/tenants/ess/threads/${thread.id}/files`, { multipart: { file: { name, mimeType: 'application/pdf', buffer: pdf } } })
    expect(answer.ok(), await answer.text()).toBe(true)
    return ((await answer.json()) as { id: string }).id
  }
  const [first, second, third] = [await add('lijst.pdf'), await add('plan.pdf'), await add('namen.pdf')]
  const said = await call<{ id: string; seq: number }>(fatima, 'POST', `/v1/tenants/ess/threads/${thread.id}/posts`, { body: 'Zie de lijst.', files: [{ id: first }, { id: second }, { id: third }] })
  await call(rachid, 'POST', `/v1/tenants/ess/posts/${said.id}/reports`, { reason: 'house-rules', words: 'Er staan namen in.' })
  const edited = await fatima.request.patch(`/v1/tenants/ess/posts/${said.id}`, { headers: { 'if-match': '"1"' }, data: { body: 'Zie de lijst.', files: [{ id: first }, { id: second }] } })
  expect(edited.ok(), await edited.text()).toBe(true)

  await test.step('who decides sees the file that went since', async () => {
    await joost.goto('/o/ess/modereren')
    await joost.getByRole('link', { name: new RegExp(`^Bijdrage ${String(said.seq)} in.*Wat wij zagen`) }).click()
    await joost.getByRole('button', { name: 'In behandeling nemen' }).click()
    await joost.locator('summary', { hasText: 'Eerdere versies' }).click()
    await expect(joost.getByRole('link', { name: 'namen.pdf' })).toBeVisible()
    await expectAccessible(joost)
    await info.attach('case', { body: await joost.screenshot({ fullPage: true }), contentType: 'image/png' })
    await joost.getByRole('radio', { name: /^Terug/ }).check()
    await joost.getByLabel('Waarom?').fill('Haal de lijst eruit.')
    await joost.getByLabel('Waarop rust dit?').selectOption('rules')
    await joost.getByLabel('Welke regel of wet?').fill('Huisregel 2: over uzelf')
    await joost.getByRole('button', { name: 'Beslissen' }).click()
    await joost.getByRole('button', { name: 'Ja, neem dit besluit' }).click()
    await expect(joost.getByText('Het besluit is genomen.').first()).toBeVisible()
  })

  await fatima.goto('/gemeld')
  const form = fatima.locator('form').filter({ has: fatima.getByRole('button', { name: 'Bewaar en zet terug' }) }).first()
  const list = form.getByRole('list', { name: 'Bestanden die meegaan' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await form.getByRole('button', { name: 'lijst.pdf verwijderen' }).click()
  const chooser = fatima.waitForEvent('filechooser')
  await form.getByRole('button', { name: 'Voeg een bestand toe' }).click()
  await (await chooser).setFiles([{ name: 'nieuw.pdf', mimeType: 'application/pdf', buffer: pdf }])
  await expect(list.getByRole('group', { name: 'nieuw.pdf' })).toBeVisible()
  await form.getByLabel('Uw bijdrage').fill('Zie het plan.')
  await fatima.reload()
  await expect(form.getByLabel('Uw bijdrage')).toHaveValue('Zie het plan.')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await expectLargeTargets(fatima)
  await info.attach('rewrite', { body: await fatima.screenshot({ fullPage: true }), contentType: 'image/png' })
  await fatima.setViewportSize({ width: 1280, height: 900 })
  await info.attach('rewrite, wide', { body: await fatima.screenshot({ fullPage: true }), contentType: 'image/png' })
  await form.getByRole('button', { name: 'Bewaar en zet terug' }).click()
  await expect(fatima.getByText('Uw bijdrage staat er weer.').first()).toBeVisible()

  await rachid.goto(`/o/ess/gesprekken/${thread.id}`)
  const post = rachid.getByRole('article').filter({ hasText: 'Zie het plan.' })
  await expect(post.getByRole('link', { name: 'plan.pdf' })).toBeVisible()
  await expect(post.getByRole('link', { name: 'nieuw.pdf' })).toBeVisible()
  await expect(post.getByRole('link', { name: 'lijst.pdf' })).toHaveCount(0)
  expect((await rachid.request.get(`/v1/tenants/ess/files/${first}`)).status()).toBe(404)
})
