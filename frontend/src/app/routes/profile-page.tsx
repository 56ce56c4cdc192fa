import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { sessionQuery } from '@/api/session'
import { profileQuery } from '@/features/account/api'
import { NameForm } from '@/features/account/components/name-form'
import { Sessions } from '@/features/account/components/sessions'
import { useI18n } from '@/i18n'

export default function ProfilePage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(profileQuery)
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('profile-title')} lead={t('profile-lead')} />
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
            />
            <section className="np-stack np-stack--tight">
              <h2>{t('profile-addresses')}</h2>
              <ul>
                {data.addresses.map((address) => (
                  <li key={address.address}>
                    {address.address}
                    {address.primary ? ` (${t('profile-address-primary')})` : null}
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
      <Sessions />
    </div>
  )
}
