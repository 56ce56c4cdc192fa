import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { go } from '@/app/links'
import { AskContact } from '@/features/contacts/components/ask-contact'
import { SentContacts } from '@/features/contacts/components/sent-contacts'
import { InviteFor } from '@/features/invitations/components/invite-for'
import { NominateFor } from '@/features/invitations/components/nominate-for'
import { chooseFor, placeOf } from '@/features/invitations/writing'
import { everyOwnIssueQuery, runningIssuesQuery } from '@/features/issues/api'
import { type PeopleFilter, type Person, peopleQuery } from '@/features/people/api'
import { PeopleFilters } from '@/features/people/components/people-filters'
import { PersonCard } from '@/features/people/components/person-card'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useOwner, useSession } from '@/api/session'
import { useI18n } from '@/i18n'
import { useCountSaid } from '@/lib/use-count-said'
import { EmptyState } from '@/ui/states'

/** An issue that takes people. */
const RUNS = new Set(['orientation', 'open'])

export default function PeoplePage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const owner = useOwner()
  const self = useSession()?.memberships.find((membership) => membership.tenant === tenant)?.person
  const [search, setSearch] = useSearchParams()
  const filter: PeopleFilter = { q: search.get('q') ?? '', expertise: search.get('expertise') ?? '', interest: search.get('interest') ?? '', region: search.get('region') ?? '' }
  const filtered = Object.values(filter).some(Boolean)
  const { data: words } = useQuery(taxonomyQuery(tenant))
  const query = useQuery({ ...peopleQuery(tenant, filter), placeholderData: keepPreviousData })
  useCountSaid(filter, query.data && !query.isPlaceholderData ? { count: query.data.length } : null)
  const { data: session } = useQuery(tenantQuery(tenant))
  const { data: running } = useQuery(runningIssuesQuery(tenant))
  const invitable = (running ?? []).filter((issue) => issue.role === 'facilitator' || session?.data.can.convene)
  const { data: mine = [] } = useQuery(everyOwnIssueQuery)
  const taking = mine.filter((issue) => issue.tenant === tenant && RUNS.has(issue.state))
  const speaking = taking.filter((issue) => issue.role && issue.role !== 'observer' && issue.role !== 'translator')
  const invite = async (person: Person, issue: string) => {
    await chooseFor(placeOf(owner, tenant, issue), { person: person.person, name: person.name })
    go(paths.invite(tenant, issue))
  }
  const change = (change: Partial<PeopleFilter>) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      for (const [name, value] of Object.entries(change)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  return (
    <Loaded query={query}>
      {(people) => (
        <div className="np-stack np-stack--loose">
          <PageHead title={t('nav-people')} lead={t('people-lead')} />
          <PeopleFilters filter={filter} expertise={words?.expertise ?? []} interests={words?.themes ?? []} regions={words?.regions ?? []} onChange={change} />
          {people.length === 0 ? (
            <EmptyState title={t('people-none-title')} action={<a href={filtered ? paths.people(tenant) : paths.profile()}>{t(filtered ? 'filter-clear' : 'people-offer')}</a>}>
              {t(filtered ? 'people-filtered-text' : 'people-none-text')}
            </EmptyState>
          ) : (
            <section className="np-stack">
              <h2>{t('people-found', { count: people.length })}</h2>
              <ul role="list" className="np-stack np-stack--tight">
                {people.map((person) => (
                  <PersonCard
                    key={person.person}
                    person={person}
                    act={
                      <div className="np-row">
                        {person.person === self ? null : <InviteFor issues={invitable} name={person.name} onChoose={(issue) => void invite(person, issue)} />}
                        {person.can.nominate ? <NominateFor tenant={tenant} issues={speaking} person={person} /> : null}
                        {person.can.contact ? <AskContact tenant={tenant} issues={taking} person={person} /> : null}
                      </div>
                    }
                  />
                ))}
              </ul>
            </section>
          )}
          <SentContacts tenant={tenant} />
        </div>
      )}
    </Loaded>
  )
}
