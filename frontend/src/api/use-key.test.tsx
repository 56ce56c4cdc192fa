import { render } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { useKey } from './use-key'

it('stays while the same is sent, and is another one for another text, and once something was made', () => {
  let keyOf: (sent: object) => string = () => ''
  function Form({ made }: { made: number }) {
    keyOf = useKey(made)
    return null
  }
  const { rerender } = render(<Form made={0} />)
  const first = keyOf({ text: 'Kom je ook?' })
  expect(keyOf({ text: 'Kom je ook?' })).toBe(first)
  const other = keyOf({ text: 'Kom je dan ook?' })
  expect(other).not.toBe(first)
  rerender(<Form made={1} />)
  expect(keyOf({ text: 'Kom je dan ook?' })).not.toBe(other)
})
