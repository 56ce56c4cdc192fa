import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { realtime } from '@/api/realtime'
import type { ServerEvent } from '@/api/realtime-machine'
import type { Round, Thread } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { beginNextRound, passTurn, roundQuery } from '../round-api'

interface Props {
  tenant: string
  thread: Thread
  /** The number of the newest post: whoever wrote it had their turn. */
  lastSeq: number
  lastChange: number
}

/** Whose turn it is. Who spoke already is told gently that others come first; what they write is kept. */
export default function RoundPanel({ tenant, thread, lastSeq, lastChange }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { queryKey } = roundQuery(tenant, thread.id)
  const query = useQuery(roundQuery(tenant, thread.id))
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: ['round', tenant, thread.id] })
    ask()
    const heard = { onEvent: ({ kind }: ServerEvent) => (kind.startsWith('turn.') || kind === 'post.withdrawn' ? ask() : undefined), onServed: ask }
    return realtime().subscribe(`thread:${thread.id}`, lastChange, heard)
  }, [client, tenant, thread.id, lastChange, lastSeq])
  const put = (now: Round) => client.setQueryData(queryKey, now)
  const pass = useMutation({ mutationFn: (skips: boolean) => passTurn(tenant, thread.id, skips), onSuccess: put })
  const round = query.data
  if (!round) return <Refused error={query.error} />
  const { can, done, number, open, passed, skips, spoken } = round
  return (
    <section className="np-stands-out np-no-print" aria-labelledby="round-title">
      <h2 id="round-title">{t('round-title', { number })}</h2>
      {open.length > 0 ? <Names title={t('round-open')} names={open} /> : null}
      {passed.length > 0 ? <Names title={t('round-passed')} names={passed} /> : null}
      {done ? <p>{t('round-done')}</p> : null}
      {can.skip && spoken ? <p role="status">{t(done ? 'round-spoken-done' : 'round-spoken')}</p> : null}
      {can.skip && !spoken ? <p>{t(skips ? 'round-you-pass' : 'round-your-turn')}</p> : null}
      <Refused error={pass.error} />
      <div className="np-row">
        {can.skip && !spoken ? (
          <Button appearance="secondary" busy={pass.isPending} onClick={() => pass.mutate(!skips)}>
            {t(skips ? 'round-unskip' : 'round-skip')}
          </Button>
        ) : null}
        {can.next ? <Next tenant={tenant} thread={thread.id} round={round} onBegun={put} /> : null}
      </div>
    </section>
  )
}

/** At once when everybody had their turn; else who leads is asked first. */
function Next({ tenant, thread, round, onBegun }: { tenant: string; thread: string; round: Round; onBegun: (now: Round) => void }) {
  const { t } = useI18n()
  const begin = useMutation({
    mutationFn: () => beginNextRound(tenant, thread, round.number),
    onSuccess: (now) => {
      onBegun(now)
      toast(t('round-begun', { number: now.number }))
    },
  })
  if (!round.done) {
    return (
      <ConfirmButton label={t('round-next')} title={t('round-next-title')} act={() => begin.mutateAsync()} onDone={() => undefined}>
        {t('round-next-text')}
      </ConfirmButton>
    )
  }
  return (
    <>
      <Button appearance="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('round-next')}
      </Button>
      <Refused error={begin.error} />
    </>
  )
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  const { locale } = useI18n()
  return (
    <p>
      <strong>{title}</strong> <bdi>{new Intl.ListFormat(locale).format(names)}</bdi>
    </p>
  )
}
