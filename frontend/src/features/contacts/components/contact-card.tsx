import { useState } from 'react'
import type { TenantRole } from '@/api/types'
import { paths } from '@/app/paths'
import { type PlainKey, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import type { Contact } from '../api'
import { AnswerDialog } from './answer-dialog'
import { RefuseDialog } from './refuse-dialog'

const ROLE: Record<TenantRole, PlainKey> = {
  owner: 'tenant-role-owner',
  convener: 'tenant-role-convener',
  publisher: 'tenant-role-publisher',
  member: 'tenant-role-member',
}

interface Props {
  contact: Contact
  /** Of the same organisation, to go on in. */
  issues: readonly { id: string; title: string }[]
  onChanged: () => void
}

/** Who asks, in which role, what; and the two ways to answer. */
export function ContactCard({ contact, issues, onChanged }: Props) {
  const { t, locale } = useI18n()
  const [asks, setAsks] = useState<'answer' | 'refuse' | null>(null)
  const { name } = contact
  const done = () => {
    setAsks(null)
    onChanged()
  }
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className="np-soft np-small">
        {t('contacts-from', { role: t(contact.role ? ROLE[contact.role] : 'contact-no-member'), organisation: contact.tenantName })}
        {` · ${longDay(locale, contact.askedAt)}`}
      </p>
      {contact.issue && contact.issueTitle ? (
        <p>
          <a href={paths.issue(contact.tenant, contact.issue)}>{t('contacts-about', { title: contact.issueTitle })}</a>
        </p>
      ) : null}
      <blockquote className="np-prose np-prose--plain" dir="auto">
        {contact.text}
      </blockquote>
      <p className="np-soft np-small">{t('contacts-until', { day: longDay(locale, contact.until) })}</p>
      <div className="np-row">
        <Button appearance="primary" aria-label={t('contacts-answer-name', { name })} onClick={() => setAsks('answer')}>
          {t('contacts-answer')}
        </Button>
        <Button aria-label={t('contacts-refuse-name', { name })} onClick={() => setAsks('refuse')}>
          {t('contacts-refuse')}
        </Button>
      </div>
      {asks === 'answer' ? <AnswerDialog contact={contact} issues={issues} onClose={() => setAsks(null)} onSent={done} /> : null}
      {asks === 'refuse' ? <RefuseDialog contact={contact} onClose={() => setAsks(null)} onSent={done} /> : null}
    </li>
  )
}
