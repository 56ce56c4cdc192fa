// Test files share one window in each process: making it costs more than most tests. None finds what another one left.
import { cleanup } from '@testing-library/preact'
import { afterAll, afterEach, vi } from 'vitest'

const { show, showModal, close } = HTMLDialogElement.prototype
const timers = { setTimeout, setInterval }
const running: ReturnType<typeof setTimeout>[] = []
const noted =
  <Given extends unknown[]>(start: (...given: Given) => ReturnType<typeof setTimeout>) =>
  (...given: Given) => {
    const timer = start(...given)
    running.push(timer)
    return timer
  }

// What is still to come when a file ends belongs to no other one: a late request reached another file's server.
Object.assign(globalThis, { setTimeout: noted(setTimeout), setInterval: noted(setInterval) })

afterEach(cleanup)

afterAll(() => {
  Object.assign(globalThis, timers)
  for (const timer of running) clearTimeout(timer)
  vi.resetModules()
  vi.unstubAllGlobals()
  Object.assign(HTMLDialogElement.prototype, { show, showModal, close })
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  document.body.replaceChildren()
})
