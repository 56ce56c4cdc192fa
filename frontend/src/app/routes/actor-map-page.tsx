import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import type { ActorMap, Issue } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueQuery } from '@/features/issues/api'
import { actorMapQuery } from '@/features/maps/api'
import { MapForm } from '@/features/maps/components/map-form'
import { MapPicture } from '@/features/maps/components/map-picture'
import { MapWords } from '@/features/maps/components/map-words'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'

/** Which positions there are in the debate about an issue: a picture, the same in words, and the form for who runs it. */
export default function ActorMapPage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  const map = useQuery(actorMapQuery(tenant, id))
  return <Loaded query={map}>{(map) => <Loaded query={issue}>{(issue) => <View tenant={tenant} issue={issue} map={map} />}</Loaded>}</Loaded>
}

function View({ tenant, issue, map }: { tenant: string; issue: Issue; map: ActorMap }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const query = actorMapQuery(tenant, issue.id)
  const { text } = map
  return (
    <article className="np-stack np-stack--loose np-measure">
      <PageHead title={t('map-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title }} lead={t('map-lead')}>
        {text ? (
          <div className="np-row np-no-print">
            <Button onClick={() => window.print()}>{t('action-print')}</Button>
          </div>
        ) : null}
      </PageHead>
      {text ? (
        <>
          {map.shown ? null : <Alert kind="info">{t('map-hidden')}</Alert>}
          <section className="np-stack np-stack--tight" aria-labelledby="onderwerp">
            <h2 id="onderwerp" dir="auto">
              {text.subject}
            </h2>
            <MapPicture text={text} />
          </section>
          {text.question ? (
            <section className="np-stands-out np-stack np-stack--tight" aria-labelledby="vraag">
              <h2 id="vraag">{t('map-question')}</h2>
              <p dir="auto">{text.question}</p>
            </section>
          ) : null}
          <MapWords text={text} />
          <p className="np-soft np-small">{t('map-version', { version: map.version, day: longDay(locale, map.changedAt ?? '') })}</p>
        </>
      ) : map.mayWrite ? null : (
        <p className="np-soft">{t('map-none')}</p>
      )}
      {map.mayWrite ? (
        <div className="np-no-print">
          <MapForm tenant={tenant} issue={issue.id} map={map} draft={`${owner}/map-${issue.id}`} onSaved={(saved) => client.setQueryData(query.queryKey, saved)} reload={() => client.fetchQuery({ ...query, staleTime: 0 })} />
        </div>
      ) : null}
    </article>
  )
}
