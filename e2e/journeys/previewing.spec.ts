import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/a11y.ts'
import { pdfOf } from '../fixtures/pdf.ts'
import { expect, test } from '../fixtures/test.ts'

test('a PDF is read where it hangs, page by page, and one that is broken can still be opened', async ({ people, places }, info) => {
  const fatima = await people.enter('citizen')
  const issue = places.issue.split('/').at(-1) ?? ''
  const title = `Het plan ${info.project.name}`
  const opened = await fatima.request.post(`/v1/tenants/zaanrade/issues/${issue}/threads`, { data: { title, body: 'Zie het plan.', kind: 'talk' } })
  const { id: thread } = (await opened.json()) as { id: string }
  const add = async (name: string, buffer: Buffer) => {
    const answer = await fatima.request.post(`/v1/tenants/zaanrade/threads/${thread}/files`, { multipart: { file: { name, mimeType: 'application/pdf', buffer } } })
    expect(answer.ok(), await answer.text()).toBe(true)
    return { id: ((await answer.json()) as { id: string }).id, words: 'Wat er komt' }
  }
  const broken = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
  const files = [await add('plan.pdf', pdfOf(['Plan van het plein', 'Een bank erbij'])), await add('stuk.pdf', broken)]
  const said = await fatima.request.post(`/v1/tenants/zaanrade/threads/${thread}/posts`, { data: { body: 'Twee bestanden.', files } })
  expect(said.ok(), await said.text()).toBe(true)

  await fatima.goto(`/o/zaanrade/gesprekken/${thread}`)
  const show = fatima.getByRole('button', { name: 'plan.pdf hier bekijken' })
  await show.focus()
  await fatima.keyboard.press('Enter')
  const preview = fatima.getByRole('region', { name: 'Voorbeeld van plan.pdf' })
  await expect(preview.getByText('Plan van het plein')).toBeAttached()
  const sheet = preview.getByRole('img', { name: 'Pagina 1 van 2' })
  const inked = () => sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.some((value, at) => at % 4 !== 3 && value < 100))
  await expect.poll(inked, 'something is drawn').toBe(true)
  await preview.getByRole('button', { name: 'Volgende pagina' }).press('Enter')
  await expect(preview.getByRole('status')).toHaveText('Pagina 2 van 2')
  await expect(preview.getByText('Een bank erbij')).toBeAttached()
  await expectAccessible(fatima)
  await expectNoSidewaysScroll(fatima)
  await fatima.getByRole('button', { name: 'plan.pdf verbergen' }).press('Enter')
  await expect(preview).toHaveCount(0)

  await fatima.getByRole('button', { name: 'stuk.pdf hier bekijken' }).click()
  await expect(fatima.getByText('Dit bestand is hier niet te tonen. U kunt het wel openen.')).toBeVisible()
})
