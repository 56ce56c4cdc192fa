import { type UseMutationResult } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Reply } from '@/api/client'
import { isProblem, Problem } from '@/api/problems'
import type { Term } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type Audience, declareFacets, type FacetKind, type MyFacets } from '../api'
import { begun, hasChanged, isSame, merged, type Writing } from '../facets-writing'
import { kindOf } from '../words'
import { FacetGroup } from './facet-group'

interface Props {
  facets: MyFacets
  etag: string
  /** The words that can be chosen. */
  terms: readonly Term[]
  onSaved: (saved: Reply<MyFacets>) => void
  /** Another window was first: what is there now. */
  onStale: () => Promise<Reply<MyFacets>>
}

const KINDS: FacetKind[] = ['expertise', 'interest', 'region']
const MOST_PER_MONTH = 31

/** Who may find me, and for what. To save is to consent; what is left out is taken back. */
export function FacetsForm(props: Props) {
  const { t } = useI18n()
  const [form, setForm] = useState(() => begun(props.facets, props.etag))
  const newest = useRef(props)
  newest.current = props
  // As long as nothing is chosen otherwise, it shows what there is.
  useEffect(() => setForm((now) => (hasChanged(now) ? now : begun(newest.current.facets, newest.current.etag))), [props.etag])
  const { chosen, perMonth } = form
  const known = new Map([...props.terms, ...props.facets.items.map((facet) => facet.term)].map((term) => [term.id, term]))
  const terms = [...known.values()]
  const since = new Map(props.facets.items.map((facet) => [facet.term.id, facet.consentedAt]))
  const save: UseMutationResult<Reply<MyFacets>, Error, Writing> = useMutation({
    mutationFn: ({ chosen, perMonth, hidden, etag }: Writing) => declareFacets({ facets: [...chosen].map(([term, audience]) => ({ term, audience })), invitationsPerMonth: Number(perMonth) || 0, hidden }, etag),
    // What one did not touch becomes as the other window left it, before it is saved again.
    onError: async (error, sent) => {
      const now = isProblem(error, 412) ? await props.onStale().catch(() => null) : null
      if (!now) return
      const theirs = begun(now.data, now.etag ?? '')
      const mine = merged(sent, theirs)
      setForm((typed) => merged(typed, theirs))
      if (isSame(sent.before, theirs.before)) save.mutate(mine)
    },
    onSuccess: (saved, sent) => {
      const now = begun(saved.data, saved.etag ?? '')
      setForm((typed) => (isSame(typed, sent) ? now : { ...typed, before: now.before, hidden: now.hidden, etag: now.etag }))
      toast(t('facets-saved'))
      props.onSaved(saved)
    },
  })
  const change = (term: string, audience: Audience | null) => {
    const next = new Map(chosen)
    if (audience) next.set(term, audience)
    else next.delete(term)
    setForm({ ...form, chosen: next })
  }
  const monthError = save.error instanceof Problem ? save.error.errors.find((error) => error.pointer === '/invitationsPerMonth')?.detail : undefined
  return (
    <form
      className="np-stack"
      aria-labelledby="facets-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(form)
      }}
    >
      <div className="np-stack np-stack--tight">
        <h2 id="facets-title">{t('facets-title')}</h2>
        <p>{t('facets-lead')}</p>
      </div>
      {KINDS.map((kind) => (
        <FacetGroup key={kind} kind={kind} terms={terms.filter((term) => kindOf(term) === kind)} chosen={chosen} since={since} onChange={change} />
      ))}
      <TextField
        short
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_PER_MONTH}
        label={t('facets-per-month')}
        hint={t('facets-per-month-hint')}
        {...(monthError ? { error: monthError } : {})}
        value={perMonth}
        onInput={(event) => setForm({ ...form, perMonth: event.currentTarget.value })}
      />
      <p className="np-soft">{t('facets-consent')}</p>
      {monthError ? null : <Refused error={save.error} />}
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('facets-save')}
        </Button>
      </div>
    </form>
  )
}
