import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { profileQuery } from '@/features/account/api'
import { show } from '@/testing/render'
import { LanguageSwitch } from './language-switch'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const ME = { name: 'Fatima', locale: 'nl', addresses: [{ id: 'a1', address: 'fatima@voorbeeld.nl' }], memberships: [], needsName: false }

function Profile() {
  const { data } = useQuery(profileQuery)
  return <output>{data?.etag ?? ''}</output>
}

it('knows the new version of oneself after the language was changed, so that the next change is not refused', async () => {
  let version = 1
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) => {
    if (method === 'PATCH') version += 1
    return Promise.resolve(new Response(JSON.stringify(ME), { headers: { ETag: `"${String(version)}"` } }))
  })
  show([<LanguageSwitch key="switch" signedIn />, <Profile key="profile" />])
  await screen.findByText('"1"')
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  await waitFor(() => expect(screen.getByText('"2"')).toBeTruthy())
})
