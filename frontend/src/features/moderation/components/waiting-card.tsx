import { useState } from 'react'
import { tenantPath } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { IssueState, WaitingPost } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { HangingFiles } from '@/ui/hanging-files'
import { ServerHtml } from '@/ui/html'
import { Moment } from '@/ui/moment'
import { Refused, useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { letThrough, sendBack } from '../api'
import { RESTS } from '../words'
import { ReasonPicker } from './reason-picker'

interface Props {
  tenant: string
  item: WaitingPost
  /** Of its issue; null until that is known. */
  state: IssueState | null
  onDone: () => void
  onGone: (why: string) => void
  /** It waits, and was refused: how its issue stands may have changed. */
  onRefused: () => void
}

const NOTHING = { words: '' }

/** A post that nobody reads yet: let through, where that is still done, or sent back with why. */
export function WaitingCard({ tenant, item, state, onDone, onGone, onRefused }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const owner = useOwner()
  const draft = `${owner}/send-back-${item.id}`
  const field = `send-back-${item.id}`
  const opener = `${field}-open`
  // It is there once one wants to send back again: what opens by itself would change what the button under one's hand does.
  const { form, write: keep, letGo } = useKept(draft, NOTHING)
  const { words } = form
  const [returning, setReturning] = useState(false)
  const act = useMutation<unknown, Error, 'through' | 'back'>({
    mutationFn: (how) => (how === 'through' ? letThrough(tenant, item.id) : sendBack(tenant, item.id, words)),
    onSuccess: (_, how) => {
      letGo(NOTHING)
      toast(t(how === 'through' ? 'look-let-through' : 'look-sent-back'))
      onDone()
    },
    onError: (error) => {
      // Somebody else was ahead: it waits no more.
      if (isProblem(error, 404)) onGone(why(error))
      else if (isProblem(error, 409)) onRefused()
    },
  })
  const { error } = act
  const rests = state ? RESTS[state] : undefined
  const write = (text: string) => keep({ words: text })
  // The button that was pressed is gone.
  const turn = (back: boolean) => {
    setReturning(back)
    requestAnimationFrame(() => document.getElementById(back ? field : opener)?.focus())
  }
  const wrong = isProblem(error) ? error.errors.find((one) => one.pointer === '/words')?.detail : undefined
  return (
    <li className="np-sheet np-stack" aria-label={t('look-by', { name: item.name })}>
      <h3 dir="auto">
        <a href={paths.thread(tenant, item.thread)}>{item.threadTitle}</a>
      </h3>
      <p className="np-soft">
        <bdi>{item.name}</bdi>, <Moment at={item.writtenAt} />. {t(item.why === 'links' ? 'look-why-links' : 'look-why-room')}
      </p>
      <ServerHtml html={item.html} />
      <HangingFiles files={item.files} address={(id) => tenantPath(tenant, 'files', id)} />
      {rests ? <p>{t(rests)}</p> : null}
      {!wrong && !(rests && isProblem(error, 409)) ? <Refused error={error} /> : null}
      {returning ? (
        <>
          <ReasonPicker tenant={tenant} text={words} onPick={write} />
          <TextArea required id={field} label={t('look-back-label')} hint={t('look-back-hint')} error={wrong} rows={3} maxLength={2000} value={words} onInput={(event) => write(event.currentTarget.value)} />
        </>
      ) : null}
      <div className="np-row">
        {rests ? null : (
          <Button appearance={returning ? 'secondary' : 'primary'} busy={act.isPending} onClick={() => act.mutate('through')}>
            {t('look-let')}
          </Button>
        )}
        {returning ? (
          <>
            <Button key="send" appearance="primary" busy={act.isPending} onClick={() => act.mutate('back')}>
              {t('look-back-send')}
            </Button>
            <Button key="cancel" appearance="subtle" busy={act.isPending} onClick={() => turn(false)}>
              {t('action-cancel')}
            </Button>
          </>
        ) : (
          <Button key="open" id={opener} busy={act.isPending} onClick={() => turn(true)}>
            {t('look-back')}
          </Button>
        )}
      </div>
    </li>
  )
}
