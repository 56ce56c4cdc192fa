import { useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@/api/use-mutation'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type ChosenLevel, type Follow, followsQuery, unfollow } from '../settings-api'
import { LevelSelect } from './level-select'

const NONE = { issue: 'follows-issues-none', organisation: 'follows-organisations-none' } as const

/** The issues that one follows, or the organisations. */
export function FollowedOnes({ follows, kind }: { follows: readonly Follow[]; kind: 'issue' | 'organisation' }) {
  const { t } = useI18n()
  const found = follows.filter((one) => one.kind === kind)
  if (found.length === 0) return <p className="np-soft">{t(NONE[kind])}</p>
  return (
    <ul role="list" className="np-stack np-stack--tight">
      {found.map((one) => (
        <Followed key={one.id} one={one} />
      ))}
    </ul>
  )
}

function address({ kind, subject, tenant }: Follow): string {
  if (!tenant) return paths.home()
  return kind === 'organisation' ? paths.tenant(tenant) : paths.issue(tenant, subject)
}

function Followed({ one }: { one: Follow }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { name } = one
  const stop = useMutation({
    mutationFn: () => unfollow(one.id),
    onSuccess: () => {
      toast(t('follow-stopped', { name }))
      return client.invalidateQueries({ queryKey: followsQuery.queryKey })
    },
  })
  const { error } = stop
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <a href={address(one)} dir="auto">
          {name}
        </a>
        <Button appearance="subtle" aria-label={t('follow-stop-name', { name })} busy={stop.isPending} onClick={() => stop.mutate()}>
          {t('standing-unfollow')}
        </Button>
      </div>
      <Refused error={error} />
    </li>
  )
}

/** The issues for which one chose another level; nothing when there are none. */
export function ChosenLevels({ levels }: { levels: readonly ChosenLevel[] }) {
  const { t } = useI18n()
  if (levels.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="issue-levels-title">
      <div className="np-stack np-stack--tight">
        <h2 id="issue-levels-title">{t('levels-title')}</h2>
        <p>{t('levels-lead')}</p>
      </div>
      <ul role="list" className="np-stack">
        {levels.map((chosen) => (
          <li key={chosen.issue} className="np-sheet np-stack np-stack--tight">
            <a href={paths.issue(chosen.tenant, chosen.issue)} dir="auto">
              {chosen.title}
            </a>
            <LevelSelect issue={chosen.issue} level={chosen.level} label={t('levels-of', { name: chosen.title })} />
          </li>
        ))}
      </ul>
    </section>
  )
}
