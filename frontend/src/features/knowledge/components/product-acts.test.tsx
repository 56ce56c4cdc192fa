import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import type { Product } from '../api'
import { ProductActs } from './product-acts'

afterEach(() => vi.unstubAllGlobals())

it('says before it is withdrawn that it is found nowhere after that', async () => {
  const product = { id: 'k1', state: 'published', edition: 1, next: null, can: { change: true, retire: true } } as unknown as Product
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(new Response(JSON.stringify({ ...product, state: 'retired' })))
  })
  const onChanged = vi.fn()
  show(<ProductActs tenant="ess" product={product} onChanged={onChanged} />)
  fireEvent.click(screen.getByRole('button', { name: 'Intrekken' }))
  expect(screen.getByRole('dialog', { name: 'Dit kennisproduct intrekken?' }).textContent).toContain('Niemand vindt het dan nog')
  fireEvent.click(screen.getAllByRole('button', { name: 'Intrekken' }).at(-1) as HTMLElement)
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(asked).toEqual(['/v1/tenants/ess/products/k1/_retire'])
})
