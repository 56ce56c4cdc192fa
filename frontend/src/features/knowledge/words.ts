import type { PlainKey } from '@/i18n'
import type { ProductKind } from './api'

export const KIND: Record<ProductKind, PlainKey> = {
  guide: 'product-guide',
  factsheet: 'product-factsheet',
  study: 'product-study',
  example: 'product-example',
  webinar: 'product-webinar',
  magazine: 'product-magazine',
}

export const KINDS = Object.keys(KIND) as ProductKind[]
