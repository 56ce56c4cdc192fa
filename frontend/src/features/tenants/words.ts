import type { PageKind, TenantRole, Term } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const PAGE: Record<PageKind, PlainKey> = {
  about: 'page-about',
  'house-rules': 'page-house-rules',
  privacy: 'page-privacy',
  accessibility: 'page-accessibility',
  contact: 'page-contact',
}

/** What somebody with a role may do. */
export const ROLE_MAY: Record<TenantRole, PlainKey> = {
  member: 'tenant-role-member-may',
  publisher: 'tenant-role-publisher-may',
  convener: 'tenant-role-convener-may',
  owner: 'tenant-role-owner-may',
}

export const TERM_KIND: Record<Term['kind'], { title: PlainKey; hint: PlainKey }> = {
  theme: { title: 'terms-themes', hint: 'terms-themes-hint' },
  expertise: { title: 'terms-expertise', hint: 'terms-expertise-hint' },
  region: { title: 'terms-regions', hint: 'terms-regions-hint' },
}

export const TENANT_ROLE: Record<TenantRole, PlainKey> = {
  member: 'tenant-role-member',
  publisher: 'tenant-role-publisher',
  convener: 'tenant-role-convener',
  owner: 'tenant-role-owner',
}
