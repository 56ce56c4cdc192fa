import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { sessionQuery } from '@/api/session'
import { profileQuery, rememberLocale } from '@/features/account/api'
import { ChosenLevels, FollowedOnes } from '@/features/notifications/components/followed'
import { FollowTerms } from '@/features/notifications/components/follow-terms'
import { LevelsForm } from '@/features/notifications/components/levels-form'
import { chosenLevelsQuery, followsQuery, preferenceQuery } from '@/features/notifications/settings-api'
import { mutesQuery } from '@/features/threads/mute-api'
import { Mutes } from '@/features/threads/components/mutes'
import { PresenceChoice } from '@/features/threads/components/presence-choice'
import { taxonomyQuery, tenantsQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'

/** Everything that answers "why do I get this mail", on one page. */
export default function PreferencesPage() {
  const { t } = useI18n()
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('preferences-title')} lead={t('preferences-lead')}>
        <AccountNav />
      </PageHead>
      <section className="np-stack" aria-labelledby="levels-title">
        <h2 id="levels-title">{t('preferences-levels')}</h2>
        <Levels />
      </section>
      <section className="np-stack" aria-labelledby="follows-title">
        <div className="np-stack np-stack--tight">
          <h2 id="follows-title">{t('follows-title')}</h2>
          <p>{t('follows-lead')}</p>
        </div>
        <Terms />
        <h3>{t('follows-organisations')}</h3>
        <OwnFollows kind="organisation" />
        <h3>{t('follows-issues')}</h3>
        <OwnFollows kind="issue" />
      </section>
      <OwnLevels />
      <section className="np-stack" aria-labelledby="mutes-title">
        <div className="np-stack np-stack--tight">
          <h2 id="mutes-title">{t('mutes-title')}</h2>
          <p>{t('mutes-lead')}</p>
        </div>
        <OwnMutes />
      </section>
      <section className="np-stack" aria-labelledby="presence-title">
        <div className="np-stack np-stack--tight">
          <h2 id="presence-title">{t('presence-title')}</h2>
          <p>{t('presence-lead')}</p>
        </div>
        <PresenceChoice />
      </section>
      <p className="np-soft">{t('preferences-always')}</p>
    </div>
  )
}

function OwnFollows({ kind }: { kind: 'issue' | 'organisation' }) {
  const follows = useQuery(followsQuery)
  return <Loaded query={follows}>{(found) => <FollowedOnes follows={found} kind={kind} />}</Loaded>
}

function OwnLevels() {
  const levels = useQuery(chosenLevelsQuery)
  return <Loaded query={levels}>{(found) => <ChosenLevels levels={found} />}</Loaded>
}

function OwnMutes() {
  const mutes = useQuery(mutesQuery)
  return <Loaded query={mutes}>{(found) => <Mutes mutes={found} />}</Loaded>
}

function Levels() {
  const client = useQueryClient()
  const preference = useQuery(preferenceQuery)
  const profile = useQuery(profileQuery)
  return (
    <Loaded query={profile}>
      {({ data: me }) => (
        <Loaded query={preference}>
          {(wanted) => (
            <LevelsForm
              preference={wanted}
              language={me.locale}
              onLanguage={async (language) => {
                await rememberLocale(language)
                await Promise.all([profileQuery, sessionQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
              }}
              onSaved={(saved) => client.setQueryData(preferenceQuery.queryKey, saved)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

/** The themes and regions of every organisation, each once. */
function Terms() {
  const { t } = useI18n()
  const { data: tenants } = useQuery(tenantsQuery)
  const all = useQueries({
    queries: (tenants ?? []).map((tenant) => taxonomyQuery(tenant.slug)),
    combine: (results) => ({
      themes: unique(results.flatMap(({ data }) => data?.themes ?? [])),
      regions: unique(results.flatMap(({ data }) => data?.regions ?? [])),
    }),
  })
  return (
    <>
      <h3>{t('follows-themes')}</h3>
      <FollowTerms terms={all.themes} />
      <h3>{t('follows-regions')}</h3>
      <FollowTerms terms={all.regions} />
    </>
  )
}

function unique<T extends { id: string }>(terms: readonly T[]): T[] {
  return [...new Map(terms.map((term) => [term.id, term])).values()]
}
