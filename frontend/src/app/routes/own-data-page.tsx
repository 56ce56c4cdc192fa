import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { myFacetsQuery } from '@/features/people/api'
import { HideSwitch } from '@/features/people/components/hide-switch'
import { MyConsents } from '@/features/people/components/my-consents'
import { MyCopy } from '@/features/people/components/my-copy'
import { WhoMayFind } from '@/features/people/components/who-may-find'
import { WhoSawMe } from '@/features/people/components/who-saw-me'
import { myProfileQuery } from '@/features/people/profile-api'
import { useI18n } from '@/i18n'

/** What is known of one, who may find one, and who did. */
export default function OwnDataPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const facets = useQuery(myFacetsQuery)
  const profile = useQuery(myProfileQuery)
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('own-title')} lead={t('own-lead')}>
        <AccountNav />
      </PageHead>
      <Loaded query={facets}>
        {({ data }) => (
          <>
            <HideSwitch facets={data} onChanged={(saved) => client.setQueryData(myFacetsQuery.queryKey, saved)} />
            <Loaded query={profile}>{(said) => <WhoMayFind facets={data} profile={said} change={paths.profile()} />}</Loaded>
            <WhoSawMe />
            <MyConsents />
            <MyCopy erase={paths.erase()} />
          </>
        )}
      </Loaded>
    </div>
  )
}
