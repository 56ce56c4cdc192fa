import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import type { Issue } from '@/api/types'
import { go } from '@/app/links'
import { paths } from '@/app/paths'
import { AgreementCall } from '@/features/agreements/components/agreement-call'
import { ParkedSubjects } from '@/features/facilitating/components/parked'
import { HandsWaiting } from '@/features/invitations/components/hands-waiting'
import { CircleRequests } from '@/features/invitations/components/circle-requests'
import { Nominations } from '@/features/invitations/components/nominations'
import { OwnHand } from '@/features/invitations/components/own-hand'
import { listsEverybody } from '@/features/issues/acts'
import { leaveIssue, touchedBy } from '@/features/issues/api'
import { OwnPart } from '@/features/issues/components/own-part'
import { Participants } from '@/features/issues/components/participants'
import { MapLink } from '@/features/maps/components/map-link'
import { OwnStanding } from '@/features/networks/components/own-standing'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { IssueStanding } from '@/features/notifications/components/issue-standing'
import { SeenHere } from '@/features/notifications/components/seen-here'
import { useI18n } from '@/i18n'
import { ConfirmButton } from '@/ui/confirm'

/** Beside an issue, for who is signed in: how one takes part, with whom, and what one hears of it. */
export default function IssueMember({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const me = useSession()
  const client = useQueryClient()
  if (!me) return null
  // A network is left with thanks, on a page of its own.
  const leave = issue.can.leave && issue.kind === 'issue' ? (
    <ConfirmButton label={t('issue-leave')} title={t('issue-leave-title')} act={() => leaveIssue(tenant, issue.id)} onDone={() => {
        void client.invalidateQueries({ predicate: touchedBy(issue.id) })
        go(paths.overview())
      }}>
      {t('issue-leave-text')}
    </ConfirmButton>
  ) : null
  const handOver = issue.role === 'facilitator' ? (
    <>
      <p className="np-no-print">
        <a href={paths.handovers(tenant, issue.id)}>{t('handovers-show')}</a>
      </p>
      <p className="np-no-print">
        <a href={paths.issueCockpit(tenant, issue.id)}>{t('cockpit-issue-show')}</a>
      </p>
      <p className="np-no-print">
        <a href={paths.moderation(tenant, issue.id)}>{t('queue-title')}</a>
      </p>
    </>
  ) : null
  return (
    <>
      <SeenHere issue={issue.id} />
      {issue.role ? (
        <OwnPart tenant={tenant} issue={issue} memberships={me.memberships}>
          {handOver}
          {leave}
        </OwnPart>
      ) : null}
      {issue.role && issue.kind === 'issue' ? <AgreementCall tenant={tenant} issue={issue.id} /> : null}
      {issue.role && issue.kind === 'issue' ? <MapLink tenant={tenant} issue={issue.id} /> : null}
      {issue.role && issue.kind === 'network' ? <OwnStanding tenant={tenant} network={issue.id} /> : null}
      {issue.can.invite ? <HandsWaiting tenant={tenant} issue={issue.id} /> : null}
      {issue.role || issue.can.manage ? null : <OwnHand tenant={tenant} issue={issue.id} mayRaise={issue.can.raiseHand} />}
      {issue.kind === 'network' && issue.can.manage ? <CircleRequests tenant={tenant} network={issue.id} /> : null}
      {issue.can.manage && !issue.role ? (
        <p className="np-no-print">
          <a href={paths.emergencies(tenant, issue.id)}>{t('emergency-title')}</a>
        </p>
      ) : null}
      {issue.can.nominate ? <Nominations tenant={tenant} issue={issue.id} /> : null}
      {issue.role ? (
        <p className="np-no-print">
          <a href={paths.tasks(tenant, issue.id)}>{t('tasks-title')}</a>
        </p>
      ) : null}
      {issue.role ? <ParkedSubjects tenant={tenant} issue={issue.id} /> : null}
      <IssueStanding issue={issue.id} />
      <FollowSection terms={issue.terms} />
      {issue.can.seeReach ? (
        <p className="np-no-print">
          <a href={paths.reach(tenant, issue.id)}>{t('reach-title')}</a>
        </p>
      ) : null}
      {issue.can.seeParticipants ? (
        <div className="np-no-print">
          <Participants tenant={tenant} issue={issue.id} keepsGuests={issue.role === 'facilitator'} isWhole={listsEverybody(issue)} />
        </div>
      ) : null}
    </>
  )
}
