import { screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { Editor } from './editor'
import { TermChoices } from './term-choices'

it('says of which list nothing was chosen', () => {
  show(<TermChoices legend="Regio’s" terms={[{ id: 'a', name: 'Zaanstreek' }]} chosen={[]} onChange={vi.fn()} />)
  expect(screen.getByRole('group', { name: 'Regio’s (niet verplicht)' }).querySelector('summary')?.textContent).toBe('Regio’s: Nog niets gekozen')
})

it('says in which field the toolbar marks', () => {
  show(<Editor id="a" label="Punt 1" value="" error={null} onWrite={vi.fn()} />)
  const bar = screen.getByRole('toolbar', { name: 'Opmaak' })
  expect(document.getElementById(bar.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Punt 1')
})
