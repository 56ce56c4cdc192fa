import { beforeAll, expect, it, vi } from 'vitest'
import { keepFocus, wayBack } from './focus-kept'

beforeAll(keepFocus)

const button = (id: string) => document.getElementById(id) as HTMLButtonElement

it('goes to the line of a button that vanished', async () => {
  document.body.innerHTML = '<main><h1>Taken</h1><ul><li id="line"><button id="b">Doe</button></li></ul></main>'
  button('b').focus()
  button('b').remove()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('line'))
})

it('goes to the heading when the line went too', async () => {
  document.body.innerHTML = '<main><h1>Taken</h1><section><h2 id="head">Open</h2><ul><li id="line"><button id="b">Doe</button></li></ul></section></main>'
  button('b').focus()
  document.getElementById('line')?.remove()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('head'))
})

it('leaves alone who went somewhere else', async () => {
  document.body.innerHTML = '<main><h1>Taken</h1><button id="b">Doe</button><button id="c">Anders</button></main>'
  button('b').focus()
  button('c').focus()
  button('b').remove()
  await new Promise((done) => setTimeout(done, 150))
  expect(document.activeElement?.id).toBe('c')
})

it('goes back to where an opener was that is gone by then', () => {
  document.body.innerHTML = '<main><h1>Gesprek</h1><article id="post"><button id="b">Doe</button></article></main>'
  button('b').focus()
  const back = wayBack()
  button('b').remove()
  back()
  expect(document.activeElement?.id).toBe('post')
})
