import { fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { refuseFirst } from '@/testing/refuse-first'
import { show } from '@/testing/render'
import type { ChosenLevel, Follow } from '../settings-api'
import { ChosenLevels, FollowedOnes } from './followed'
import { FollowTerms } from './follow-terms'

afterEach(() => vi.unstubAllGlobals())

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('says at the issue that is still followed why that is, also when another one is let go meanwhile', async () => {
  const { why } = refuseFirst()
  const issue = (id: string, name: string) => ({ id, kind: 'issue', subject: id, name, tenant: 'ess' }) as Follow
  show(<FollowedOnes kind="issue" follows={[issue('1', 'Het plein'), issue('2', 'De brug')]} />)
  press('Het plein niet meer volgen')
  press('De brug niet meer volgen')
  expect((await screen.findByText(why)).closest('li')?.textContent).toContain('Het plein')
})

it('says at the theme that is not followed that it failed, also when another one is chosen meanwhile', async () => {
  refuseFirst()
  const term = (id: string, name: string) => ({ id, name, kind: 'theme' }) as never
  show(<FollowTerms terms={[term('1', 'Water'), term('2', 'Wonen')]} />)
  await screen.findByRole('button', { name: 'Volg Water' })
  press('Volg Water')
  press('Volg Wonen')
  const [water] = screen.getAllByRole('listitem')
  expect((await within(water as HTMLElement).findByRole('alert')).textContent).toBe('Dat lukte niet. Probeer het opnieuw.')
})

it('has no heading above a choice that nobody made', () => {
  const { unmount } = show(<ChosenLevels levels={[]} />)
  expect(screen.queryByRole('heading')).toBeNull()
  unmount()
  show(<ChosenLevels levels={[{ issue: 'i1', tenant: 'ess', title: 'Het plein', level: 'off' } as ChosenLevel]} />)
  expect(screen.getByRole('heading', { name: 'Opgaven met een eigen keuze' })).toBeTruthy()
})

it('leads to the organisations that one follows, and says how to follow one', () => {
  const { unmount } = show(<FollowedOnes kind="organisation" follows={[{ id: '1', kind: 'organisation', subject: 'o1', name: 'Gemeente Esstad', tenant: 'ess' }]} />)
  expect(screen.getByRole('link', { name: 'Gemeente Esstad' }).getAttribute('href')).toBe('/o/ess')
  expect(screen.getByRole('button', { name: 'Gemeente Esstad niet meer volgen' })).toBeTruthy()
  unmount()
  show(<FollowedOnes kind="organisation" follows={[]} />)
  expect(screen.getByText('U volgt nog geen organisaties. Dat kan op de pagina van elke organisatie.')).toBeTruthy()
})
