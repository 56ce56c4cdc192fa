import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { go } from '@/app/links'
import { InviteFor } from '@/features/invitations/components/invite-for'
import { chooseFor } from '@/features/invitations/writing'
import { runningIssuesQuery } from '@/features/issues/api'
import { type PeopleFilter, type Person, peopleQuery } from '@/features/people/api'
import { PeopleFilters } from '@/features/people/components/people-filters'
import { PersonCard } from '@/features/people/components/person-card'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

export default function PeoplePage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const filter: PeopleFilter = { q: search.get('q') ?? '', expertise: search.get('expertise') ?? '', interest: search.get('interest') ?? '', region: search.get('region') ?? '' }
  const filtered = Object.values(filter).some(Boolean)
  const { data: words } = useQuery(taxonomyQuery(tenant))
  const query = useQuery({ ...peopleQuery(tenant, filter), placeholderData: keepPreviousData })
  const { data: session } = useQuery(tenantQuery(tenant))
  const { data: running } = useQuery(runningIssuesQuery(tenant))
  const invitable = (running ?? []).filter((issue) => issue.role === 'facilitator' || session?.data.can.convene)
  const invite = async (person: Person, issue: string) => {
    await chooseFor(tenant, issue, { person: person.person, name: person.name })
    go(paths.invite(tenant, issue))
  }
  const change = (name: keyof PeopleFilter, value: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      if (value) next.set(name, value)
      else next.delete(name)
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
                  <PersonCard key={person.person} person={person} act={<InviteFor issues={invitable} name={person.name} onChoose={(issue) => void invite(person, issue)} />} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Loaded>
  )
}
