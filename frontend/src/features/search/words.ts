import type { PlainKey } from '@/i18n'
import type { HitKind } from './api'

export const HIT: Record<HitKind, PlainKey> = {
  issue: 'search-kind-issue',
  post: 'search-kind-post',
  outcome: 'search-kind-outcome',
  product: 'search-kind-product',
}
