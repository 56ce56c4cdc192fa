import { useState } from 'react'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { copy } from '@/lib/clipboard'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button, ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import type { Draft } from '../use-draft'
import { RoomSheet } from './room-sheet'

/** Why one cannot write here, what one can do about it, and what one was still writing when that ended. */
export function NoComposer({ tenant, thread, draft, visitor }: { tenant: string; thread: Thread; draft: Draft; visitor: boolean }) {
  const { t, locale } = useI18n()
  const paused = thread.pausedUntil
  const held = thread.pace?.closedAt ?? thread.pace?.restsUntil
  return (
    <div className="np-sheet np-stack np-wide-measure np-no-print">
      {draft.text === '' ? null : <Unposted draft={draft} />}
      {paused ? (
        <p>
          {t('composer-paused', { until: longDay(locale, paused) })} <a href={paths.moderated()}>{t('composer-paused-why')}</a>
        </p>
      ) : (
        held && !visitor ? null : <p>{t(visitor ? 'composer-visitor' : 'composer-closed')}</p>
      )}
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

/** A text that cannot be placed any more is still its writer's, to take along or to throw away. */
function Unposted({ draft }: { draft: Draft }) {
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  const take = () =>
    void copy(draft.text).then(
      () => toast(t('unposted-copied')),
      () => setFailed(true),
    )
  const discard = () => {
    draft.sent()
    draft.done()
    return Promise.resolve()
  }
  return (
    <>
      <TextArea label={t('unposted-label')} value={draft.text} readOnly rows={5} />
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
