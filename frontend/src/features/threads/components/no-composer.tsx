import { useState } from 'react'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { type PlainKey, useI18n } from '@/i18n'
import { copy } from '@/lib/clipboard'
import { fullMoment, longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button, ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import type { Attaching } from '../use-attached'
import type { Draft } from '../use-draft'
import { RoomSheet } from './room-sheet'

/** Why one cannot write here, what one can do about it, and what one was still writing when that ended. */
export function NoComposer({ tenant, thread, draft, attached, visitor }: { tenant: string; thread: Thread; draft: Draft; attached: Attaching; visitor: boolean }) {
  const { t } = useI18n()
  // What was said beside files is text as well; the files themselves go by themselves.
  const words = attached.files.filter((file) => file.words !== '').map(({ name, words }) => t('file-in-print', { name, words }))
  const text = [draft.text, ...words].filter((part) => part !== '').join('\n\n')
  const discard = () => {
    draft.sent()
    draft.done()
    attached.taken()
  }
  return (
    <div className="np-sheet np-stack np-wide-measure np-no-print">
      {text === '' ? null : <Unposted text={text} onDiscard={discard} />}
      <Why thread={thread} tenant={tenant} visitor={visitor} />
      <div>
        {visitor ? (
          <ButtonLink href={paths.signIn(paths.thread(tenant, thread.id))}>{t('sign-in')}</ButtonLink>
        ) : (
          <ButtonLink appearance="secondary" href={paths.issue(tenant, thread.issue)}>
            {t('composer-to-issue')}
          </ButtonLink>
        )}
      </div>
      <RoomSheet tenant={tenant} thread={thread} id={`room-${thread.id}`} />
    </div>
  )
}

const WHY: Partial<Record<NonNullable<Thread['silence']>, PlainKey>> = {
  visitor: 'composer-visitor',
  outside: 'composer-outside',
  observer: 'composer-observer',
  translator: 'composer-translator',
  'issue-paused': 'composer-issue-paused',
  'issue-closed': 'composer-issue-closed',
  // On top stands already that it is closed, and why.
  ended: 'composer-ended-now',
}

/** What is the case, and what one can do; where it rests, that stands on top of the conversation and passes by itself. */
function Why({ tenant, thread: { mergedInto, pace, pausedUntil, silence }, visitor }: { tenant: string; thread: Thread; visitor: boolean }) {
  const { t, locale } = useI18n()
  if (silence === 'paused' && pausedUntil) {
    return (
      <p>
        {t('composer-paused', { until: longDay(locale, pausedUntil) })} <a href={paths.moderated()}>{t('composer-paused-why')}</a>
      </p>
    )
  }
  if (silence === 'moved' && mergedInto) {
    return (
      <p>
        {t('composer-moved')} <a href={paths.thread(tenant, mergedInto)}>{t('thread-merged-go')}</a>
      </p>
    )
  }
  if (silence === 'resting' && pace?.restsUntil) return <p>{t('pace-rests', { until: fullMoment(locale, pace.restsUntil) })}</p>
  return <p>{t((!visitor && silence && WHY[silence]) || (visitor ? 'composer-visitor' : 'composer-outside'))}</p>
}

/** A text that cannot be placed any more is still its writer's, to take along or to throw away. */
function Unposted({ text, onDiscard }: { text: string; onDiscard: () => void }) {
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  const take = () =>
    void copy(text).then(
      () => toast(t('unposted-copied')),
      () => setFailed(true),
    )
  const discard = () => {
    onDiscard()
    return Promise.resolve()
  }
  return (
    <>
      <TextArea label={t('unposted-label')} value={text} readOnly rows={5} />
      {failed ? <Alert kind="error">{t('unposted-not-copied')}</Alert> : null}
      <div className="np-row">
        <Button onClick={take}>{t('action-copy')}</Button>
        <ConfirmButton label={t('action-discard')} title={t('unposted-discard-title')} act={discard} onDone={() => toast(t('unposted-discarded'))}>
          {t('issue-discard-text')}
        </ConfirmButton>
      </div>
    </>
  )
}
