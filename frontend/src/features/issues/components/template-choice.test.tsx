import { createEvent, fireEvent, screen } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Issue, IssueTemplate } from '@/api/types'
import { show } from '@/testing/render'
import type { Fields } from '../form'
import { TemplateChoice } from './template-choice'

const PEOPLE = [{ name: 'Bewoner', experience: 'Woont aan het plein.', need: 'needed' as const, wanted: 3 }]
const OWN: IssueTemplate = { id: 't1', name: 'Plein', about: '', coreQuestion: '', whyNow: '', background: '', perspectives: PEOPLE }
const OURS: IssueTemplate = { key: 'youth', name: 'Jongeren', about: '', coreQuestion: 'Wat speelt er?', whyNow: 'Nu.', background: '', perspectives: PEOPLE }
const EMPTY: Fields = { title: '', coreQuestion: '', whyNow: '', whyOne: '', background: '', visibility: 'public', regime: 'open', plannedEnd: '', terms: [], perspectives: [] }

afterEach(() => vi.unstubAllGlobals())

it('promises no texts with a composition of an organisation, and does not say that it filled them in', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: [OWN, OURS], canKeep: false }), { headers: { 'Content-Type': 'application/json' } })))
  const filled = vi.fn()
  function Page() {
    const [fields, setFields] = useState(EMPTY)
    const fill = (changes: Partial<Fields>) => {
      filled(Object.keys(changes))
      setFields({ ...fields, ...changes })
    }
    return <TemplateChoice tenant="ess" issue={{ id: 'i1' } as Issue} fields={fields} onFill={fill} />
  }
  show(<Page />)
  const kinds = await screen.findByLabelText('Soort opgave')
  const use = async (kind: string) => {
    fireEvent(kinds, createEvent.change(kinds, { target: { value: kind } }))
    fireEvent.click(await screen.findByRole('button', { name: 'Invullen wat leeg is' }))
  }
  await use('t1')
  expect(await screen.findByText('De perspectieven zijn ingevuld. Aan de teksten is niets veranderd.')).toBeTruthy()
  expect(screen.getByText(/^Dit voorbeeld heeft alleen perspectieven\./)).toBeTruthy()
  await use('youth')
  expect(await screen.findByText(/^Ingevuld wat nog leeg was\./)).toBeTruthy()
  expect(screen.queryByText(/^Dit voorbeeld heeft alleen/)).toBeNull()
  expect(filled.mock.calls).toEqual([[['perspectives']], [['coreQuestion', 'whyNow']]])
})
