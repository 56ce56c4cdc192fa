import { type RefObject, useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem, NoAnswer } from '@/api/problems'
import type { Post, Thread, WaitingPost } from '@/api/types'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { clockTime } from '@/lib/dates'
import { canonicalTag, languageNames } from '@/lib/languages'
import { namesPeople } from '@/lib/regimes'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { sendPost } from '../api'
import { COMMON, isAllSent, rememberLanguage, rememberVersion, type Start, startIn, translationKey } from '../translating'
import { useDraft } from '../use-draft'
import { PostEditor } from './post-editor'

interface Props {
  tenant: string
  thread: Thread
  /** As it stands now. */
  post: Post
  owner: string
  /** It is on its way: until the answer comes it stays where it is. */
  sending: RefObject<boolean>
  onSent: (sent: Post | WaitingPost, made: { body: string; language: string; key: string }) => void
  onClose: () => void
}

/** Where what somebody said is put into another language, under their own words. */
export function TranslatePost(props: Props) {
  const [start, setStart] = useState<Start | null>(null)
  const { owner } = props
  const post = useRef(props.post)
  useEffect(() => void startIn(owner, post.current).then(setStart), [owner])
  return start === null ? <Skeleton lines={3} /> : <Form {...props} start={start} />
}

const OTHER = 'other'

function Form({ tenant, thread, post, owner, sending, start, onSent, onClose }: Props & { start: Start }) {
  const { t, locale } = useI18n()
  const why = useRefusal()
  const [language, setLanguage] = useState(start.language)
  const [other, setOther] = useState(start.language !== '' && !COMMON.includes(start.language))
  const [version, setVersion] = useState(start.version)
  const [wrong, setWrong] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const attempt = useRef({ of: '', key: '' })
  const field = `translate-${post.id}`
  const named = namesPeople(thread.regime)
  const draft = useDraft(owner, translationKey(language, post.id), named)

  // What was written goes along to the language that it turns out to be in.
  const carried = useRef('')
  const { write } = draft
  useEffect(() => {
    if (carried.current !== '') write(carried.current)
    carried.current = ''
  }, [language, write])
  const into = (next: string) => {
    setWrong(null)
    if (next === language) return
    carried.current = draft.text
    if (draft.text !== '') draft.write('')
    setLanguage(next)
  }
  const byTag = (typed: string) => {
    const tag = canonicalTag(typed)
    into(tag ?? '')
    setWrong(tag ? null : t('translate-tag-fault'))
  }
  const isNew = start.language === ''
  useEffect(() => (isNew ? document.getElementById(`${field}-language`) : area.current)?.focus(), [isNew, field])

  const send = async () => {
    if (busy) return
    const [noLanguage, noText] = [language === '', draft.text.trim() === '']
    setWrong(noLanguage ? t(other ? 'translate-tag-fault' : 'translate-choose') : null)
    setFault(noText ? t('translate-empty') : null)
    if (noLanguage) return document.getElementById(other ? `${field}-tag` : `${field}-language`)?.focus()
    if (noText) return area.current?.focus()
    const body = draft.text
    const same = JSON.stringify([language, body])
    // What had no answer and is sent again unchanged is the same post.
    if (attempt.current.of !== same) attempt.current = { of: same, key: newIdempotencyKey() }
    const { key } = attempt.current
    setBusy(true)
    sending.current = true
    try {
      const sent = await sendPost(tenant, thread.id, { body, quotes: null, translates: { postId: post.id, version, language } }, key)
      void rememberLanguage(owner, language)
      if (await isAllSent(owner, post.id, language, body)) {
        draft.sent()
        draft.done()
      }
      sending.current = false
      onSent(sent, { body, language, key })
    } catch (error) {
      sending.current = false
      setBusy(false)
      const errors = isProblem(error) ? error.errors : []
      const ofLanguage = errors.find(({ pointer }) => pointer === '/translates/language')
      setWrong(ofLanguage?.detail ?? null)
      setFault(error instanceof NoAnswer ? t('edit-no-answer') : (errors.find((one) => one !== ofLanguage)?.detail ?? (ofLanguage ? null : why(error))))
    }
  }
  const isOlder = post.version !== version
  const changed = t('translate-changed', { number: post.seq })
  useEffect(() => (isOlder ? announce(changed) : undefined), [isOlder, changed])
  const holds = () => {
    setVersion(post.version)
    void rememberVersion(owner, post.id, post.version)
    area.current?.focus()
  }
  const name = languageNames(locale, t)
  return (
    <section className="np-post__translate np-no-print" data-closes aria-labelledby={`${field}-title`}>
      <h4 id={`${field}-title`}>{t('translate-title', { number: post.seq })}</h4>
      <Select
        required
        id={`${field}-language`}
        label={t('translate-language')}
        {...(wrong && !other ? { error: wrong } : {})}
        value={other ? OTHER : language}
        onChange={(event) => {
          const { value } = event.currentTarget
          setOther(value === OTHER)
          into(value === OTHER ? '' : value)
        }}
      >
        <option value="">{t('translate-choose')}</option>
        {COMMON.map((tag) => (
          <option key={tag} value={tag}>
            {name(tag)}
          </option>
        ))}
        <option value={OTHER}>{t('translate-other')}</option>
      </Select>
      {other ? (
        <TextField
          required
          short
          id={`${field}-tag`}
          label={t('translate-tag')}
          hint={t('translate-tag-hint')}
          {...(wrong ? { error: wrong } : {})}
          dir="ltr"
          maxLength={35}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={language}
          onBlur={(event) => (event.currentTarget.value.trim() === '' ? undefined : byTag(event.currentTarget.value))}
        />
      ) : null}
      {other && language !== '' ? <p className="np-soft np-small">{name(language)}</p> : null}
      <PostEditor
        id={field}
        label={t('translate-label')}
        value={draft.text}
        area={area}
        error={fault}
        language={language || undefined}
        place={{ tenant, issue: thread.issue, named }}
        attached={null}
        carried={false}
        onWrite={draft.write}
        onSubmit={() => void send()}
      />
      {isOlder ? (
        <Alert kind="warning">
          <p>{changed}</p>
          <Button onClick={holds}>{t('translate-holds')}</Button>
        </Alert>
      ) : null}
      <div className="np-row">
        <Button appearance="primary" busy={busy} onClick={() => void send()}>
          {t('translate-send')}
        </Button>
        <Button appearance="secondary" onClick={onClose}>
          {t('action-close')}
        </Button>
        {draft.text !== '' && draft.savedAt ? <span className="np-soft np-small">{t('draft-saved', { time: clockTime(locale, draft.savedAt) })}</span> : null}
      </div>
    </section>
  )
}
