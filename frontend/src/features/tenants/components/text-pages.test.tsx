import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { useI18n } from '@/i18n'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { TextPages } from './text-pages'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => vi.unstubAllGlobals())

function Switch() {
  const { locale, setLocale } = useI18n()
  return <button onClick={() => setLocale(locale === 'nl' ? 'en' : 'nl')}>Taal</button>
}

it('writes the page of the language in which one reads, and keeps what was typed in the other', async () => {
  fakeBrowser()
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const language = new Headers(init.headers).get('Accept-Language')
    if (init.method === 'PUT') sent.push([language, JSON.parse(init.body as string)])
    const body = path.endsWith('/about') ? { body: language === 'en' ? 'About us' : 'Over ons', html: '' } : {}
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { ETag: '"1"' } }))
  })
  show([<TextPages key="pages" tenant="ess" />, <Switch key="switch" />])
  const text = () => document.querySelector<HTMLTextAreaElement>('textarea')?.value
  fireEvent.click(screen.getAllByRole('button', { expanded: false })[0] as HTMLElement)
  await waitFor(() => expect(text()).toBe('Over ons'))
  fireEvent.input(document.querySelector('textarea') as HTMLElement, { target: { value: 'Over ons allen' } })
  fireEvent.click(screen.getByText('Taal'))
  await waitFor(() => expect(text()).toBe('About us'))
  fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(sent).toEqual([['en', { body: 'About us' }]]))
  fireEvent.click(screen.getByText('Taal'))
  await waitFor(() => expect(text()).toBe('Over ons allen'))
})
