import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove } from '@/api/client'
import type { Erasure, ErasureTexts } from '@/api/types'

/** Whether I am to be erased, and what stands in the way. */
export const erasureQuery = queryOptions({
  queryKey: ['my-erasure'],
  queryFn: ({ signal }) => get<Erasure>('/v1/me/erasure', { signal }),
})

/** A code goes to my first address. */
export const sendErasureCode = () => post('/v1/me/erasure/_code')
export const askErasure = (texts: ErasureTexts, code: string) => put<Erasure>('/v1/me/erasure', { body: { texts, code } })
export const stopErasure = () => remove('/v1/me/erasure')
