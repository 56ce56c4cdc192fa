import { screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { Editor } from './editor'
import { TermChoices } from './term-choices'

const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2068\u2069]/g, '')

it('says of which list nothing was chosen', () => {
  show(<TermChoices legend="Regio’s" terms={[{ id: 'a', name: 'Zaanstreek' }]} chosen={[]} onChange={vi.fn()} />)
  expect(screen.getByRole('group', { name: 'Regio’s' }).querySelector('summary')?.textContent).toBe('Regio’s: Nog niets gekozen')
})

it('says in which field the toolbar marks', () => {
  show(<Editor id="a" label="Punt 1" value="" error={null} onWrite={vi.fn()} />)
  expect(plain(screen.getByRole('toolbar').getAttribute('aria-label'))).toBe('Opmaak van: Punt 1')
})
