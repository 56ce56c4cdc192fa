import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNews } from '@/api/use-news'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { contactsQuery } from '@/features/contacts/api'
import { ContactCard } from '@/features/contacts/components/contact-card'
import { everyOwnIssueQuery } from '@/features/issues/api'
import { OwnAlumni } from '@/features/networks/components/own-alumni'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

const RUNS = new Set(['orientation', 'open'])

const ASKED = [contactsQuery.queryKey]

/** Who asks the reader for contact. */
export default function ContactsPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  useNews(ASKED)
  const query = useQuery(contactsQuery)
  const { data: mine = [] } = useQuery(everyOwnIssueQuery)
  const issues = mine.filter((issue) => RUNS.has(issue.state))
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('contacts-title')} lead={t('contacts-lead')}>
        <AccountNav />
      </PageHead>
      <OwnAlumni />
      <Loaded query={query}>
        {(waiting) =>
          waiting.length === 0 ? (
            <EmptyState title={t('contacts-none-title')} action={<a href={paths.profile()}>{t('profile-title')}</a>}>
              {t('contacts-none-text')}
            </EmptyState>
          ) : (
            <ul role="list" className="np-stack">
              {waiting.map((contact) => (
                <ContactCard
                  key={contact.id}
                  contact={contact}
                  issues={issues.filter((issue) => issue.tenant === contact.tenant)}
                  onChanged={() => void client.invalidateQueries({ queryKey: contactsQuery.queryKey })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}
