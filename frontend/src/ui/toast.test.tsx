import { screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import { Toasts } from './toast'

afterEach(() => history.replaceState(null, '', '/'))

it('says that taking part worked when the server led here, and only once', async () => {
  history.replaceState(null, '', '/o/ess/opgaven/1?ga=door#meedoen')
  show(<Toasts />)
  expect(await screen.findByText('U doet mee. Welkom.')).toBeTruthy()
  expect(location.pathname + location.search + location.hash).toBe('/o/ess/opgaven/1?ga=door')
})
