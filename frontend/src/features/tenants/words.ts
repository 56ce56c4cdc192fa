import type { PageKind, TenantRole } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const PAGE: Record<PageKind, PlainKey> = {
  about: 'page-about',
  'house-rules': 'page-house-rules',
  privacy: 'page-privacy',
  accessibility: 'page-accessibility',
  contact: 'page-contact',
}

export const TENANT_ROLE: Record<TenantRole, PlainKey> = {
  member: 'tenant-role-member',
  publisher: 'tenant-role-publisher',
  convener: 'tenant-role-convener',
  owner: 'tenant-role-owner',
}
