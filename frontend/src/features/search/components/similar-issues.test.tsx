import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { SimilarIssues } from './similar-issues'

const hit = (id: string, title: string) => ({ id, title, kind: 'issue', tenant: 'tilburg', tenantName: 'Gemeente Tilburg', url: `/o/tilburg/opgaven/${id}`, snippet: '', at: '2026-11-01T09:00:00Z' })

const asked: string[] = []
const answers = (items: unknown[]) =>
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response(JSON.stringify({ items }), { headers: { 'Content-Type': 'application/json' } }))
  })

afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})

it('shows issues that resemble the title, and never the one that is being written', async () => {
  answers([hit('i1', 'Wie veegt het plein?'), hit('own', 'Wie veegt het trapveld?')])
  show(<SimilarIssues title="Wie veegt het trapveld?" except="own" level="h2" />)
  const link = await screen.findByRole('link', { name: /Wie veegt het plein/ })
  expect(link.getAttribute('href')).toBe('/o/tilburg/opgaven/i1')
  expect(screen.getByText('Gemeente Tilburg')).toBeTruthy()
  expect(screen.queryByText('Wie veegt het trapveld?')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('Eén opgave lijkt hierop')
  expect(asked[0]).toContain('kind=issue')
})

it('asks nothing about a word or two', () => {
  answers([hit('i1', 'Het plein')])
  show(<SimilarIssues title="Het plein" level="h2" />)
  expect(asked).toEqual([])
  expect(screen.queryByRole('heading')).toBeNull()
})

it('says nothing when nothing resembles', async () => {
  answers([])
  show(<SimilarIssues title="Over het hele plein" level="h2" />)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByRole('heading')).toBeNull()
})

it('offers to join only at what is of another organisation, and speaks of one when there is one', async () => {
  answers([hit('i1', 'Wie veegt het plein?')])
  const { unmount } = show(<SimilarIssues title="Wie veegt het trapveld?" level="h2" own={['tilburg']} />)
  expect(await screen.findByRole('heading', { name: 'Gaat deze opgave hier al over?' })).toBeTruthy()
  expect(screen.queryByText(/Uw organisatie kan zich aansluiten/)).toBeNull()
  unmount()
  answers([hit('i1', 'Wie veegt het plein?'), { ...hit('i2', 'Wie veegt de straat?'), tenant: 'zaanrade' }])
  show(<SimilarIssues title="Wie veegt het trapveld?" level="h2" own={['tilburg']} />)
  expect(await screen.findByRole('heading', { name: 'Gaat een van deze opgaven hier al over?' })).toBeTruthy()
  expect(screen.getByText(/Uw organisatie kan zich aansluiten/).closest('li')?.textContent).toContain('Wie veegt de straat?')
})
