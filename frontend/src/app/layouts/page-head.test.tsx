import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import { PageHead } from './page-head'

it('says in which language a title and its sentence are', () => {
  show(<PageHead title="Lighter streets" lead="What helped elsewhere." lang="en" />)
  expect(screen.getByRole('heading', { level: 1 }).lang).toBe('en')
  expect(screen.getByText('What helped elsewhere.').lang).toBe('en')
})
