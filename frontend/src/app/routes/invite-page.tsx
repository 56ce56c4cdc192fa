import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { whileShown } from '@/api/look-again'
import { useSession } from '@/api/session'
import { useNews } from '@/api/use-news'
import type { Issue, NetworkItem } from '@/api/types'
import { ForbiddenPage } from '@/app/error-page'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { invitationsQuery, suggestionsQuery } from '@/features/invitations/api'
import { hallsQuery } from '@/features/invitations/halls-api'
import { handsQuery } from '@/features/invitations/hands-api'
import { wavePlansQuery } from '@/features/invitations/waves-api'
import { AskNetworks } from '@/features/invitations/components/ask-networks'
import { HallLinks } from '@/features/invitations/components/hall-links'
import { InviteForm } from '@/features/invitations/components/invite-form'
import { RaisedHands } from '@/features/invitations/components/raised-hands'
import { SentInvitations } from '@/features/invitations/components/sent-invitations'
import { SheetImport } from '@/features/invitations/components/sheet-import'
import { WavePlans } from '@/features/invitations/components/wave-plans'
import { useWriting } from '@/features/invitations/use-writing'
import { issueQuery } from '@/features/issues/api'
import { briefingsQuery } from '@/features/issues/composing-api'
import { BriefingReminder, BriefingsSection } from '@/features/issues/components/briefings'
import { GapMeter } from '@/features/issues/components/gap-meter'
import { everyNetworkQuery } from '@/features/networks/api'
import { decidesFor } from '@/features/joins/api'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Skeleton } from '@/ui/states'

export default function InvitePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const query = useQuery(issueQuery(tenant, id))
  return <Loaded query={query}>{(issue) => (issue.can.manage ? <Inviting tenant={tenant} issue={issue} /> : <InvitingFor tenant={tenant} issue={issue} />)}</Loaded>
}

/** A network that can be asked. */
const TALKS = new Set(['orientation', 'open', 'concluding'])

/** For an organisation that joined: people of its own, by ordinary invitations. */
function InvitingFor({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { writing, write } = useWriting(tenant, issue.id)
  const joined = new Map(issue.joined.map(({ slug, name }) => [slug, name]))
  const own = decidesFor(useSession()).find((one) => joined.has(one.tenant))
  const invitations = useQuery({ ...invitationsQuery(tenant, issue.id), enabled: own !== undefined })
  useNews([invitationsQuery(tenant, issue.id).queryKey])
  if (!own) return <ForbiddenPage />
  const refresh = () => void client.invalidateQueries({ queryKey: invitationsQuery(tenant, issue.id).queryKey })
  return (
    <div className="np-measure np-stack np-stack--loose">
      <PageHead title={t('issue-invite-for', { name: own.tenantName })} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title || t('issue-untitled') }} lead={t('invite-lead')} />
      {issue.state !== 'open' && issue.state !== 'orientation' ? (
        <Alert kind="info">{t('invite-not-now')}</Alert>
      ) : writing ? (
        <InviteForm tenant={tenant} issue={issue.id} suggestions={NO_SUGGESTIONS} plans={undefined} writing={writing} onWrite={write} onSent={refresh} />
      ) : (
        <Skeleton />
      )}
      <section className="np-stack">
        <h2>{t('invitations-title')}</h2>
        <Loaded query={invitations}>{(sent) => <SentInvitations tenant={tenant} invitations={sent} onChanged={refresh} />}</Loaded>
      </section>
    </div>
  )
}

/** Whom the owner of the issue finds is not for others. */
const NO_SUGGESTIONS: [] = []

