import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { ProductFile } from '../api'
import { ProductFiles } from './product-files'

const picture = (id: string, alt: string): ProductFile => ({ id, name: `${id}.png`, mediaType: 'image/png', size: 1000, url: `/v1/files/${id}`, alt })

it('calls a picture by what is to be seen on it, or else by its file, and shows the name of that', () => {
  show(<ProductFiles files={[picture('a', 'Een leeg plein.'), picture('b', '')]} />)
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-label') ?? link.querySelector('img')?.alt)).toEqual(['Een leeg plein.', 'b.png openen'])
  expect(screen.getByText('a.png')).toBeTruthy()
})
