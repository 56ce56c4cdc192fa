import type { PlainKey } from '@/i18n'
import type { Tone } from '@/ui/badge'
import type { Product, ProductKind } from './api'

export const KIND: Record<ProductKind, PlainKey> = {
  guide: 'product-guide',
  factsheet: 'product-factsheet',
  study: 'product-study',
  example: 'product-example',
  webinar: 'product-webinar',
  magazine: 'product-magazine',
}

export const KINDS = Object.keys(KIND) as ProductKind[]

/** What is said of something that is missing, by the code that the server has for it. */
export const MISSING: Record<string, PlainKey> = {
  'text.empty': 'field-empty',
  'product.body-missing': 'product-body-missing',
  'product.alt-missing': 'file-alt-missing',
}

export const STATE: Record<Product['state'], { key: PlainKey; tone: Tone }> = {
  draft: { key: 'product-state-draft', tone: 'warning' },
  published: { key: 'product-state-published', tone: 'success' },
  retired: { key: 'product-state-retired', tone: 'neutral' },
}
