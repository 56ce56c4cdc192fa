import { lazy, Suspense, useState } from 'react'
import { useI18n } from '@/i18n'
import { fileType, isPdf, isPicture, isSaved, isSound } from '@/lib/file-types'
import { loadPart } from '@/lib/load-part'
import { fileSize } from '@/lib/sizes'
import { Button } from './button'
import { Player } from './player'
import { Skeleton } from './states'

const PdfPreview = lazy(() => loadPart(() => import('./pdf-preview')))

interface HangingFile {
  id: string
  name: string
  mediaType: string
  size: number
  /** Of a picture what is to be seen, of a recording what is said. */
  words: string
  width?: number | null
  height?: number | null
}

interface Props {
  files: readonly HangingFile[] | undefined
  /** Where the bytes of one are. */
  address: (id: string) => string
  /** For its author, of a recording that has no words yet. */
  onWriteDown?: (id: string) => void
}

/** What hangs on a text: pictures with their words, recordings with what is said in them, documents. */
export function HangingFiles({ files, address, onWriteDown }: Props) {
  const { t } = useI18n()
  if (!files || files.length === 0) return null
  return (
    <ul className="np-hanging" role="list" aria-label={t('files-hanging')}>
      {files.map((file) => (
        <li key={file.id}>
          <div className="np-no-print">
            {isPicture(file) ? <Picture file={file} address={address(file.id)} /> : isSound(file) ? <Sound file={file} address={address(file.id)} onWriteDown={onWriteDown} /> : <Document file={file} address={address(file.id)} />}
          </div>
          <p className="np-print-only" dir="auto">
            {file.words === '' ? file.name : t('file-in-print', { name: file.name, words: file.words })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** As high as it may become beside a text, in pixels. */
const HIGHEST = 420

function Picture({ file, address }: { file: HangingFile; address: string }) {
  const { t } = useI18n()
  const { width, height, name, words } = file
  const part = height ? Math.min(1, HIGHEST / height) : 1
  // The page keeps room for it before it is there.
  const room = width && height ? { width: Math.round(width * part), height: Math.round(height * part) } : {}
  return (
    <a className="np-hanging__picture" href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={words} loading="lazy" {...room} />
      <span className="np-hidden">
        {words === '' ? t('file-open', { name }) : null} ({t('file-is-opened')})
      </span>
    </a>
  )
}

function Sound({ file, address, onWriteDown }: { file: HangingFile; address: string; onWriteDown: Props['onWriteDown'] }) {
  const { t, locale } = useI18n()
  const { id, name, words } = file
  return (
    <div className="np-hanging__card">
      <p>
        <span className="np-hanging__name">{name}</span> <span className="np-soft np-small">{about(locale, file)}</span>
      </p>
      <Player name={name} address={address} />
      {words === '' ? (
        <p className="np-soft np-small">{t('file-said-missing')}</p>
      ) : (
        <details>
          <summary>{t('file-said')}</summary>
          <p className="np-prose np-prose--plain" dir="auto">
            {words}
          </p>
        </details>
      )}
      {words === '' && onWriteDown ? (
        <Button appearance="subtle" aria-label={t('file-write-down-name', { name })} onClick={() => onWriteDown(id)}>
          {t('file-write-down')}
        </Button>
      ) : null}
    </div>
  )
}

function Document({ file, address }: { file: HangingFile; address: string }) {
  const { t, locale } = useI18n()
  const saved = isSaved(file)
  return (
    <div className="np-hanging__card">
      <p>
        <a className="np-hanging__name" href={address} {...(saved ? { download: file.name } : { target: '_blank', rel: 'noreferrer' })}>
          {file.name}
        </a>{' '}
        <span className="np-soft np-small">
          {about(locale, file)}, {t(saved ? 'file-is-saved' : 'file-is-opened')}
        </span>
      </p>
      {file.words === '' ? null : <p dir="auto">{file.words}</p>}
      {isPdf(file) ? <Preview name={file.name} address={address} /> : null}
    </div>
  )
}

/** Shown where it hangs, for whoever asks: what draws it comes with the first one. */
function Preview({ name, address }: { name: string; address: string }) {
  const { t } = useI18n()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button appearance="subtle" aria-expanded={shown} aria-label={t(shown ? 'pdf-hide-name' : 'pdf-show-name', { name })} onClick={() => setShown(!shown)}>
        {t(shown ? 'pdf-hide' : 'pdf-show')}
      </Button>
      {shown ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <PdfPreview name={name} address={address} />
        </Suspense>
      ) : null}
    </>
  )
}

const about = (locale: string, { mediaType, size }: HangingFile) => `${fileType(mediaType)}, ${fileSize(locale, size)}`
