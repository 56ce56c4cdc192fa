import type { PlainKey } from '@/i18n'
import type { Kind } from './filter'

/** One of them, on a card. */
export const ONE: Record<Kind, PlainKey> = {
  issue: 'search-kind-issue',
  post: 'search-kind-post',
  outcome: 'search-kind-outcome',
  product: 'search-kind-product',
  person: 'search-kind-person',
}

/** All of them, on a button. */
export const MANY: Record<Kind, PlainKey> = {
  issue: 'search-kinds-issue',
  post: 'search-kinds-post',
  outcome: 'search-kinds-outcome',
  product: 'search-kinds-product',
  person: 'search-kinds-person',
}
