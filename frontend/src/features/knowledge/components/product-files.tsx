import { useI18n } from '@/i18n'
import { fileType, isPicture } from '@/lib/file-types'
import { fileSize } from '@/lib/sizes'
import type { ProductFile } from '../api'

/** Pictures are shown, and called by their words; the rest is offered with its type and size. */
export function ProductFiles({ files }: { files: readonly ProductFile[] }) {
  const { t, locale } = useI18n()
  const documents = files.filter((file) => !isPicture(file))
  return (
    <>
      {files.filter(isPicture).map((file) => (
        <figure key={file.id} className="np-picture">
          <a href={file.url} aria-label={file.alt === '' ? t('file-open', { name: file.name }) : undefined}>
            <img src={file.url} alt={file.alt} loading="lazy" />
          </a>
          <figcaption className="np-soft np-small">{file.name}</figcaption>
        </figure>
      ))}
      {documents.length > 0 ? (
        <section className="np-stack np-stack--tight">
          <h2>{t('product-files')}</h2>
          <ul className="np-files" role="list">
            {documents.map((file) => (
              <li key={file.id} className="np-file">
                <a href={file.url} download={file.name}>
                  {file.name}
                </a>{' '}
                <span className="np-soft np-small">
                  {fileType(file.mediaType)}, {fileSize(locale, file.size)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
