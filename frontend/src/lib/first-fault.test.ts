import { expect, it, vi } from 'vitest'
import { goToFirstFault } from './first-fault'

it('goes from the button to the first field at fault', async () => {
  document.body.innerHTML = '<input aria-invalid="true" /><form><input /><input id="a" aria-invalid="true" /><input aria-invalid="true" /><button>Stuur</button></form>'
  document.querySelector('button')?.focus()
  goToFirstFault()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('a'))
})

it('does so in what is sent as one and is no form', async () => {
  document.body.innerHTML = '<div data-closes><input id="a" aria-invalid="true" /><button>Bewaar</button></div>'
  document.querySelector('button')?.focus()
  goToFirstFault()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('a'))
})

it('leaves the focus where the page put it', async () => {
  document.body.innerHTML = '<form><input aria-invalid="true" /><p id="all" tabindex="-1">Fout</p><button>Stuur</button></form>'
  document.querySelector('button')?.focus()
  goToFirstFault()
  document.getElementById('all')?.focus()
  await new Promise((done) => setTimeout(done, 80))
  expect(document.activeElement?.id).toBe('all')
})
