import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { EvaluationForm } from './evaluation-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => kept.clear())

const group = (name: string) => screen.getByRole('group', { name })
const isWrong = (name: string) => group(name).querySelector('[aria-invalid="true"]') !== null

it('marks each question that has no answer, until it has one', async () => {
  show(<EvaluationForm tenant="ess" issue="i1" own={null} draft="w/evaluation" onGiven={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Geef mijn oordeel' }))
  const link = await screen.findByRole('link', { name: 'Klopt de vraag?: Kies wat het beste past.' })
  expect(document.querySelector(link.getAttribute('href') ?? '')?.contains(group('Klopt de vraag?'))).toBe(true)
  expect([isWrong('Klopt de vraag?'), isWrong('Wat raadt u aan?')]).toEqual([true, true])
  expect(group('Klopt de vraag?').getAttribute('aria-describedby')).toContain('-error')

  const right = screen.getByLabelText('Ja, dit is de goede vraag')
  right.focus()
  fireEvent.click(right)
  expect([isWrong('Klopt de vraag?'), isWrong('Wat raadt u aan?')]).toEqual([false, true])
  expect(screen.queryByRole('link', { name: /^Klopt de vraag/ })).toBeNull()
  expect(document.activeElement, 'whoever goes on is left where they are').toBe(right)
})
