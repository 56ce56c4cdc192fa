import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { colleagueInvitationsQuery } from '@/features/invitations/api'
import { SentInvitations } from '@/features/invitations/components/sent-invitations'
import { type Member, membersQuery, ownRightsKeys } from '@/features/tenants/api'
import { InviteMember } from '@/features/tenants/components/invite-member'
import { MemberRows } from '@/features/tenants/components/members'
import { useI18n } from '@/i18n'
import { More } from '@/ui/more'

/** Only owners get past the first question; to others the server says why not. */
export default function MembersPage({ tenant }: { tenant: string }) {
  const query = useInfiniteQuery(membersQuery(tenant))
  return (
    <Loaded guarded query={query}>
      {({ pages }) => <Members tenant={tenant} members={pages.flatMap((page) => page.items)} more={<More query={query} />} />}
    </Loaded>
  )
}

function Members({ tenant, members, more }: { tenant: string; members: Member[]; more: ReactNode }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const invitations = useQuery(colleagueInvitationsQuery(tenant))
  const refresh = () => {
    void client.invalidateQueries({ queryKey: membersQuery(tenant).queryKey })
    void client.invalidateQueries({ queryKey: colleagueInvitationsQuery(tenant).queryKey })
  }
  /** Among them may be the reader. */
  const changed = () => {
    refresh()
    for (const queryKey of ownRightsKeys(tenant)) void client.invalidateQueries({ queryKey })
  }
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('members-title')} crumb={{ href: paths.settings(tenant), name: t('settings-title') }} lead={t('members-lead')} />
      <MemberRows tenant={tenant} members={members} onChanged={changed} />
      {more}
      <InviteMember tenant={tenant} onInvited={refresh} />
      <section className="np-stack">
        <h2>{t('invitations-title')}</h2>
        <Loaded query={invitations}>{(sent) => <SentInvitations tenant={tenant} invitations={sent} onChanged={refresh} />}</Loaded>
      </section>
    </div>
  )
}
