import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { SuggestBox } from './suggest-box'

const TITLES = [
  { kind: 'issue', title: 'Het plein', tenantName: 'ESS', url: '/o/ess/opgaven/1' },
  { kind: 'product', title: 'Pleinvrees', tenantName: 'ESS', url: '/o/ess/kennis/2' },
]

function box() {
  const gone: string[] = []
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response(JSON.stringify({ items: TITLES })))
  })
  show(<SuggestBox onGo={(address) => gone.push(address)} />)
  const field = screen.getByRole('combobox', { name: 'Zoeken' })
  const type = (text: string) => fireEvent.input(field, { target: { value: text } })
  const press = (key: string) => fireEvent.keyDown(field, { key })
  const enter = () => fireEvent.submit(screen.getByRole('search'))
  return { gone, asked, field, type, press, enter }
}

afterEach(() => vi.unstubAllGlobals())

it('offers titles from two letters on, and asks once the typing pauses', async () => {
  const { asked, type } = box()
  type('p')
  expect(screen.queryByRole('listbox')).toBeNull()
  type('pl')
  type('plein')
  await screen.findByRole('option', { name: /Pleinvrees/ })
  expect(asked).toEqual(['/v1/search/_suggest?q=plein'])
})

it('goes to the title that the arrows chose, and searches for the words when none was', async () => {
  const { gone, field, type, press, enter } = box()
  type('plein')
  await screen.findByRole('option', { name: /Pleinvrees/ })
  press('ArrowUp')
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { name: /Pleinvrees/ }).id)
  enter()
  type('plein & meer')
  enter()
  expect(gone).toEqual(['/o/ess/kennis/2', '/zoeken?q=plein%20%26%20meer'])
})

it('closes with Escape and leaves the words', async () => {
  const { field, type, press } = box()
  type('plein')
  await screen.findByRole('listbox')
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
  expect((field as HTMLInputElement).value).toBe('plein')
})
