import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Issue, IssueTemplate } from '@/api/types'
import { type PlainKey, useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Select } from '@/ui/field'
import { toast } from '@/ui/toast'
import { removeTemplate, templatesQuery } from '../composing-api'
import { type Fields, filledBy, readsLike } from '../form'

interface Props {
  tenant: string
  issue: Issue
  fields: Fields
  onFill: (changes: Partial<Fields>) => void
}

const nameOf = (template: IssueTemplate): string => template.id ?? template.key ?? template.name

/** Promises no texts where only people were filled in: a composition of an organisation has none. */
function filledSentence(changes: Partial<Fields>): PlainKey {
  const names = Object.keys(changes)
  if (names.length === 0) return 'templates-nothing-empty'
  return names.length === 1 && names[0] === 'perspectives' ? 'templates-filled-people' : 'templates-filled'
}

/** A kind of issue to begin with. It fills in what is empty, and can be taken back as long as nothing was typed since. */
export function TemplateChoice({ tenant, issue, fields, onFill }: Props) {
  const { t, locale } = useI18n()
  const { data, isError, refetch } = useQuery(templatesQuery(tenant, issue.id))
  const [chosen, setChosen] = useState('')
  const [done, setDone] = useState<{ before: Fields; after: Fields; sentence: string } | null>(null)
  if (isError && !data) return <p className="np-soft">{t('templates-failed')}</p>
  if (!data) return null
  const template = data.items.find((one) => nameOf(one) === chosen)
  const fill = (from: IssueTemplate) => {
    const changes = filledBy(fields, from)
    const sentence = t(filledSentence(changes))
    setDone({ before: fields, after: { ...fields, ...changes }, sentence })
    announce(sentence)
    if (Object.keys(changes).length > 0) onFill(changes)
  }
  const undo = (before: Fields) => {
    onFill(before)
    setDone(null)
    toast(t('templates-undone'))
  }
  const group = (label: string, of: readonly IssueTemplate[]) =>
    of.length === 0 ? null : (
      <optgroup label={label}>
        {of.map((one) => (
          <option key={nameOf(one)} value={nameOf(one)}>
            {one.name}
          </option>
        ))}
      </optgroup>
    )
  return (
    <section className="np-sheet np-stack np-stack--tight">
      <h2>{t('templates-title')}</h2>
      <p className="np-soft np-small">{t('templates-hint')}</p>
      <Select label={t('templates-label')} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
        <option value="">{t('templates-none-chosen')}</option>
        {group(t('templates-own'), data.items.filter((one) => one.id))}
        {group(t('templates-ours'), data.items.filter((one) => !one.id))}
      </Select>
      {template ? (
        <>
          {template.about ? <p>{template.about}</p> : null}
          <p className="np-small" dir="auto">
            {t('templates-preview', { names: new Intl.ListFormat(locale, { type: 'conjunction' }).format(template.perspectives.map((one) => one.name)) })}
          </p>
          {template.id ? <p className="np-small">{t('templates-people-only')}</p> : null}
          <div className="np-row">
            <Button onClick={() => fill(template)}>{t('templates-use')}</Button>
            {template.id && data.canKeep ? (
              <ConfirmButton
                label={t('templates-remove')}
                title={t('templates-remove-title', { name: template.name })}
                act={() => removeTemplate(tenant, template.id ?? '')}
                onDone={() => {
                  setChosen('')
                  toast(t('templates-removed'))
                  void refetch()
                }}
              >
                {t('templates-remove-text')}
              </ConfirmButton>
            ) : null}
          </div>
        </>
      ) : null}
      {done && readsLike(fields, done.after) ? (
        <Alert kind="info">
          <p>{done.sentence}</p>
          {readsLike(done.before, done.after) ? null : (
            <Button appearance="subtle" onClick={() => undo(done.before)}>
              {t('templates-undo')}
            </Button>
          )}
        </Alert>
      ) : null}
    </section>
  )
}
