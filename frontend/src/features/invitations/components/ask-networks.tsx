import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Select, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { type AskedNetwork, askedNetworksQuery, askNetwork } from '../nominations-api'
import { ASKED_NETWORK } from '../words'

interface Props {
  tenant: string
  issue: string
  mayAsk: boolean
  networks: readonly { id: string; name: string }[]
}

/** Those who facilitate a network are asked whom they know; who is in it stays theirs. */
export function AskNetworks(props: Props) {
  const { t } = useI18n()
  const { data: asked } = useQuery(askedNetworksQuery(props.tenant, props.issue))
  const left = props.networks.filter((network) => !asked?.some((one) => one.network === network.id))
  return (
    <>
      <p className="np-measure">{t('circle-lead')}</p>
      {asked && asked.length > 0 ? (
        <ul role="list" className="np-stack np-stack--tight">
          {asked.map((one) => (
            <Row key={one.id} asked={one} />
          ))}
        </ul>
      ) : null}
      {props.mayAsk && left.length > 0 ? <Form {...props} networks={left} /> : null}
      {props.mayAsk && left.length === 0 && asked?.length === 0 ? <p className="np-soft">{t('circle-none')}</p> : null}
    </>
  )
}

function Row({ asked }: { asked: AskedNetwork }) {
  const { t, locale } = useI18n()
  const { key, tone } = ASKED_NETWORK[asked.state]
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <strong>
          <bdi>{asked.networkName ?? t('circle-unnamed')}</bdi>
        </strong>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p className="np-soft np-small">{t('nominate-asked', { day: longDay(locale, asked.askedAt), until: longDay(locale, asked.until) })}</p>
      <blockquote className="np-prose np-prose--plain" dir="auto">
        {asked.text}
      </blockquote>
      {asked.reason ? <Said title={t('circle-reason')} text={asked.reason} /> : null}
    </li>
  )
}

const NOTHING = { network: '', text: '' }

function Form({ tenant, issue, networks }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { form, write, arrived } = useKept(`${useOwner()}/ask-network-${issue}`, NOTHING)
  const keyOf = useKey()
  const { network, text } = form
  const [missing, setMissing] = useState(false)
  const ask = useMutation({
    mutationFn: (sent: typeof NOTHING) => askNetwork(tenant, issue, sent, keyOf(sent)),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      toast(t('circle-sent'))
      void client.invalidateQueries({ queryKey: askedNetworksQuery(tenant, issue).queryKey })
    },
  })
  const { error } = ask
  const wrong = isProblem(error) ? error.errors.find((one) => one.pointer === '/text')?.detail : undefined
  return (
    <form
      className="np-stack np-stack--tight"
      noValidate
      aria-label={t('circle-title')}
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(network === '')
        if (network === '') goToFirstFault()
        else if (!ask.isPending) ask.mutate(form)
      }}
    >
      <Select required label={t('circle-network')} error={missing && network === '' ? t('field-empty') : undefined} value={network} onChange={(event) => write({ network: event.currentTarget.value })}>
        <option value="">{t('circle-choose')}</option>
        {networks.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <TextArea
        required
        label={t('circle-text')}
        hint={t('circle-text-hint')}
        error={wrong}
        rows={3}
        value={text}
        onInput={(event) => write({ text: event.currentTarget.value })}
      />
      {wrong ? null : <Refused error={error} />}
      <div>
        <Button type="submit" busy={ask.isPending}>
          {t('circle-send')}
        </Button>
      </div>
    </form>
  )
}
