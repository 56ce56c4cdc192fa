import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { MergeQuestion as Question } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { ServerHtml } from '@/ui/html'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { comeAlong, mergeQuery } from '../api'

interface Props {
  tenant: string
  network: string
  /** Where the other network is read. */
  address: (tenant: string, network: string) => string
}

/** The network goes up into another one, and whoever is in it says for themselves whether they come along. */
export function MergeQuestion({ tenant, network, address }: Props) {
  const { data, error } = useQuery(mergeQuery(tenant, network))
  if (error && !data) return <Refused error={error} />
  const question = data?.question
  if (!question) return null
  return <Asked tenant={tenant} network={network} question={question} href={address(question.into.tenant, question.into.id)} />
}

function Asked({ tenant, network, question, href }: { tenant: string; network: string; question: Question; href: string }) {
  const { t, locale } = useI18n()
  const { into } = question
  const day = longDay(locale, question.until)
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="meegaan">
      <h2 id="meegaan">{t(question.cameAlong ? 'merge-came-title' : 'merge-title')}</h2>
      <p>
        {t('merge-text')} <strong dir="auto">{question.cameAlong || into.readable ? <a href={href}>{into.name}</a> : into.name}</strong> ({into.tenantName})
      </p>
      <p dir="auto">{into.purpose}</p>
      <p className="np-prose np-prose--plain" dir="auto">
        {question.reason}
      </p>
      {question.cameAlong ? <p>{t('merge-came')}</p> : question.asked ? <Coming tenant={tenant} network={network} question={question} day={day} /> : <p className="np-soft">{t('merge-over')}</p>}
    </section>
  )
}

function Coming({ tenant, network, question, day }: { tenant: string; network: string; question: Question; day: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { queryKey } = mergeQuery(tenant, network)
  const [name, setName] = useState(question.shownName)
  const hasRules = question.houseRulesHtml !== ''
  // Whoever agreed with what they read did not agree with what took its place.
  const [agreedWith, setAgreedWith] = useState<number | null>(null)
  const agrees = hasRules && agreedWith === question.rulesVersion
  const come = useMutation({
    mutationFn: () => comeAlong(tenant, network, { rules: agrees ? question.rulesVersion : null, name }),
    onSuccess: (now) => {
      client.setQueryData(queryKey, now)
      toast(t('merge-came'))
    },
    // It changed while it was read: the page shows how it is.
    onError: () => void client.invalidateQueries({ queryKey }),
  })
  const { error } = come
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  return (
    <form
      className="np-stack np-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!come.isPending) come.mutate()
      }}
    >
      <p>{t('merge-choice', { day })}</p>
      <p className="np-soft np-small">{t('merge-privacy')}</p>
      {hasRules ? (
        <>
          <h3>{t('merge-rules')}</h3>
          <ServerHtml html={question.houseRulesHtml} />
        </>
      ) : null}
      <Refused error={error} fields={hasRules ? ['/name', '/rules'] : ['/name']} />
      <TextField required label={t('merge-name')} hint={t('merge-name-hint')} error={at('/name')} value={name} maxLength={80} onInput={(event) => setName(event.currentTarget.value)} />
      {hasRules ? <Choice type="checkbox" label={t('network-agree')} error={at('/rules')} checked={agrees} onChange={(event) => setAgreedWith(event.currentTarget.checked ? question.rulesVersion : null)} /> : null}
      <div>
        <Button appearance="primary" type="submit" busy={come.isPending}>
          {t('merge-come')}
        </Button>
      </div>
    </form>
  )
}
