import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { follow, followsQuery, unfollow } from '../settings-api'
import '../notifications.css'

/** Themes and regions, each a button that says whether one follows it. */
export function FollowTerms({ terms }: { terms: readonly Term[] }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(followsQuery)
  const change = useMutation({
    mutationFn: async ({ term, known }: { term: Term; known: string | undefined }) => {
      if (known) await unfollow(known)
      else await follow(term.kind === 'region' ? 'region' : 'theme', term.id)
    },
    onSuccess: (_, { term, known }) => {
      toast(t(known ? 'follow-stopped' : 'follow-started', { name: term.name }))
      return client.invalidateQueries({ queryKey: followsQuery.queryKey })
    },
  })
  const followable = terms.filter((term) => term.kind !== 'expertise')
  if (!data || followable.length === 0) return null
  const idOf = (term: Term) => data.find((one) => one.subject === term.id)?.id
  return (
    <div className="np-stack np-stack--tight np-no-print">
      {change.isError ? <p role="alert">{t('follow-failed')}</p> : null}
      <ul role="list" className="np-toggles">
        {followable.map((term) => {
          const known = idOf(term)
          return (
            <li key={term.id}>
              <Button aria-pressed={Boolean(known)} aria-label={t('follow-name', { name: term.name })} busy={change.isPending && change.variables.term.id === term.id} onClick={() => change.mutate({ term, known })}>
                {known ? t('follow-on', { name: term.name }) : t('follow-off', { name: term.name })}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