function Inviting({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { writing, write } = useWriting(tenant, issue.id)
  const suggestions = useQuery({ ...suggestionsQuery(tenant, issue.id), enabled: issue.can.invite })
  const invitations = useQuery(invitationsQuery(tenant, issue.id))
  const hands = useQuery({ ...handsQuery(tenant, issue.id), enabled: issue.can.invite })
  const plans = useQuery(wavePlansQuery(tenant, issue.id))
  useNews([invitationsQuery, handsQuery, wavePlansQuery].map((of) => of(tenant, issue.id).queryKey))
  const halls = useQuery({ ...hallsQuery(tenant, issue.id), refetchInterval: whileShown })
  const networks = useQuery({ ...everyNetworkQuery(tenant), enabled: issue.can.invite })
  const askable = (every: readonly NetworkItem[]) => every.filter(({ id, room }) => id !== issue.id && TALKS.has(room.state)).map(({ id, room }) => ({ id, name: room.title }))
  const briefings = useQuery(briefingsQuery(tenant, issue.id))
  const settled = !hands.isLoading && !suggestions.isLoading && !plans.isPending
  useEffect(() => {
    const place = location.hash.slice(1)
    if (settled && (place === 'handen' || place === 'golven' || place === 'eerst')) document.getElementById(place)?.focus()
  }, [settled])
  const refresh = () => {
    void client.invalidateQueries({ queryKey: wavePlansQuery(tenant, issue.id).queryKey })
    void client.invalidateQueries({ queryKey: handsQuery(tenant, issue.id).queryKey })
    void client.invalidateQueries({ queryKey: suggestionsQuery(tenant, issue.id).queryKey })
    void client.invalidateQueries({ queryKey: invitationsQuery(tenant, issue.id).queryKey })
  }
  return (
    <div>
      <PageHead title={t('invite-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title || t('issue-untitled') }} lead={t('invite-lead')} />
      <div className="np-columns">
        <div className="np-stack np-stack--loose">
          {issue.can.invite ? <BriefingReminder briefings={briefings.data} /> : null}
          {issue.can.invite ? (
            <Loaded query={suggestions}>
              {(found) =>
                writing && !plans.isPending ? (
                  <InviteForm tenant={tenant} issue={issue.id} suggestions={found} plans={plans.data} writing={writing} onWrite={write} onSent={refresh} />
                ) : (
                  <Skeleton />
                )
              }
            </Loaded>
          ) : (
            <Alert kind="info">{t('invite-not-now')}</Alert>
          )}
          {plans.isError || (plans.data && plans.data.length > 0) ? (
            <section className="np-stack">
              <h2 id="golven" tabIndex={-1}>
                {t('waves-title')}
              </h2>
              <Loaded query={plans}>{(all) => <WavePlans tenant={tenant} issue={issue.id} rests={issue.state === 'paused'} plans={all} onChanged={refresh} />}</Loaded>
            </section>
          ) : null}
          {issue.can.invite ? (
            <section className="np-stack">
              <h2 id="handen" tabIndex={-1}>
                {t('hands-title')}
              </h2>
              <Loaded query={hands}>{(raised) => <RaisedHands tenant={tenant} issue={issue.id} hands={raised} onChanged={refresh} />}</Loaded>
            </section>
          ) : null}
          {issue.can.invite ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('sheet-title')}</h2>
              <SheetImport tenant={tenant} issue={issue.id} onSent={refresh} />
            </section>
          ) : null}
          {issue.can.invite ? (
            <section className="np-stack">
              <h2>{t('circle-title')}</h2>
              <Loaded query={networks}>{(every) => <AskNetworks tenant={tenant} issue={issue.id} mayAsk={issue.can.invite} networks={askable(every)} />}</Loaded>
            </section>
          ) : null}
          <BriefingsSection tenant={tenant} issue={issue.id} />
          <section className="np-stack">
            <h2>{t('halls-title')}</h2>
            <Loaded query={halls}>{(links) => <HallLinks tenant={tenant} issue={issue.id} mayMake={issue.can.invite} links={links} onChanged={() => void halls.refetch()} />}</Loaded>
          </section>
          <section className="np-stack">
            <h2>{t('invitations-title')}</h2>
            <Loaded query={invitations}>{(sent) => <SentInvitations tenant={tenant} invitations={sent} onChanged={refresh} />}</Loaded>
          </section>
        </div>
        <GapMeter issue={issue} />
      </div>
    </div>
  )
}
