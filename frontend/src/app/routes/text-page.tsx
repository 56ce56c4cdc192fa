import { useQuery } from '@tanstack/react-query'
import type { PageKind } from '@/api/types'
import { NotFoundPage } from '@/app/error-page'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { textPageQuery } from '@/features/tenants/api'
import { PAGE } from '@/features/tenants/words'
import { useI18n } from '@/i18n'
import { ServerHtml } from '@/ui/html'

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
          <ServerHtml html={data.html} />
        </>
      )}
    </Loaded>
  )
}
