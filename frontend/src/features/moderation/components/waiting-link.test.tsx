import { screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { WaitingLink } from './waiting-link'

const server = vi.fn<(path: string) => Promise<Response>>()
const answers = (items: object[], next: string | null = null) => {
  server.mockReset()
  server.mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ items, next }))))
  vi.stubGlobal('fetch', server)
}

it('says how many contributions of this conversation wait, and leads to them', async () => {
  answers([{ id: 'w1' }, { id: 'w2' }])
  show(<WaitingLink tenant="ess" thread="t1" />)
  const link = await screen.findByRole('link', { name: '2 bijdragen wachten op een blik' })
  expect(link.getAttribute('href')).toContain('t1')
  expect(server.mock.calls[0]?.[0]).toContain('thread=t1')
})

it('says that there are more than it knows of', async () => {
  answers([{ id: 'w1' }, { id: 'w2' }], 'verder')
  show(<WaitingLink tenant="ess" thread="t1" />)
  expect(await screen.findByRole('link', { name: 'Meer dan 2 bijdragen wachten op een blik' })).toBeTruthy()
})

it('says nothing when none wait', async () => {
  answers([])
  show(<WaitingLink tenant="ess" thread="t1" />)
  await waitFor(() => expect(server).toHaveBeenCalled())
  expect(screen.queryByRole('link')).toBeNull()
})
