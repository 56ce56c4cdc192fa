import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import { Menu } from './menu'

beforeEach(() => {
  show(
    <>
      <Menu name="Meer over bijdrage 2" label="Meer">
        <button type="button">Kopieer de link</button>
        <p>Of niets</p>
      </Menu>
      <button type="button">Verder</button>
    </>,
  )
  menu().open = true
})

const menu = () => screen.getByLabelText('Meer over bijdrage 2').closest('details') as HTMLDetailsElement
const summary = () => screen.getByLabelText('Meer over bijdrage 2')
const inside = () => screen.getByRole('button', { name: 'Kopieer de link' })
const elsewhere = () => screen.getByRole('button', { name: 'Verder' })

it('closes behind who goes on to something else, and leaves the focus there', () => {
  inside().focus()
  elsewhere().focus()
  expect(menu().open).toBe(false)
  expect(document.activeElement).toBe(elsewhere())
})

it('stays open within itself, and when the window loses the focus or something is pressed that takes none', () => {
  summary().focus()
  inside().focus()
  expect(menu().open).toBe(true)
  fireEvent.focusOut(inside(), { relatedTarget: null })
  expect(menu().open).toBe(true)
})

it('gives the focus back on Escape to who is in it, and takes it from nobody else', () => {
  inside().focus()
  fireEvent.keyDown(inside(), { key: 'Escape' })
  expect(menu().open).toBe(false)
  expect(document.activeElement).toBe(summary())
  elsewhere().focus()
  menu().open = true
  fireEvent.keyDown(elsewhere(), { key: 'Escape' })
  expect(menu().open).toBe(false)
  expect(document.activeElement).toBe(elsewhere())
})
