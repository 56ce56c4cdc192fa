import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import { OwnAppeal } from './own-appeal'

const OWN = { id: 'b1', appealedAt: '2026-11-20T10:00:00Z', words: 'Dat klopt niet.', byInstallation: false }
const OUTSIDE = /geschillenorgaan of naar de rechter/

it('says where one can go while nobody answers, and after a no', () => {
  const { unmount } = show(<OwnAppeal appeal={OWN} />)
  expect(screen.getByText(/Hoort u na een week nog niets/).textContent).toMatch(OUTSIDE)
  unmount()
  show(<OwnAppeal appeal={{ ...OWN, granted: false, facts: 'Regel 3.' }} />)
  expect(screen.getByText(/Nationale ombudsman/).textContent).toMatch(OUTSIDE)
})

it('says that whoever runs the platform answered', () => {
  show(<OwnAppeal appeal={{ ...OWN, granted: true, facts: 'Regel 3.', byInstallation: true }} />)
  expect(screen.getByText(/beheerder van het platform keek hiernaar/)).toBeTruthy()
})

it('says nothing of that to whoever is in the right', () => {
  show(<OwnAppeal appeal={{ ...OWN, granted: true }} />)
  expect(screen.queryByText(OUTSIDE)).toBeNull()
})
