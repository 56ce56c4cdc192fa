import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { Edition, Outcome } from '../api'
import OutcomeSheet from './outcome-sheet'

const edition = (title: string): Edition => ({ title, intro: '', introHtml: '', lang: 'nl', statements: [] })
const outcome: Outcome = { issue: 'i1', published: null, draft: null, publishedVersion: 1, reviews: [], can: { write: false, publish: false, review: false }, version: 1 }
const open = (title: string) => show(<OutcomeSheet tenant="ess" issue="i1" outcome={outcome} edition={edition(title)} />)

it('says once that it is an outcome when it has no title', () => {
  open('')
  expect(screen.getAllByText('Terugkoppeling')).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Terugkoppeling')
})

it('says above its title that it is an outcome', () => {
  open('Meer licht')
  expect(screen.getByText('Terugkoppeling')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Meer licht')
})
