import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import type { Network, NetworkForm, NetworkKind } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { ForbiddenPage } from '@/app/error-page'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { foundNetwork, networkQuery } from '@/features/networks/api'
import { TakenOver } from '@/features/networks/components/taken-over'
import { likeIt } from '@/features/networks/form'
import { KIND, KINDS, PURPOSES, RULES } from '@/features/networks/words'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { dropDraft } from '@/lib/drafts'
import { Choice, Fieldset } from '@/ui/field'
import { TitleForm } from '@/ui/title-form'

/** A kind and a name begin a network, or one that is there already. From then on it saves itself. */
export default function NewNetworkPage({ tenant }: { tenant: string }) {
  const [search] = useSearchParams()
  const like = search.get('zoals')
  const { data: owner } = useQuery(tenantQuery(tenant))
  if (owner?.data.can.convene === false) return <ForbiddenPage />
  return like ? <LikeAnother tenant={tenant} of={search.get('van') ?? tenant} like={like} /> : <OfAKind tenant={tenant} />
}

/** With the charter of a network that its founder may read, maybe of another organisation. */
function LikeAnother({ tenant, of, like }: { tenant: string; of: string; like: string }) {
  const { t } = useI18n()
  const query = useQuery(networkQuery(of, like))
  const taxonomy = useQuery(taxonomyQuery(tenant))
  return (
    <Loaded query={taxonomy}>
      {({ themes, regions }) => {
        const known = new Set([...themes, ...regions].map(({ id }) => id))
        return (
          <Loaded query={query}>
            {(network) => (
              <Beginning tenant={tenant} lead={t('network-like-lead', { name: network.room.title })} form={(name) => likeIt(network, name, known)}>
                <TakenOver network={network} known={known} />
              </Beginning>
            )}
          </Loaded>
        )
      }}
    </Loaded>
  )
}

function OfAKind({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [kind, setKind] = useState<NetworkKind>('knowledge')
  const [first, setFirst] = useState(false)
  const form = (name: string): NetworkForm => ({ kind, name, visibility: 'invited', ...(first ? { purpose: t(PURPOSES[kind]), houseRules: t(RULES[kind]) } : {}) })
  return (
    <Beginning tenant={tenant} lead={t('network-new-lead')} form={form}>
      <Fieldset legend={t('network-kind')}>
        {KINDS.map((one) => (
          <Choice key={one} type="radio" name="kind" label={t(KIND[one].key)} hint={t(KIND[one].hint)} checked={kind === one} onChange={() => setKind(one)} />
        ))}
      </Fieldset>
      <Choice type="checkbox" label={t('network-first')} hint={t('network-first-said', { purpose: t(PURPOSES[kind]) })} checked={first} onChange={(event) => setFirst(event.currentTarget.checked)} />
    </Beginning>
  )
}

interface Props {
  tenant: string
  lead: string
  form: (name: string) => NetworkForm
  /** What is asked or shown before the name. */
  children: ReactNode
}

function Beginning({ tenant, lead, form, children }: Props) {
  const { t } = useI18n()
  const keyOf = useKey()
  const kept = `${useOwner()}/new-network-${tenant}`
  const begin = useMutation({
    mutationFn: (name: string) => foundNetwork(tenant, form(name), keyOf(form(name))),
    onSuccess: (network: Network) => {
      void dropDraft(kept)
      go(paths.editNetwork(tenant, network.id))
    },
  })
  return (
    <div className="np-measure">
      <PageHead title={t('network-new')} crumb={{ href: paths.networks(tenant), name: t('networks-title') }} lead={lead} />
      <TitleForm name={kept} label={t('network-name')} hint={t('network-name-hint')} error={begin.error} busy={begin.isPending} onBegin={begin.mutate}>
        {children}
      </TitleForm>
    </div>
  )
}
