import { useEffect, useRef } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { ACCEPTED, fileType, isPicture } from '@/lib/file-types'
import { errorAt, fieldId } from '@/lib/pointers'
import { fileSize } from '@/lib/sizes'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { OnItsWay } from '@/ui/on-its-way'
import type { ProductFile } from '../api'
import { ADD_FILES, type ProductUploads } from '../use-product-uploads'

/** What stands at the files while one of them is late: its id. */
export const LATE_NOTE = 'files-late'
const HINT = 'add-files-hint'

interface Props {
  files: readonly ProductFile[]
  uploads: ProductUploads
  errors: readonly { pointer: string; detail: string }[]
  /** Changes the newest list: files arrive while somebody types. */
  onChange: (change: (files: ProductFile[]) => ProductFile[]) => void
}

/** Files of a product: chosen, on their way, there; a fault stands at its file. */
export function Attachments({ files, uploads, errors, onChange }: Props) {
  const { t } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const { sending, asks, late, add, again, forget } = uploads
  const choose = (chosen: FileList | null) => {
    add([...(chosen ?? [])])
    if (input.current) input.current.value = ''
  }

  return (
    <div className="np-stack np-stack--tight" id={fieldId('/files')} tabIndex={-1}>
      {errorAt(errors, '/files') ? <p className="utrecht-form-field-error-message">{errorAt(errors, '/files')}</p> : null}
      {files.length + sending.length > 0 ? (
        <ul className="np-files" role="list" aria-label={t('product-files')}>
          {files.map((file) => (
            <Kept
              key={file.id}
              file={file}
              asks={asks === file.id}
              error={errorAt(errors, `/files/${file.id}/alt`)}
              onAlt={(alt) => onChange((now) => now.map((one) => (one.id === file.id ? { ...one, alt } : one)))}
              onRemove={() => onChange((now) => now.filter((one) => one.id !== file.id))}
            />
          ))}
          {sending.map((one) => (
            <OnItsWay key={one.key} sending={one} onAgain={() => again(one)} onRemove={() => forget(one.key)} />
          ))}
        </ul>
      ) : null}
      {late ? (
        <p id={LATE_NOTE} className="np-soft np-small">
          {t(late)}
        </p>
      ) : null}
      <div className="np-file-input">
        <input ref={input} id={ADD_FILES} className="np-hidden" type="file" multiple accept={ACCEPTED} aria-describedby={HINT} onChange={(event) => choose(event.currentTarget.files)} />
        <label className="utrecht-button utrecht-button--secondary-action" htmlFor={ADD_FILES}>
          {t('file-add')}
        </label>
        <p className="np-soft np-small" id={HINT}>
          {t('file-add-hint')}
        </p>
      </div>
    </div>
  )
}

function Kept(props: { file: ProductFile; asks: boolean; error: string | undefined; onAlt: (alt: string) => void; onRemove: () => void }) {
  const { t, locale } = useI18n()
  const { file, error, asks } = props
  const field = fieldId(`/files/${file.id}/alt`)
  useEffect(() => {
    if (!asks) return
    document.getElementById(field)?.focus()
    announce(t('file-added-alt', { name: file.name }))
    // Only when it arrives: its place may change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asks])
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
            required
            id={field}
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
