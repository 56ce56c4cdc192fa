import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { NoAnswer, Problem } from '@/api/problems'
import { show } from '@/testing/render'
import { ErrorPage } from './error-page'

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
