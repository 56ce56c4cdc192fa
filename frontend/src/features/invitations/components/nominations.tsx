import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { nominate, nominationsQuery } from '../nominations-api'
import { NominateDialog } from './nominate-dialog'

/** For who takes part: somebody comes to mind, and is asked first. */
export function Nominations({ tenant, issue }: { tenant: string; issue: string }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const query = nominationsQuery(tenant, issue)
  const { data: own } = useQuery(query)
  const [open, setOpen] = useState(false)
  const owner = useOwner()
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="nominate">
      <h2 id="nominate">{t('nominate-title')}</h2>
      <p>{t('nominate-lead')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('nominate-act')}</Button>
      </div>
      {own && own.length > 0 ? (
        <details className="np-fold">
          <summary>{t('nominate-own')}</summary>
          <ul role="list" className="np-stack np-stack--tight">
            {own.map((one) => (
              <li key={one.id}>
                <blockquote className="np-prose np-prose--plain" dir="auto">
                  {one.motivation}
                </blockquote>
                <p className="np-soft np-small">{t('nominate-asked', { day: longDay(locale, one.askedAt), until: longDay(locale, one.until) })}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {open ? (
        <NominateDialog
          title={t('nominate-title')}
          draft={`${owner}/nominate-${issue}`}
          send={(form, key) => nominate(tenant, issue, form, key)}
          onClose={() => setOpen(false)}
          onSent={() => {
            setOpen(false)
            toast(t('nominate-sent'))
            void client.invalidateQueries({ queryKey: query.queryKey })
          }}
        />
      ) : null}
    </section>
  )
}
