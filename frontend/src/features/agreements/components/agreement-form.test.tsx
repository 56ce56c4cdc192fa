import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Agreement, AgreementStanding } from '@/api/types'
import { keepForm } from '@/lib/drafts'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { AgreementForm } from './agreement-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const agreement = (version: number, expectations: string): Agreement => ({ version, expectations, expectationsHtml: '', tasks: '', tasksHtml: '', rhythm: 'weekly', putAt: '2026-11-01T12:00:00Z' })
const standing = (version: number, expectations: string): AgreementStanding => ({ agreement: agreement(version, expectations), agreed: true, mayPut: true, mayAgree: true, count: 1, people: 2, waiting: [] })

afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const field = () => screen.findByLabelText<HTMLTextAreaElement>('Wat verwachten we van elkaar?')
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Leg voor aan iedereen' }))

it('keeps mine when somebody was ahead, says so, and puts it only when one presses again', async () => {
  const from: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const form = JSON.parse(init.body as string) as { version: number; expectations: string }
    from.push([form.version, form.expectations])
    const isLate = form.version === 1
    const body = isLate ? { code: 'agreement.changed', detail: 'De afspraak is intussen veranderd.', status: 409, errors: [] } : standing(3, form.expectations)
    return Promise.resolve(new Response(JSON.stringify(body), { status: isLate ? 409 : 200, headers: { 'Content-Type': isLate ? 'application/problem+json' : 'application/json' } }))
  })
  const onPut = vi.fn()
  show(<AgreementForm tenant="ess" issue="i1" standing={standing(1, 'Toen')} draft="w/agreement-1" onPut={onPut} onChanged={() => Promise.resolve(standing(2, 'Van een ander'))} />)
  fireEvent.input(await field(), { target: { value: 'Van mij' } })
  press()
  await screen.findByText('De afspraak is intussen veranderd.')
  expect((await field()).value).toBe('Van mij')
  expect(onPut).not.toHaveBeenCalled()
  press()
  await waitFor(() => expect(onPut).toHaveBeenCalled())
  expect(from).toEqual([
    [1, 'Van mij'],
    [2, 'Van mij'],
  ])
})

it('goes on with what was typed before, from the version that it began with', async () => {
  await keepForm('w/agreement-2', { version: 1, expectations: 'Half af' })
  const from: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    from.push((JSON.parse(init.body as string) as { version: number }).version)
    return Promise.reject(new TypeError('offline'))
  })
  show(<AgreementForm tenant="ess" issue="i2" standing={standing(4, 'Van een ander')} draft="w/agreement-2" onPut={vi.fn()} onChanged={() => Promise.reject(new Error('offline'))} />)
  await waitFor(async () => expect((await field()).value).toBe('Half af'))
  press()
  await waitFor(() => expect(from).toEqual([1]))
})
