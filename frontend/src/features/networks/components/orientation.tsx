import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problems'
import type { NetworkOrientation } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { answerOrientation, decideOrientation, networkOrientationQuery } from '../members-api'

interface Props {
  tenant: string
  network: string
  /** Whose orientation it is. */
  person: string
  /** Names what is typed in this browser. */
  draft: string
  onDecided: () => void
}

/** The form of two sides at the end of somebody's orientation. */
export function Orientation(props: Props) {
  const { t } = useI18n()
  const { tenant, network, person } = props
  const { data: seen, error } = useQuery(networkOrientationQuery(tenant, network, person))
  // What is there stays when it cannot be fetched again: somebody may be writing in it.
  if (!seen) return isProblem(error, 404) ? null : <Refused error={error} />
  return (
    <div className="np-stack np-stack--tight">
      <p>{t(seen.isOwn ? 'orientation-own-text' : 'orientation-other-text')}</p>
      {seen.mayAnswer ? <Answering key={String(seen.own !== null)} {...props} seen={seen} /> : seen.own ? <Said title={t('orientation-you')} side={seen.own} isOwn={seen.isOwn} /> : null}
      {seen.other ? <Said title={t(seen.isOwn ? 'orientation-network' : 'orientation-newcomer')} side={seen.other} isOwn={!seen.isOwn} /> : <p className="np-soft">{t(seen.otherAnswered ? 'orientation-waits-for-you' : 'orientation-waits-for-other')}</p>}
      {seen.mayDecide ? <Deciding {...props} seen={seen} /> : null}
    </div>
  )
}

type Side = NonNullable<NetworkOrientation['own']>

function Said({ title, side, isOwn }: { title: string; side: Side; isOwn: boolean }) {
  const { t } = useI18n()
  return (
    <div className="np-stack np-stack--tight">
      <h4>{title}</h4>
      <dl className="np-facts">
        <dt>{t(isOwn ? 'orientation-well-newcomer' : 'orientation-well-network')}</dt>
        <dd dir="auto">{side.well}</dd>
        {side.needs ? (
          <>
            <dt>{t('orientation-needs')}</dt>
            <dd dir="auto">{side.needs}</dd>
          </>
        ) : null}
      </dl>
      {side.wish ? <p>{t(side.wish === 'go-on' ? 'orientation-said-on' : 'orientation-said-stop')}</p> : null}
    </div>
  )
}

function Answering({ tenant, network, person, draft, seen }: Props & { seen: NetworkOrientation }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { form: said, write, arrived } = useKept(draft, { well: seen.own?.well ?? '', needs: seen.own?.needs ?? '' })
  const { queryKey } = networkOrientationQuery(tenant, network, person)
  const send = useMutation({
    mutationFn: (typed: typeof said) => answerOrientation(tenant, network, person, typed),
    onSuccess: (now, sent) => {
      arrived(sent, sent)
      client.setQueryData(queryKey, now)
      toast(t('orientation-sent'))
    },
    onError: (error) => (isProblem(error) && error.status === 409 ? void client.invalidateQueries({ queryKey }) : undefined),
  })
  const { error } = send
  const wrong = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  return (
    <div className="np-stack np-stack--tight np-form">
      <TextArea required rows={4} label={t(seen.isOwn ? 'orientation-well-newcomer' : 'orientation-well-network')} error={wrong('/well')} value={said.well} onInput={(event) => write({ well: event.currentTarget.value })} />
      <TextArea optional rows={3} label={t('orientation-needs')} error={wrong('/needs')} value={said.needs} onInput={(event) => write({ needs: event.currentTarget.value })} />
      <Refused error={error} fields={['/well', '/needs']} />
      <div>
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate(said)}>
          {t(seen.own ? 'orientation-send-again' : 'orientation-send')}
        </Button>
      </div>
    </div>
  )
}

function Deciding({ tenant, network, person, seen, onDecided }: Props & { seen: NetworkOrientation }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const decide = (wish: 'go-on' | 'stop') => decideOrientation(tenant, network, person, wish)
  const done = () => {
    toast(t('orientation-decided'))
    void client.invalidateQueries({ queryKey: networkOrientationQuery(tenant, network, person).queryKey })
    onDecided()
  }
  const on = useMutation({ mutationFn: () => decide('go-on'), onSuccess: done })
  const { error } = on
  return (
    <div className="np-stack np-stack--tight">
      <p>{t('orientation-decide-text')}</p>
      <Refused error={error} />
      <div className="np-row">
        {seen.own?.wish === 'go-on' ? null : (
          <Button appearance="primary" busy={on.isPending} onClick={() => on.mutate()}>
            {t('orientation-go-on')}
          </Button>
        )}
        {seen.own?.wish === 'stop' ? null : (
          <ConfirmButton label={t('orientation-stop')} title={t('orientation-stop-title')} act={() => decide('stop')} onDone={done}>
            {t(seen.isOwn ? 'orientation-stop-own' : 'orientation-stop-other')}
          </ConfirmButton>
        )}
      </div>
    </div>
  )
}
