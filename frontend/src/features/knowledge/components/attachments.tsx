import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { errorAt, fieldId } from '@/lib/pointers'
import { fileSize } from '@/lib/sizes'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { type ProductFile, sendFile } from '../api'
import { isPicture } from '../form'
import { ACCEPTED, fileType } from '../words'

/** A file that is on its way, or did not arrive. */
interface Sending {
  key: string
  file: File
  part: number
  fault: string | null
}

interface Props {
  tenant: string
  files: readonly ProductFile[]
  errors: readonly { pointer: string; detail: string }[]
  /** Changes the newest list: files arrive while somebody types. */
  onChange: (change: (files: ProductFile[]) => ProductFile[]) => void
}

/** Files of a product: chosen, on their way, there; a fault stands at its file. */
export function Attachments({ tenant, files, errors, onChange }: Props) {
  const { t } = useI18n()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const running = useRef(new Map<string, () => void>())
  const input = useRef<HTMLInputElement>(null)
  const change = (key: string, changes: Partial<Sending>) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const forget = (key: string) => {
    running.current.get(key)?.()
    running.current.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
  }
  // A page that goes away takes its uploads along; what arrived has been saved.
  useEffect(() => {
    const cancels = running.current
    return () => cancels.forEach((cancel) => cancel())
  }, [])

  const start = async ({ key, file }: Sending) => {
    change(key, { part: 0, fault: null })
    const { done, cancel } = sendFile(tenant, file, key, (part) => change(key, { part }))
    running.current.set(key, cancel)
    try {
      const kept = await done
      running.current.delete(key)
      onChange((now) => (now.some((one) => one.id === kept.id) ? now : [...now, { ...kept, alt: '' }]))
      forget(key)
      announce(t('file-added', { name: kept.name }))
    } catch (error) {
      if (!running.current.delete(key)) return
      const fault = error instanceof Problem ? error.detail : t('file-no-answer')
      change(key, { fault })
      announce(`${file.name}: ${fault}`)
    }
  }
  const choose = (chosen: FileList | null) => {
    const added = [...(chosen ?? [])].map((file): Sending => ({ key: newIdempotencyKey(), file, part: 0, fault: null }))
    setSending((all) => [...all, ...added])
    for (const one of added) void start(one)
    if (input.current) input.current.value = ''
  }

  return (
    <div className="np-stack np-stack--tight" id={fieldId('/files')} tabIndex={-1}>
      {errorAt(errors, '/files') ? <p className="utrecht-form-field-error-message">{errorAt(errors, '/files')}</p> : null}
      {files.length + sending.length > 0 ? (
        <ul className="np-files" role="list" aria-label={t('product-files')}>
          {files.map((file, index) => (
            <Kept
              key={file.id}
              file={file}
              index={index}
              error={errorAt(errors, `/files/${String(index)}/alt`)}
              onAlt={(alt) => onChange((now) => now.map((one) => (one.id === file.id ? { ...one, alt } : one)))}
              onRemove={() => onChange((now) => now.filter((one) => one.id !== file.id))}
            />
          ))}
          {sending.map((one) => (
            <OnItsWay key={one.key} sending={one} onAgain={() => void start(one)} onRemove={() => forget(one.key)} />
          ))}
        </ul>
      ) : null}
      <div className="np-file-input">
        <input ref={input} id="add-files" className="np-hidden" type="file" multiple accept={ACCEPTED} aria-describedby="add-files-hint" onChange={(event) => choose(event.currentTarget.files)} />
        <label className="utrecht-button utrecht-button--secondary-action" htmlFor="add-files">
          {t('file-add')}
        </label>
        <p className="np-soft np-small" id="add-files-hint">
          {t('file-add-hint')}
        </p>
      </div>
    </div>
  )
}

function Kept(props: { file: ProductFile; index: number; error: string | undefined; onAlt: (alt: string) => void; onRemove: () => void }) {
  const { t, locale } = useI18n()
  const { file, error } = props
  return (
    <li className="np-file">
      <div className="np-row np-row--between">
        <span className="np-file__name">
          <a href={file.url} target="_blank" rel="noreferrer">
            {file.name}
          </a>{' '}
          <span className="np-soft np-small">
            {fileType(file.mediaType)}, {fileSize(locale, file.size)}
          </span>
        </span>
        <Button appearance="subtle" danger aria-label={t('file-remove', { name: file.name })} onClick={props.onRemove}>
          {t('action-remove')}
        </Button>
      </div>
      {isPicture(file) ? (
        <div className="np-file__picture">
          <img src={file.url} alt="" loading="lazy" />
          <TextField
            id={fieldId(`/files/${String(props.index)}/alt`)}
            label={t('file-alt')}
            hint={t('file-alt-hint')}
            {...(error ? { error } : {})}
            value={file.alt}
            maxLength={400}
            onInput={(event) => props.onAlt(event.currentTarget.value)}
          />
        </div>
      ) : null}
    </li>
  )
}

function OnItsWay(props: { sending: Sending; onAgain: () => void; onRemove: () => void }) {
  const { t, locale } = useI18n()
  const { file, part, fault } = props.sending
  return (
    <li className="np-file">
      <div className="np-row np-row--between">
        <span className="np-file__name">
          {file.name} <span className="np-soft np-small">{fileSize(locale, file.size)}</span>
        </span>
        <span className="np-row">
          {fault ? (
            <Button appearance="subtle" onClick={props.onAgain}>
              {t('action-retry')}
            </Button>
          ) : null}
          <Button appearance="subtle" danger aria-label={t(fault ? 'file-remove' : 'file-cancel', { name: file.name })} onClick={props.onRemove}>
            {t(fault ? 'action-remove' : 'action-cancel')}
          </Button>
        </span>
      </div>
      {fault ? <p className="utrecht-form-field-error-message">{fault}</p> : <progress max={1} value={part} aria-label={t('file-sending', { name: file.name })} />}
    </li>
  )
}
