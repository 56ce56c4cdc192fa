import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Select, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { askToJoin } from '../api'

interface Organisation {
  slug: string
  name: string
}

const NOTHING = { motivation: '' }

interface Props {
  owner: string
  issue: string
  /** For which of them the reader may ask: the owner, or others that would join. */
  sides: readonly Organisation[]
  /** Whom the owner may ask. */
  others: readonly Organisation[]
  draft: string
  onAsked: (as: string) => void
}

/** Two questions: who asks whom, and why. */
export function AskForm({ owner, issue, sides, others, draft, onAsked }: Props) {
  const { t } = useI18n()
  const [as, setAs] = useState(sides[0]?.slug ?? '')
  const [whom, setWhom] = useState(others[0]?.slug ?? '')
  const { form, write, arrived } = useKept(draft, NOTHING)
  const keyOf = useKey()
  const ask = useMutation({
    mutationFn: ({ motivation }: typeof NOTHING) => {
      const asked = { owner, issue, organisation: as === owner ? whom : as, motivation }
      return askToJoin(as, asked, keyOf(asked))
    },
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      toast(t('join-ask-sent'))
      onAsked(as)
    },
  })
  const { error } = ask
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  return (
    <form
      className="np-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending) ask.mutate(form)
      }}
    >
      {sides.length > 1 ? (
        <Select
          label={t('join-ask-as')}
          value={as}
          onChange={(event) => setAs(event.currentTarget.value)}
        >
          {sides.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {as === owner ? (
        <Select
          required
          label={t('join-ask-whom')}
          error={at('/organisation')}
          value={whom}
          onChange={(event) => setWhom(event.currentTarget.value)}
        >
          {others.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <TextArea
        required
        label={t('join-ask-motivation')}
        hint={t('join-ask-motivation-hint')}
        error={at('/motivation')}
        rows={5}
        maxLength={1000}
        value={form.motivation}
        onInput={(event) => write({ motivation: event.currentTarget.value })}
      />
      <Refused error={error} fields={as === owner ? ['/organisation', '/motivation'] : ['/motivation']} />
      <div>
        <Button appearance="primary" type="submit" busy={ask.isPending}>
          {t('join-ask-send')}
        </Button>
      </div>
    </form>
  )
}
