import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { Around, show } from '@/testing/render'
import { PageHead } from './page-head'

it('says in which language a title and its sentence are', () => {
  show(<PageHead title="Lighter streets" lead="What helped elsewhere." lang="en" />)
  expect(screen.getByRole('heading', { level: 1 }).lang).toBe('en')
  expect(screen.getByText('What helped elsewhere.').lang).toBe('en')
})

it('names the window after the page and what it is about', () => {
  const { rerender } = show(<PageHead title="Taken" about="Muziek na elf uur" />)
  expect(document.title).toBe('Taken: Muziek na elf uur · Netwerkplatform')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Taken')
  rerender(
    <Around>
      <PageHead title="Zoeken" about="" />
    </Around>,
  )
  expect(document.title).toBe('Zoeken · Netwerkplatform')
})
