import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { NoAnswer, Problem } from '@/api/problems'
import { show } from '@/testing/render'
import { Refused } from './refused'

const refusal = (body: object, headers: Record<string, string> = {}) => new Problem(422, body, new Headers(headers))
const said = (error: unknown, fields?: readonly string[]) => {
  show(<Refused error={error} {...(fields ? { fields } : {})} />)
  return screen.queryByRole('alert')?.textContent ?? null
}

it('says what the server says', () => expect(said(refusal({ detail: 'Dat mag hier niet.' }))).toBe('Dat mag hier niet.'))

it('says what is wrong rather than that something is', () =>
  expect(said(refusal({ detail: 'Er klopt iets niet.', errors: [{ pointer: '/reason', code: 'x', detail: 'Dit is te lang.' }] }))).toBe('Dit is te lang.'))

it('leaves to a field what that says itself', () => {
  const error = refusal({ detail: 'Er klopt iets niet.', errors: [{ pointer: '/reason', code: 'x', detail: 'Dit is te lang.' }] })
  expect(said(error, ['/reason'])).toBeNull()
})

it('says of a field that is not on the page what is wrong with it', () => {
  const errors = [
    { pointer: '/reason', code: 'x', detail: 'Dit is te lang.' },
    { pointer: '/other', code: 'y', detail: 'Dat kan niet meer.' },
  ]
  expect(said(refusal({ errors }), ['/reason'])).toBe('Dat kan niet meer.')
})

it('is never empty when nobody said why, and names the number to quote', () => {
  expect(said(refusal({}, { 'X-Request-Id': '7f3a' }))).toBe('Dat is niet gelukt. Probeer het opnieuw. Vraagt u om hulp? Noem dan dit nummer: 7f3a')
})

it('says that no answer came, and takes a fault of the page itself for no such thing', () => {
  expect(said(new NoAnswer('/v1/x'))).toContain('Er kwam geen antwoord.')
  document.body.replaceChildren()
  expect(said(new TypeError('x'))).toBe('Dat is niet gelukt. Probeer het opnieuw.')
})

it('shows nothing as long as nothing is refused', () => expect(said(null)).toBeNull())
