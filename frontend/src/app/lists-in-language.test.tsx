import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { issueQuery } from '@/features/issues/api'
import { taxonomyQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { show } from '@/testing/render'
import { ListsInLanguage } from './lists-in-language'

afterEach(() => vi.unstubAllGlobals())

function Page() {
  const { setLocale } = useI18n()
  const { data: words } = useQuery(taxonomyQuery('ess'))
  useQuery(issueQuery('ess', 'i1'))
  return (
    <>
      <ListsInLanguage />
      <p>{words?.themes.map((term) => term.name)}</p>
      <button onClick={() => setLocale('en')}>English</button>
    </>
  )
}

it('says the names that come from the server in the language that is chosen, and leaves what is edited alone', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push(path)
    const name = new Headers(init.headers).get('Accept-Language') === 'en' ? 'Housing' : 'Wonen'
    return Promise.resolve(new Response(JSON.stringify({ items: [{ id: 't1', kind: 'theme', name }] })))
  })
  show(<Page />)
  expect(await screen.findByText('Wonen')).toBeTruthy()
  fireEvent.click(screen.getByText('English'))
  expect(await screen.findByText('Housing')).toBeTruthy()
  expect(asked.toSorted()).toEqual(['/v1/tenants/ess/issues/i1', '/v1/tenants/ess/terms', '/v1/tenants/ess/terms'])
})
