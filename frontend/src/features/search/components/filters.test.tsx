import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import { readFilter, type SearchFilter } from '../filter'
import { SearchFilters } from './filters'

function Page({ found }: { found: boolean }) {
  const [filter, setFilter] = useState<SearchFilter>(() => readFilter(new URLSearchParams('q=plein&from=2026-01-01')))
  return (
    <>
      <input id="search-words" />
      {found ? (
        <h2 id="search-found" tabIndex={-1}>
          Twee resultaten
        </h2>
      ) : null}
      <SearchFilters filter={filter} found={undefined} onChange={(change) => setFilter({ ...filter, ...change })} />
    </>
  )
}

it.each([
  [true, 'search-found'],
  [false, 'search-words'],
])('goes on at what is found, or at the question, when all filters are taken away', async (found, goesOnAt) => {
  show(<Page found={found} />)
  fireEvent.click(screen.getByRole('button', { name: 'Filters wissen' }))
  await waitFor(() => expect(document.activeElement?.id).toBe(goesOnAt))
  expect(screen.queryByRole('button', { name: 'Filters wissen' })).toBeNull()
})
