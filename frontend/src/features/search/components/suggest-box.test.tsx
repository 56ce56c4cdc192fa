import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { SuggestBox } from './suggest-box'

const TITLES = [
  { kind: 'issue', title: 'Het plein', tenantName: 'ESS', url: '/o/ess/opgaven/1' },
  { kind: 'product', title: 'Pleinvrees', tenantName: 'ESS', url: '/o/ess/kennis/2' },
]

function box(titles: (address: string) => object[] | Promise<object[]> = () => TITLES) {
  const gone: string[] = []
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return new Response(JSON.stringify({ items: await titles(address) }))
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

it.each([
  ['stays chosen when its place is another one', TITLES.toReversed(), '/o/ess/opgaven/1'],
  ['is let go when it is not there any more', TITLES.slice(1), '/zoeken?q=pleinen'],
])('the title that was chosen in a list %s', async (_, later, goesTo) => {
  let answer: (titles: object[]) => void = () => undefined
  const { gone, asked, field, type, press, enter } = box((address) => (address.endsWith('pleinen') ? new Promise((resolve) => (answer = resolve)) : TITLES))
  type('plein')
  await screen.findByRole('option', { name: /Het plein/ })
  type('pleinen')
  await waitFor(() => expect(asked).toHaveLength(2))
  press('ArrowDown')
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Het plein')
  answer(later)
  await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('Pleinvrees'))
  const chosen = document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
  expect(chosen?.textContent ?? '').toBe(screen.queryByRole('option', { selected: true })?.textContent ?? '')
  enter()
  expect(gone).toEqual([goesTo])
})
