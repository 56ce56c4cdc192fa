import { screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { NoAnswer, Problem } from '@/api/problems'
import { show } from '@/testing/render'
import { ErrorPage } from './error-page'

afterEach(() => vi.unstubAllGlobals())

const AGAIN = /probeert het zelf ook opnieuw/
const page = (error: unknown) => show(<ErrorPage error={error} retry={() => undefined} />)

it('says that there was no answer, and that the page goes on by itself', () => {
  page(new NoAnswer('/v1/x'))
  expect(screen.getByText(/Het platform of uw internet is even weg/)).toBeTruthy()
  expect(screen.getByText(AGAIN)).toBeTruthy()
})

it('does not promise that of what does not pass', () => {
  page(new Problem(400, { code: 'input.invalid', detail: 'Dat kan niet.' }, new Headers()))
  expect(screen.getByText('Dat kan niet.')).toBeTruthy()
  expect(screen.queryByText(AGAIN)).toBeNull()
})

it('leads whoever may not see a page back to what it belongs under', () => {
  history.replaceState(null, '', '/o/ess/gesprekken/t1/begeleiden')
  page(new Problem(403, { code: 'denied', detail: 'Dit is voor wie begeleidt.' }, new Headers()))
  expect(screen.getByText('Dit is voor wie begeleidt.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Terug naar het gesprek' }).getAttribute('href')).toBe('/o/ess/gesprekken/t1')
  history.replaceState(null, '', '/')
})

it('leads somebody who signs in back to the place in the page that they came for', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 401 })))
  history.replaceState(null, '', '/o/ess/gesprekken/t1#5')
  page(new Problem(404, { code: 'thread.not-found', detail: '' }, new Headers()))
  expect((await screen.findByRole('link', { name: 'Aanmelden' })).getAttribute('href')).toBe('/aanmelden?next=%2Fo%2Fess%2Fgesprekken%2Ft1%235')
  history.replaceState(null, '', '/')
})
