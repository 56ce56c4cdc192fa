import { useRef } from 'react'
import { useI18n } from '@/i18n'
import { ACCEPTED_WITH_SOUND, fileType, isPicture, isSound } from '@/lib/file-types'
import { fileSize } from '@/lib/sizes'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { OnItsWay } from '@/ui/on-its-way'
import { Player } from '@/ui/player'
import { type Attached, MOST_WORDS } from '../attached'
import { fileAddress } from '../files-api'
import { type Attaching, whatIsLate, wordsField } from '../use-attached'

/** Chooses files from one's device. */
export function AddFile({ id, attached }: { id: string; attached: Attaching }) {
  const { t } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attached-add')}
        accept={ACCEPTED_WITH_SOUND}
        onChange={(event) => {
          attached.add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button id={id} className="np-editor__add" appearance="subtle" aria-describedby={hintId(id)} onClick={() => input.current?.click()}>
        {t('attached-add')}
      </Button>
    </>
  )
}

const hintId = (button: string) => `${button}-hint`
const lateId = (button: string) => `${button}-late`

/** What stands beside the button that sends, while something is on its way: its id. */
export const lateNote = (attached: Attaching | null, button: string): string | undefined => (attached && whatIsLate(attached.uploads) ? lateId(button) : undefined)

/** Files beside what is being written: on their way or there, each with its words; a fault stands at its file. */
export function AttachedFiles({ tenant, attached, button }: { tenant: string; attached: Attaching; button: string }) {
  const { t } = useI18n()
  const { faults, files, uploads } = attached
  const late = whatIsLate(uploads)
  const list = useRef<HTMLUListElement>(null)
  /** What has the focus goes: it is given to the next file, and after the last to what adds another. */
  const leave = (place: number) => (list.current?.children[place + 1]?.querySelector<HTMLElement>('.np-row button:last-of-type') ?? document.getElementById(button))?.focus()
  return (
    <div className="np-stack np-stack--tight">
      <p id={hintId(button)} className="np-soft np-small">
        {t('attached-hint')}
      </p>
      {faults.all ? <p className="utrecht-form-field-error-message">{faults.all}</p> : null}
      {files.length + uploads.sending.length > 0 ? <ul ref={list} className="np-files" role="list" aria-label={t('attached-list')}>
        {files.map((file, place) => (
          <There
            key={file.id}
            tenant={tenant}
            file={file}
            error={file.gone ? t('attached-gone') : faults.of.get(file.id)}
            onDescribe={(words) => attached.describe(file.id, words)}
            onRemove={() => {
              leave(place)
              attached.remove(file.id)
            }}
          />
        ))}
        {uploads.sending.map((one, place) => (
          <OnItsWay
            key={one.key}
            sending={one}
            onAgain={() => uploads.again(one)}
            onRemove={() => {
              leave(files.length + place)
              uploads.forget(one.key)
            }}
          />
        ))}
      </ul> : null}
      {late ? (
        <p id={lateId(button)} className="np-soft np-small">
          {t(late)}
        </p>
      ) : null}
    </div>
  )
}

interface ThereProps {
  tenant: string
  file: Attached
  error: string | undefined
  onDescribe: (words: Partial<Pick<Attached, 'words' | 'decorative'>>) => void
  onRemove: () => void
}

function There({ tenant, file, error, onDescribe, onRemove }: ThereProps) {
  const { t, locale } = useI18n()
  const address = fileAddress(tenant, file.id)
  const picture = isPicture(file)
  return (
    <li className="np-file">
      <div role="group" aria-label={file.name} className="np-stack np-stack--tight">
        <div className="np-row np-row--between">
          <span className="np-file__name">
            <a href={address} target="_blank" rel="noreferrer">
              {file.name}
            </a>{' '}
            <span className="np-soft np-small">
              {fileType(file.mediaType)}, {fileSize(locale, file.size)}
            </span>
          </span>
          <Button appearance="subtle" danger aria-label={t('file-remove', { name: file.name })} onClick={onRemove}>
            {t('action-remove')}
          </Button>
        </div>
        {picture ? (
          <div className="np-file__picture">
            <img src={address} alt="" />
            <div>
              {file.decorative ? null : <Words file={file} error={error} onDescribe={onDescribe} />}
              <Choice type="checkbox" label={t('file-decorative')} checked={file.decorative} onChange={(event) => onDescribe({ decorative: event.currentTarget.checked })} />
              {file.decorative && error ? <p className="utrecht-form-field-error-message">{error}</p> : null}
            </div>
          </div>
        ) : (
          <>
            {isSound(file) ? <Player name={file.name} address={address} /> : null}
            <Words file={file} error={error} onDescribe={onDescribe} />
          </>
        )}
      </div>
    </li>
  )
}

function Words({ file, error, onDescribe }: Pick<ThereProps, 'file' | 'error' | 'onDescribe'>) {
  const { t } = useI18n()
  const wiring = { id: wordsField(file.id), value: file.words, ...(error ? { error } : {}) }
  if (isPicture(file)) return <TextField required {...wiring} label={t('file-alt')} hint={t('file-alt-hint')} onInput={(event) => onDescribe({ words: event.currentTarget.value })} />
  if (!isSound(file)) return <TextField optional {...wiring} label={t('file-about')} onInput={(event) => onDescribe({ words: event.currentTarget.value })} />
  return <TextArea optional {...wiring} label={t('file-said-label')} hint={t('file-said-hint')} rows={4} maxLength={MOST_WORDS} onInput={(event) => onDescribe({ words: event.currentTarget.value })} />
}
