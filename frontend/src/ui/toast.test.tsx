import { screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { toast, Toasts } from './toast'

afterEach(() => {
  history.replaceState(null, '', '/')
  vi.restoreAllMocks()
})

it('says that taking part worked when the server led here, and only once', async () => {
  history.replaceState(null, '', '/o/ess/opgaven/1?ga=door#meedoen')
  show(<Toasts />)
  expect(await screen.findByText('U doet mee. Welkom.')).toBeTruthy()
  expect(location.pathname + location.search + location.hash).toBe('/o/ess/opgaven/1?ga=door')
})

it('stands where it lies over no button', async () => {
  const at: Record<string, [top: number, bottom: number]> = { end: [760, 820], above: [640, 700], start: [16, 76], send: [750, 794], menu: [0, 44] }
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const [top, bottom] = at[this.id || (this.parentElement?.dataset.place ?? '')] ?? [0, 0]
    return { left: 16, right: 374, top, bottom } as DOMRect
  })
  const { container } = show(
    <>
      <button id="menu" />
      <button id="send" />
      <Toasts />
    </>,
  )
  toast('Bewaard.')
  await screen.findByText('Bewaard.')
  expect(container.querySelector<HTMLElement>('.np-toasts')?.dataset.place).toBe('above')
})
