import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useOwner } from '@/api/session'
import type { Issue, Network } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { MayEdit } from '@/app/may-edit'
import { paths } from '@/app/paths'
import { discardDraft, touchedBy } from '@/features/issues/api'
import { EditorSteps } from '@/features/issues/components/editor-steps'
import { PerspectiveRows } from '@/features/issues/components/perspective-rows'
import { networkQuery } from '@/features/networks/api'
import { HouseRules } from '@/features/networks/components/house-rules'
import { NetworkEditor } from '@/features/networks/components/network-editor'
import { taxonomyQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { ConfirmButton } from '@/ui/confirm'
import '@/features/issues/issues.css'

export default function EditNetworkPage({ tenant, network: id }: { tenant: string; network: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const query = useQuery({ ...networkQuery(tenant, id), refetchOnWindowFocus: false })
  const taxonomy = useQuery(taxonomyQuery(tenant))
  const reload = useCallback(() => client.fetchQuery({ ...networkQuery(tenant, id), staleTime: 0 }), [client, tenant, id])
  const keep = useCallback((saved: Network) => client.setQueryData(networkQuery(tenant, id).queryKey, saved), [client, tenant, id])
  return (
    <Loaded query={query}>
      {(network) => {
        const { room } = network
        const isDraft = room.state === 'draft'
        const moved = (after: Issue) => {
          keep({ ...network, room: after })
          go(paths.network(tenant, id))
        }
        return (
          <MayEdit may={room.can.change}>
            <PageHead title={t('network-edit-title')} about={room.title} crumb={{ href: isDraft ? paths.networks(tenant) : paths.network(tenant, id), name: room.title || t('network-unnamed') }} />
            <NetworkEditor
              tenant={tenant}
              network={network}
              themes={taxonomy.data?.themes ?? []}
              regions={taxonomy.data?.regions ?? []}
              vacancies={(rows, errors, onChange) => <PerspectiveRows legend={t('network-vacancies')} hint={t('network-vacancies-hint')} at="/vacancies" rows={rows} errors={errors} onChange={onChange} />}
              steps={(ends) => <EditorSteps tenant={tenant} issue={room} {...ends} onMoved={moved} onDone={() => go(paths.network(tenant, id))} />}
              reload={reload}
              onSaved={keep}
            />
            {isDraft ? null : <HouseRules tenant={tenant} network={network} owner={owner} onPut={keep} reload={reload} />}
            {isDraft ? (
              <ConfirmButton label={t('issue-discard')} title={t('issue-discard-title')} act={() => discardDraft(tenant, id)} onDone={() => {
                go(paths.networks(tenant))
                client.removeQueries({ queryKey: networkQuery(tenant, id).queryKey })
                void client.invalidateQueries({ predicate: touchedBy(id) })
              }}>
                {t('issue-discard-text')}
              </ConfirmButton>
            ) : null}
          </MayEdit>
        )
      }}
    </Loaded>
  )
}
