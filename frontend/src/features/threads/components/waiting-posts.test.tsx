import { screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import type { Thread, WaitingPost } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { WaitingPosts } from './waiting-posts'

const waits = { id: 'w1', name: 'Fatima', html: '<p>Donker.</p>', files: [], why: 'room' } as unknown as WaitingPost
const cameBack = { ...waits, id: 'w2', said: 'Zonder namen graag.' }

async function open(...items: WaitingPost[]) {
  fakeBrowser()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items }))))
  show(<WaitingPosts tenant="ess" thread={{ id: 't1' } as unknown as Thread} lastSeq={1} onTakeBack={() => undefined} />)
  return (await screen.findByRole('heading', { level: 2 })).textContent
}

it('calls what waits and what came back by what it is', async () => {
  expect(await open(waits)).toBe('Wacht op een blik')
  expect(screen.getByRole('article', { name: 'Uw bijdrage, die nog niemand leest' })).toBeTruthy()
})

it('says of what came back that it is not posted', async () => {
  expect(await open(cameBack)).toBe('Niet geplaatst')
  expect(screen.getByRole('article', { name: 'Uw bijdrage, die niet is geplaatst' })).toBeTruthy()
})

it('says of both that they are not posted yet', async () => {
  expect(await open(waits, cameBack)).toBe('Nog niet geplaatst')
})
