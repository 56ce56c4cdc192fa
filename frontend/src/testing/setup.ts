// Test files share one window in each process: making it costs more than most tests. None finds what another one left.
import { cleanup } from '@testing-library/preact'
import { afterAll, afterEach, vi } from 'vitest'

const { show, showModal, close } = HTMLDialogElement.prototype

afterEach(cleanup)

afterAll(() => {
  vi.resetModules()
  vi.unstubAllGlobals()
  Object.assign(HTMLDialogElement.prototype, { show, showModal, close })
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  document.body.replaceChildren()
})
