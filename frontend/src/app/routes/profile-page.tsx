import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { sessionQuery } from '@/api/session'
import { profileQuery } from '@/features/account/api'
import { NameForm } from '@/features/account/components/name-form'
import { myFacetsQuery } from '@/features/people/api'
import { ContactSwitch } from '@/features/people/components/contact-switch'
import { FacetsForm } from '@/features/people/components/facets-form'
import { ProfileParts } from '@/features/people/components/profile-parts'
import { SeenOfMe } from '@/features/people/components/seen-of-me'
import { myProfileQuery } from '@/features/people/profile-api'
import { taxonomyQuery, tenantsQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'

/** How others know one, and who may find one. */
export default function ProfilePage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(profileQuery)
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('profile-title')} lead={t('profile-lead')}>
        <AccountNav />
      </PageHead>
      <Loaded query={query}>
        {({ data, etag }) => (
          <>
            <NameForm
              name={data.name}
              etag={etag ?? ''}
              onSaved={(saved) => {
                client.setQueryData(profileQuery.queryKey, saved)
                client.setQueryData(sessionQuery.queryKey, saved.data)
              }}
              onStale={() => client.fetchQuery({ ...profileQuery, staleTime: 0 })}
            />
            <Facets owner={data.addresses[0]?.id ?? ''} name={data.name} memberships={data.memberships.map((membership) => membership.tenant)} />
          </>
        )}
      </Loaded>
    </div>
  )
}

/** The words of one's own organisations; without one, those of all. */
function Facets(props: { owner: string; name: string; memberships: string[] }) {
  const client = useQueryClient()
  const facets = useQuery(myFacetsQuery)
  const profile = useQuery(myProfileQuery)
  const { data: tenants } = useQuery({ ...tenantsQuery, enabled: props.memberships.length === 0 })
  const slugs = props.memberships.length > 0 ? props.memberships : (tenants ?? []).map((tenant) => tenant.slug)
  const terms = useQueries({
    queries: slugs.map((slug) => taxonomyQuery(slug)),
    combine: (results) => results.flatMap(({ data }) => (data ? [...data.expertise, ...data.themes, ...data.regions] : [])),
  })
  return (
    <Loaded query={facets}>
      {({ data, etag }) => (
        <>
          <FacetsForm
            facets={data}
            etag={etag ?? ''}
            terms={terms}
            onSaved={(saved) => client.setQueryData(myFacetsQuery.queryKey, saved)}
            onStale={() => client.fetchQuery({ ...myFacetsQuery, staleTime: 0 })}
          />
          <Loaded query={profile}>{(parts) => <ProfileParts owner={props.owner} profile={parts} />}</Loaded>
          <ContactSwitch facets={data} onChanged={(saved) => client.setQueryData(myFacetsQuery.queryKey, saved)} />
          {profile.data ? <SeenOfMe name={props.name} facets={data} profile={profile.data} more={paths.ownData()} /> : null}
        </>
      )}
    </Loaded>
  )
}
