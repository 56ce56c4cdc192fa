import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { Network, NetworkKind } from '@/api/types'
import { ForbiddenPage } from '@/app/error-page'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { foundNetwork, networkQuery } from '@/features/networks/api'
import { likeIt } from '@/features/networks/form'
import { KIND, KINDS } from '@/features/networks/words'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { Choice, Fieldset } from '@/ui/field'
import { TitleForm } from '@/ui/title-form'

/** A kind and a name begin a network, or one that is there already. From then on it saves itself. */
export default function NewNetworkPage({ tenant }: { tenant: string }) {
  const [search] = useSearchParams()
  const from = search.get('zoals')
  const { data: owner } = useQuery(tenantQuery(tenant))
  if (owner?.data.can.convene === false) return <ForbiddenPage />
  return from ? <LikeAnother tenant={tenant} from={from} /> : <Beginning tenant={tenant} />
}

function LikeAnother({ tenant, from }: { tenant: string; from: string }) {
  const query = useQuery(networkQuery(tenant, from))
  return <Loaded query={query}>{(network) => <Beginning tenant={tenant} like={network} />}</Loaded>
}

function Beginning({ tenant, like }: { tenant: string; like?: Network }) {
  const { t } = useI18n()
  const key = useRef(newIdempotencyKey())
  const [kind, setKind] = useState<NetworkKind>('knowledge')
  const begin = useMutation({
    mutationFn: (name: string) => foundNetwork(tenant, like ? likeIt(like, name) : { kind, name, visibility: 'invited' }, key.current),
    onSuccess: (network) => go(paths.editNetwork(tenant, network.id)),
  })
  const { error } = begin
  const sentence = error ? (isProblem(error) ? (error.errors[0]?.detail ?? error.detail) : t('offline-text')) : null
  return (
    <div className="np-measure">
      <PageHead title={t('network-new')} crumb={{ href: paths.networks(tenant), name: t('networks-title') }} lead={like ? t('network-like-lead', { name: like.room.title }) : t('network-new-lead')} />
      <TitleForm label={t('network-name')} hint={t('network-name-hint')} error={sentence} busy={begin.isPending} onBegin={begin.mutate}>
        {like ? null : (
          <Fieldset legend={t('network-kind')}>
            {KINDS.map((one) => (
              <Choice key={one} type="radio" name="kind" label={t(KIND[one].key)} hint={t(KIND[one].hint)} checked={kind === one} onChange={() => setKind(one)} />
            ))}
          </Fieldset>
        )}
      </TitleForm>
    </div>
  )
}
