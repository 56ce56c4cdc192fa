import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { MyProfile } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { toast } from '@/ui/toast'
import type { Audience } from '../api'
import { AUDIENCE, AUDIENCES } from '../words'

export interface Said<T> {
  what: T
  audience: Audience
}

interface Props<T> {
  name: string
  /** What was said before, if anything. */
  before: (Said<T> & { consentedAt: string; version: number }) | null
  nothing: T
  /** Names what is typed in this browser, where it waits until it is saved. */
  draft: string
  isEmpty: (what: T) => boolean
  field: (what: T, error: string | undefined, write: (what: T) => void) => ReactNode
  send: (said: Said<T>, version: number) => Promise<MyProfile>
  onSaved: (profile: MyProfile) => Promise<void>
  /** Another window was first: what is there now is fetched. */
  onStale: () => Promise<unknown>
}

/** One part of what I say of myself, with who may read it. To save is to consent; to leave it empty takes it back. */
export function PartForm<T>({ name, before, nothing, draft, isEmpty, field, send, onSaved, onStale }: Props<T>) {
  const { t, locale } = useI18n()
  const [start] = useState<Said<T>>(() => (before ? { what: before.what, audience: before.audience } : { what: nothing, audience: 'nobody' }))
  const [said, setSaid] = useState(start)
  useEffect(() => {
    void readForm(draft, start).then((kept) => kept && setSaid((typed) => (typed === start ? kept : typed)))
  }, [draft, start])
  const write = (change: Partial<Said<T>>) => {
    const next = { ...said, ...change }
    setSaid(next)
    void keepForm(draft, next)
  }
  const save = useMutation({
    mutationFn: (typed: Said<T>) => send(typed, before?.version ?? 0),
    onError: async (error) => {
      if (isProblem(error) && error.status === 412) await onStale()
    },
    onSuccess: (profile, typed) => {
      void dropDraft(draft)
      toast(t(isEmpty(typed.what) ? 'parts-removed' : 'parts-saved', { part: name }))
      return onSaved(profile)
    },
  })
  const wrong = isProblem(save.error) ? save.error.errors[0]?.detail : undefined
  return (
    <form
      className="np-stack"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(said)
      }}
    >
      {field(said.what, wrong, (what) => write({ what }))}
      <Select
        label={t('parts-audience')}
        {...(before ? { hint: t('facet-since', { day: longDay(locale, before.consentedAt) }) } : {})}
        value={said.audience}
        onChange={(event) => write({ audience: event.currentTarget.value as Audience })}
      >
        {AUDIENCES.map((audience) => (
          <option key={audience} value={audience}>
            {t(AUDIENCE[audience])}
          </option>
        ))}
      </Select>
      {save.error && !wrong ? <Alert kind="error">{isProblem(save.error) ? save.error.detail : t('offline-text')}</Alert> : null}
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('parts-save', { part: name })}
        </Button>
      </div>
    </form>
  )
}
