import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { membersQuery } from '@/features/tenants/api'
import { InviteMember, MemberRows } from '@/features/tenants/components/members'
import { useI18n } from '@/i18n'

export default function MembersPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(membersQuery(tenant))
  const refresh = () => void client.invalidateQueries({ queryKey: membersQuery(tenant).queryKey })
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('members-title')} crumb={{ href: paths.settings(tenant), name: t('settings-title') }} lead={t('members-lead')} />
      <Loaded query={query}>{(members) => <MemberRows tenant={tenant} members={members} onChanged={refresh} />}</Loaded>
      <InviteMember tenant={tenant} onInvited={refresh} />
    </div>
  )
}
