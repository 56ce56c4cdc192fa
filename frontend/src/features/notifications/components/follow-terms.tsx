import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Term } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { follow, type Follow, type FollowKind, followsQuery, unfollow } from '../settings-api'
import '../notifications.css'

/** More than this is a list to open. */
const FEW = 8

/** Themes and regions, each a button that says whether one follows it. */
export function FollowTerms({ terms }: { terms: readonly Term[] }) {
  const { data } = useQuery(followsQuery)
  const followable = terms.filter((term) => term.kind !== 'expertise')
  if (!data || followable.length === 0) return null
  return <Choices terms={followable} follows={data} />
}

/** What was followed at first stays on top, so that no button moves from under a finger. */
function Choices({ terms, follows }: { terms: readonly Term[]; follows: readonly Follow[] }) {
  const { t } = useI18n()
  const [first] = useState(() => new Set(follows.map((one) => one.subject)))
  if (terms.length <= FEW) return <Toggles terms={terms} follows={follows} />
  return (
    <div className="np-stack np-stack--tight np-no-print">
      <Toggles terms={terms.filter((term) => first.has(term.id))} follows={follows} />
      <details className="np-fold">
        <summary>{t('follow-more-all')}</summary>
        <div>
          <Toggles terms={terms.filter((term) => !first.has(term.id))} follows={follows} />
        </div>
      </details>
    </div>
  )
}

function Toggles({ terms, follows }: { terms: readonly Term[]; follows: readonly Follow[] }) {
  if (terms.length === 0) return null
  return (
    <ul role="list" className="np-toggles np-no-print">
      {terms.map((term) => (
        <li key={term.id}>
          <FollowToggle kind={term.kind === 'region' ? 'region' : 'theme'} subject={term.id} name={term.name} known={follows.find((one) => one.subject === term.id)?.id} />
        </li>
      ))}
    </ul>
  )
}

interface ToggleProps {
  kind: FollowKind
  subject: string
  name: string
  /** The follow, while there is one. */
  known: string | undefined
}

/** A button that says whether one follows it. */
export function FollowToggle({ kind, subject, name, known }: ToggleProps) {
  const { t } = useI18n()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: async (known: string | undefined) => {
      if (known) await unfollow(known)
      else await follow(kind, subject)
    },
    onSuccess: (_, known) => {
      toast(t(known ? 'follow-stopped' : 'follow-started', { name }))
      return client.invalidateQueries({ queryKey: followsQuery.queryKey })
    },
  })
  return (
    <>
      <Button aria-pressed={Boolean(known)} aria-label={t('follow-name', { name })} busy={change.isPending} onClick={() => change.mutate(known)}>
        {t(known ? 'follow-on' : 'follow-off', { name })}
      </Button>
      {change.isError ? <p role="alert">{t('follow-failed')}</p> : null}
    </>
  )
}
