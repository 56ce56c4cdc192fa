import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PresencePreferences } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Choice } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { choosePresence, presenceQuery } from '../presence-api'

/** What others may see of the reader in conversations. It holds at once. */
export function PresenceChoice() {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data, error } = useQuery(presenceQuery)
  const choose = useMutation({
    mutationFn: choosePresence,
    onSuccess: (saved) => client.setQueryData(presenceQuery.queryKey, saved),
  })
  const fault = choose.error ?? (data ? null : error)
  // What is on its way shows already.
  const now: PresencePreferences | undefined = choose.isPending ? choose.variables : data
  return (
    <div className="np-stack np-stack--tight">
      <Refused error={fault} />
      {now ? (
        <>
          <Choice type="checkbox" label={t('here-on')} hint={t('here-on-hint')} checked={now.here} onChange={(event) => choose.mutate({ ...now, here: event.currentTarget.checked })} />
          <Choice type="checkbox" label={t('typing-on')} hint={t('typing-on-hint')} checked={now.typing} onChange={(event) => choose.mutate({ ...now, typing: event.currentTarget.checked })} />
        </>
      ) : fault ? null : (
        <Skeleton lines={2} />
      )}
    </div>
  )
}
