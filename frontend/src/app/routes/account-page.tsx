import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { sessionQuery } from '@/api/session'
import { profileQuery, sessionsQuery } from '@/features/account/api'
import { Addresses } from '@/features/account/components/addresses'
import { Password } from '@/features/account/components/password'
import { Sessions } from '@/features/account/components/sessions'
import { useI18n } from '@/i18n'

/** How one signs in, and where one is. */
export default function AccountPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(profileQuery)
  const changed = () => {
    for (const { queryKey } of [profileQuery, sessionQuery, sessionsQuery]) void client.invalidateQueries({ queryKey })
  }
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('account-title')} lead={t('account-lead')}>
        <AccountNav />
      </PageHead>
      <Loaded query={query}>
        {({ data }) => (
          <>
            <Addresses addresses={data.addresses} onChanged={changed} />
            <Password key={String(data.hasPassword)} has={data.hasPassword} onChanged={changed} />
            <Sessions />
          </>
        )}
      </Loaded>
    </div>
  )
}
