import { expect, it } from 'vitest'
import type { ProductFile } from './api'
import { keyed, standing } from './form'

it('keeps a fault at its file when another is removed, and drops that of one that is gone', () => {
  const files = ['f1', 'f2'].map((id): ProductFile => ({ id, name: id, mediaType: 'image/png', size: 1, url: '', alt: '' }))
  const faults = ['/title', '/files', '/files/0/alt', '/files/1/alt'].map((pointer) => ({ pointer: keyed(pointer, { files }), code: 'product.alt-missing', detail: '' }))
  expect(standing(faults, { files: files.slice(1) }).map(({ pointer }) => pointer)).toEqual(['/title', '/files', '/files/f2/alt'])
})
