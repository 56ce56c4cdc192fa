import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import { useI18n } from '@/i18n'
import { followsQuery } from '../settings-api'
import { FollowToggle } from './follow-terms'

/** Hear of what an organisation publishes. Only for who is signed in. */
export function FollowOrganisation({ id, name }: { id: string; name: string }) {
  const { t } = useI18n()
  const me = useSession()
  const { data } = useQuery({ ...followsQuery, enabled: Boolean(me) })
  if (!me || !data) return null
  const known = data.find((one) => one.kind === 'organisation' && one.subject === id)?.id
  return (
    <div className="np-stack np-stack--tight np-no-print">
      <div>
        <FollowToggle kind="organisation" subject={id} name={name} known={known} />
      </div>
      <p className="np-soft np-small">{t('follow-organisation-text')}</p>
    </div>
  )
}
