import { useQueryClient } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import OutcomePage from './outcome-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const outcome = (write: boolean) => ({ issue: 'i1', published: null, draft: null, publishedVersion: 0, version: 0, can: { write, publish: false, review: false } })

beforeEach(fakeBrowser)
afterEach(() => vi.unstubAllGlobals())

function FetchAgain() {
  const client = useQueryClient()
  return <button onClick={() => void client.invalidateQueries({ queryKey: ['outcome'] })}>nog eens</button>
}

it('leaves what is being written in sight of somebody who no longer may', async () => {
  let may = true
  let asked = 0
  const answers: Record<string, () => object> = {
    '/v1/me': () => ({ addresses: [{ id: 'a1' }], memberships: [] }),
    '/v1/tenants/ess/issues/i1': () => ({ id: 'i1', title: 'Het plein', state: 'open', can: {} }),
    '/v1/tenants/ess/issues/i1/outcome': () => {
      asked += 1
      return outcome(may)
    },
  }
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(answers[path]?.() ?? { items: [] }))))
  show([<OutcomePage key="page" tenant="ess" issue="i1" />, <FetchAgain key="again" />])
  const field = within(await screen.findByRole('group', { name: 'Dit hebben we gehoord' })).getByLabelText<HTMLTextAreaElement>('Punt 1')
  fireEvent.input(field, { target: { value: 'Het is er donker.' } })
  may = false
  fireEvent.click(screen.getByText('nog eens'))
  await waitFor(() => expect(asked).toBe(2))
  await new Promise((done) => setTimeout(done, 20))
  expect(field.isConnected).toBe(true)
  expect(field.value).toBe('Het is er donker.')
})
