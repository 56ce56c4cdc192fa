import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Network, NetworkKind } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { turnInto } from '../api'
import { KINDS } from '../words'

const NOTHING = { reason: '' }

interface Props {
  tenant: string
  network: Network
  draft: string
  onTurned: (network: Network) => void
}

/** Into another kind of network, by one act with a reason, because everybody in it hears of it. */
export function TurnForm({ tenant, network, draft, onTurned }: Props) {
  const { t } = useI18n()
  const others = (Object.keys(KINDS) as NetworkKind[]).filter((kind) => kind !== network.kind)
  const [chosen, setChosen] = useState<NetworkKind | null>(null)
  const { form, write, arrived } = useKept(draft, NOTHING)
  const { reason } = form
  const kind = chosen && chosen !== network.kind ? chosen : (others[0] ?? 'theme')
  const turn = useMutation({
    mutationFn: (sent: { reason: string }) => turnInto(tenant, network.id, kind, sent.reason),
    onSuccess: (turned, sent) => {
      arrived(sent, NOTHING)
      toast(t('turn-done'))
      onTurned(turned)
    },
  })
  const { error } = turn
  const wrong = isProblem(error) ? error.errors.find((one) => one.pointer === '/reason')?.detail : undefined
  return (
    <form
      className="np-stack np-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!turn.isPending) turn.mutate(form)
      }}
    >
      <p>{t('turn-text')}</p>
      <Fieldset legend={t('turn-into')}>
        {others.map((one) => (
          <Choice key={one} type="radio" name="kind" label={t(KINDS[one])} checked={kind === one} onChange={() => setChosen(one)} />
        ))}
      </Fieldset>
      <TextArea
        required
        label={t('turn-reason')}
        hint={t('turn-reason-hint')}
        error={wrong}
        rows={4}
        maxLength={1000}
        value={reason}
        onInput={(event) => write({ reason: event.currentTarget.value })}
      />
      {wrong ? null : <Refused error={error} />}
      <div>
        <Button appearance="primary" type="submit" busy={turn.isPending}>
          {t('turn')}
        </Button>
      </div>
    </form>
  )
}
