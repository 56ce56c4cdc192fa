import { type ReactNode, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { MyProfile } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import type { Audience } from '../api'
import { AUDIENCE, AUDIENCES } from '../words'

export interface Said<T> {
  what: T
  audience: Audience
}

interface Writing<T> extends Said<T> {
  /** What it goes on from; nought when nothing was said. */
  version: number
}

type Before<T> = Writing<T> & { consentedAt: string }

interface Props<T> {
  name: string
  profile: MyProfile
  /** What is said in it, if anything. */
  read: (profile: MyProfile) => Before<T> | null
  nothing: T
  /** Names what is typed in this browser, where it waits until it is saved. */
  draft: string
  isEmpty: (what: T) => boolean
  /** The same in one text. */
  inWords: (what: T) => string
  field: (what: T, error: string | undefined, write: (what: T) => void) => ReactNode
  send: (said: Said<T>, version: number) => Promise<MyProfile>
  onSaved: (profile: MyProfile) => Promise<void>
  /** Another window was first: what is there now. */
  onStale: () => Promise<MyProfile>
}

/** One part of what I say of myself, with who may read it. To save is to consent; to leave it empty takes it back. */
export function PartForm<T>({ name, profile, read, nothing, draft, isEmpty, inWords, field, send, onSaved, onStale }: Props<T>) {
  const { t, locale } = useI18n()
  const before = read(profile)
  const writingOf = (of: Before<T> | null): Writing<T> => (of ? { what: of.what, audience: of.audience, version: of.version } : { what: nothing, audience: 'nobody', version: 0 })
  const { form: said, write, letGo, arrived } = useKept(draft, writingOf(before), before?.version ?? 0)
  const [theirs, setTheirs] = useState<Writing<T> | null>(null)
  const save = useMutation({
    mutationFn: ({ version, ...typed }: Writing<T>) => send(typed, version),
    onError: async (error) => {
      const now = isProblem(error, 412) ? await onStale().catch(() => null) : null
      if (now) setTheirs(writingOf(read(now)))
    },
    onSuccess: (saved, sent) => {
      const now = writingOf(read(saved))
      arrived(sent, now, { version: now.version })
      toast(t(isEmpty(sent.what) ? 'parts-removed' : 'parts-saved', { part: name }))
      return onSaved(saved)
    },
  })
  const chosen = () => {
    setTheirs(null)
    save.reset()
  }
  const words = ({ what, audience }: Said<T>) => [inWords(what), `${t('parts-audience')}: ${t(AUDIENCE[audience])}`].filter(Boolean).join('\n')
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
      {theirs ? (
        <Conflict
          differences={[{ name, theirs: words(theirs), mine: words(said) }]}
          onMine={() => {
            write({ version: theirs.version })
            chosen()
          }}
          onTheirs={() => {
            letGo(theirs)
            chosen()
          }}
        />
      ) : null}
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
      {!wrong && !theirs ? <Refused error={save.error} /> : null}
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('parts-save', { part: name })}
        </Button>
      </div>
    </form>
  )
}
