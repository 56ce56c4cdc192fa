import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import { Calling, Mailing } from './reach'

it('makes a number call and an address write, and leaves a number with words beside it', () => {
  show(
    <>
      <p>
        <Calling sentence="Bellen: +31 (0)75-123 45 67." number="+31 (0)75-123 45 67" />
      </p>
      <Mailing sentence="Mailen: a&b@example.org" address="a&b@example.org" />
      <Calling sentence="Bellen: 14 075 of 112" number="14 075 of 112" />
    </>,
  )
  expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['+31 (0)75-123 45 67', 'tel:+31751234567'],
    ['a&b@example.org', 'mailto:a%26b@example.org'],
  ])
})
