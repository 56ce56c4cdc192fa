import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { whileShown } from '@/api/look-again'
import { useOwner } from '@/api/session'
import type { ModerationCase } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { PageHead } from '@/app/layouts/page-head'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { caseQuery, claimCase, releaseCase } from '@/features/moderation/api'
import { AnswerForm } from '@/features/moderation/components/answer-form'
import { Claim, placeOf } from '@/features/moderation/components/case-item'
import { DecideForm } from '@/features/moderation/components/decide-form'
import { Reported } from '@/features/moderation/components/reported'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'

/** One post that was reported, and all that one decides on. */
export default function ModerationCasePage({ tenant, case: id }: { tenant: string; case: string }) {
  const { t } = useI18n()
  const query = useQuery({ ...caseQuery(tenant, id), refetchInterval: whileShown })
  return (
    <Loaded query={query}>
      {(found) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={placeOf(t, found)} crumb={{ href: paths.moderation(tenant), name: t('queue-title') }} />
          {found.thread && found.threadTitle ? (
            <p>
              <a href={paths.thread(tenant, found.thread, found.seq ?? undefined)}>{t('moderated-to-post')}</a>
            </p>
          ) : null}
          {!found.thread && found.issueTitle ? (
            <p>
              <a href={paths.issue(tenant, found.issue)}>{t('case-to-issue')}</a>
            </p>
          ) : null}
          <Reported tenant={tenant} found={found} />
          <Hand tenant={tenant} found={found} />
        </div>
      )}
    </Loaded>
  )
}

/** Taking it in hand, deciding, answering. */
function Hand({ tenant, found }: { tenant: string; found: ModerationCase }) {
  const { t } = useI18n()
  const owner = useOwner()
  const client = useQueryClient()
  const { queryKey } = caseQuery(tenant, found.id)
  const stale = () => {
    for (const key of [['moderation-queue', tenant], ['moderation-log', tenant]]) void client.invalidateQueries({ queryKey: key })
  }
  const [overtaken, setOvertaken] = useState<string | null>(null)
  const now = (fresh: ModerationCase) => {
    setOvertaken(null)
    client.setQueryData(queryKey, fresh)
    stale()
  }
  const late = (why: string) => {
    setOvertaken(why)
    stale()
    void client.invalidateQueries({ queryKey })
  }
  const claim = useMutation({
    mutationFn: () => claimCase(tenant, found.id),
    onSuccess: now,
    // Somebody was ahead: what is there now is fetched.
    onError: () => void client.invalidateQueries({ queryKey }),
  })
  const release = useMutation({
    mutationFn: () => releaseCase(tenant, found.id),
    onSuccess: () => {
      toast(t('case-released'))
      stale()
      void client.invalidateQueries({ queryKey })
      go(paths.moderation(tenant))
    },
  })
  const { isSuccess: claimed } = claim
  // The button is gone, and what it was for stands at the end of the page.
  useEffect(() => {
    if (claimed) (document.getElementById('decide-title') ?? document.getElementById('answer-title'))?.focus()
  }, [claimed])
  const error = claim.error ?? release.error
  const { can } = found
  const open = found.appeals.find((appeal) => !appeal.answered)
  const party = found.state !== 'decided' && !can.claim && !found.claim
  return (
    <>
      {overtaken && !error ? <Alert kind="error">{overtaken}</Alert> : <Refused error={error} />}
      <Claim item={found} />
      {party ? <p>{t('case-own')}</p> : null}
      {can.claim ? (
        <div className="np-stack np-stack--tight">
          <p>{t('case-claim-hint')}</p>
          <div>
            <Button appearance="primary" busy={claim.isPending} onClick={() => claim.mutate()}>
              {t('case-claim')}
            </Button>
          </div>
        </div>
      ) : null}
      {can.decide ? <DecideForm tenant={tenant} found={found} owner={owner} onDone={now} onOvertaken={late} /> : null}
      {can.answer && open ? <AnswerForm key={open.id} tenant={tenant} found={found} appeal={open} owner={owner} onDone={now} onOvertaken={late} /> : null}
      {can.release ? (
        <div>
          <Button appearance="subtle" busy={release.isPending} onClick={() => release.mutate()}>
            {t('case-release')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
