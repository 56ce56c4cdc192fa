import { render } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { besideServerPage } from './take-over'

beforeEach(() => {
  document.body.innerHTML = '<div id="app" data-shown><h1>Van de server</h1><input id="site-search"><a href="/help">Help</a></div>'
})
afterEach(() => {
  document.body.replaceChildren()
})
const server = () => document.getElementById('app') as HTMLElement

it('begins at once where the server wrote no page', () => {
  delete server().dataset.shown
  const shown = server()
  expect(besideServerPage(shown)).toBe(shown)
  expect(shown.childElementCount).toBe(0)
})

it("keeps the server's page until nothing is on its way any more", async () => {
  const root = besideServerPage(server())
  root.innerHTML = '<h1>Van de toepassing</h1><div aria-busy="true"></div>'
  await new Promise(requestAnimationFrame)
  expect(document.body.textContent).toBe('Van de serverHelp')
  root.querySelector('div')?.remove()
  await vi.waitFor(() => expect(server()).toBe(root))
  expect(document.body.textContent).toBe('Van de toepassing')
})

it('loses nothing that was typed, nor the place of who was typing', async () => {
  const input = document.querySelector('input') as HTMLInputElement
  input.value = 'plein'
  input.focus()
  const root = besideServerPage(server())
  root.innerHTML = '<h1>Titel</h1><input id="site-search"><a href="/help">Help</a>'
  await vi.waitFor(() => expect(server()).toBe(root))
  expect(document.activeElement).toBe(root.querySelector('input'))
  expect(root.querySelector('input')?.value).toBe('plein')
})

/** A field as the application has them: in it stands what it knows of. */
function Search() {
  const [words, setWords] = useState('')
  return (
    <>
      <h1>Titel</h1>
      <input id="site-search" aria-label="Zoeken" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      <output>{words}</output>
    </>
  )
}

it('tells the application of what was typed', async () => {
  const input = document.querySelector('input') as HTMLInputElement
  input.value = 'plein'
  input.focus()
  const root = besideServerPage(server())
  render(<Search />, { container: root })
  await vi.waitFor(() => expect(server()).toBe(root))
  await vi.waitFor(() => expect(root.querySelector('output')?.textContent).toBe('plein'))
  expect(root.querySelector('input')?.value).toBe('plein')
})

it('keeps unfolded what was', async () => {
  const folded = '<details><summary>Achtergrond</summary></details><details><summary>Meer</summary></details>'
  server().innerHTML = folded.replace('<details>', '<details open>')
  const root = besideServerPage(server())
  root.innerHTML = `<h1>Titel</h1>${folded}`
  await vi.waitFor(() => expect(server()).toBe(root))
  expect([...root.querySelectorAll('details')].map((part) => part.open)).toEqual([true, false])
})
