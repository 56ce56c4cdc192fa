import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { follow, followsQuery, type Standing, standingQuery, unfollow } from '../settings-api'
import { WHY } from '../words'
import { LevelSelect } from './level-select'

/** On an issue: whether one hears of it, why, and how soon. */
export function IssueStanding({ issue }: { issue: string }) {
  const { data } = useQuery(standingQuery(issue))
  if (!data) return null
  return <Told issue={issue} standing={data} />
}

function Told({ issue, standing }: { issue: string; standing: Standing }) {
  const { t } = useI18n()
  const change = useChange(issue)
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-labelledby="standing-title">
      <h2 id="standing-title">{t('standing-title')}</h2>
      <Refused error={change.error} />
      {standing.reason ? (
        <>
          <p className="np-small">{t('standing-why', { why: t(WHY[standing.reason]) })}</p>
          <LevelSelect issue={issue} level={standing.level} label={t('standing-level')} />
        </>
      ) : (
        <>
          <p className="np-small">{t('standing-follow-hint')}</p>
          <div>
            <Button busy={change.isPending} onClick={() => change.mutate({ act: () => follow('issue', issue), done: t('standing-followed') })}>
              {t('standing-follow')}
            </Button>
          </div>
        </>
      )}
      {standing.follow && standing.reason === 'you-follow-issue' ? (
        <div>
          <Button appearance="subtle" busy={change.isPending} onClick={() => change.mutate({ act: () => unfollow(standing.follow ?? ''), done: t('standing-unfollowed') })}>
            {t('standing-unfollow')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** One act at a time; what it changed is asked for again. */
function useChange(issue: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ act }: { act: () => Promise<unknown>; done: string }) => act(),
    onSuccess: async (_, { done }) => {
      await client.invalidateQueries({ queryKey: standingQuery(issue).queryKey })
      void client.invalidateQueries({ queryKey: followsQuery.queryKey })
      toast(done)
    },
  })
}
