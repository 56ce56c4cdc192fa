import { useQuery } from '@tanstack/react-query'
import type { PageKind } from '@/api/types'
import { NotFoundPage } from '@/app/error-page'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { tenantQuery, textPageQuery } from '@/features/tenants/api'
import { PAGE } from '@/features/tenants/words'
import { useI18n } from '@/i18n'
import { ServerHtml } from '@/ui/html'
import { Calling, Mailing } from '@/ui/reach'

export default function TextPage({ tenant, kind }: { tenant: string; kind: string }) {
  return kind in PAGE ? <Text tenant={tenant} kind={kind as PageKind} /> : <NotFoundPage />
}

function Text({ tenant, kind }: { tenant: string; kind: PageKind }) {
  const { t, locale } = useI18n()
  const query = useQuery(textPageQuery(tenant, kind, locale))
  return (
    <Loaded query={query}>
      {({ data }) => (
        <>
          <PageHead title={t(PAGE[kind])} />
          {kind === 'contact' ? <AtOnce tenant={tenant} /> : null}
          <ServerHtml html={data.html} />
        </>
      )}
    </Loaded>
  )
}

/** How the organisation is reached, whatever its page says. */
function AtOnce({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const { data } = useQuery(tenantQuery(tenant))
  const { contactPhone: phone = '', contactEmail: email = '' } = data?.data ?? {}
  if (!phone && !email) return null
  return (
    <ul role="list">
      {phone ? (
        <li>
          <Calling sentence={t('contact-call', { phone })} number={phone} />
        </li>
      ) : null}
      {email ? (
        <li>
          <Mailing sentence={t('contact-mail', { email })} address={email} />
        </li>
      ) : null}
    </ul>
  )
}
