import { afterEach, expect, it } from 'vitest'
import { GoKeys, isBareKey, isSearchKey, turnKeys, turnSearchKey } from './shortcut'

afterEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
})

function press(key: string, on: Element = document.body, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init })
  on.dispatchEvent(event)
  return event
}

it('is a key alone, and not in a field, a dialog or a chord', () => {
  const field = document.body.appendChild(document.createElement('textarea'))
  expect(isBareKey(press('j'))).toBe(true)
  expect(isBareKey(press('j', field))).toBe(false)
  expect(isBareKey(press('j', document.body, { ctrlKey: true }))).toBe(false)
  document.body.appendChild(document.createElement('dialog')).setAttribute('open', '')
  expect(isBareKey(press('j'))).toBe(false)
})

it('is off when all keys are, and search also by itself', () => {
  turnSearchKey(false)
  expect([isBareKey(press('j')), isSearchKey(press('/'))]).toEqual([true, false])
  turnSearchKey(true)
  expect(isSearchKey(press('/'))).toBe(true)
  turnKeys(false)
  expect([isBareKey(press('j')), isSearchKey(press('/'))]).toEqual([false, false])
})

it('goes somewhere with g and the next key, if that comes soon', () => {
  const keys = new GoKeys()
  expect([keys.press('n', 0), keys.press('g', 100), keys.press('n', 900), keys.press('n', 950)]).toEqual([null, null, 'n', null])
  expect([keys.press('g', 2000), keys.press('n', 4000)]).toEqual([null, null])
  expect([keys.press('g', 5000), keys.press('g', 5100), keys.press('n', 5200)]).toEqual([null, 'g', null])
})
