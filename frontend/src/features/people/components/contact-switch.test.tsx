import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import type { MyFacets } from '../api'
import { ContactSwitch } from './contact-switch'

afterEach(() => vi.unstubAllGlobals())

it('says aloud what holds from then on', async () => {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ contactable: false }))))
  const onChanged = vi.fn()
  show(<ContactSwitch facets={{ contactable: true } as MyFacets} onChanged={onChanged} />)
  fireEvent.click(screen.getByRole('button', { name: 'Zet contactverzoeken uit' }))
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(said).toEqual(['Niemand kan u om contact vragen.'])
  stop()
})
