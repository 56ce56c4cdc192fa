import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { type OpenPdf, openPdf } from '@/lib/pdf'
import { Button } from './button'
import { Skeleton } from './states'

/** A PDF, page by page, drawn in the page itself; its words are there for who does not see it. */
export default function PdfPreview({ address, name }: { address: string; name: string }) {
  const { t } = useI18n()
  const [pdf, setPdf] = useState<OpenPdf | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    const opening = openPdf(address)
    opening.then(
      (open) => (wanted ? setPdf(open) : undefined),
      () => (wanted ? setFailed(true) : undefined),
    )
    return () => {
      wanted = false
      void opening.then((open) => open.close()).catch(() => undefined)
    }
  }, [address, attempt])
  if (failed) {
    return (
      <div role="alert" className="np-stack np-stack--tight">
        <p>{t('pdf-failed')}</p>
        <div>
          <Button
            onClick={() => {
              setFailed(false)
              setPdf(null)
              setAttempt((before) => before + 1)
            }}
          >
            {t('action-retry')}
          </Button>
        </div>
      </div>
    )
  }
  return pdf ? <Pages pdf={pdf} name={name} onFailed={() => setFailed(true)} /> : <Skeleton lines={4} />
}

function Pages({ pdf, name, onFailed }: { pdf: OpenPdf; name: string; onFailed: () => void }) {
  const { t } = useI18n()
  const [page, setPage] = useState(1)
  const [words, setWords] = useState('')
  const canvas = useRef<HTMLCanvasElement>(null)
  const failed = useRef(onFailed)
  failed.current = onFailed
  useEffect(() => {
    let wanted = true
    const place = canvas.current
    if (!place) return
    // One page is drawn at a time: into a sheet of its own, so that an older one never comes out on top.
    const sheet = document.createElement('canvas')
    pdf.draw(page, sheet, place.parentElement?.clientWidth || 600).then(
      (said) => {
        if (!wanted) return
        place.width = sheet.width
        place.height = sheet.height
        place.getContext('2d')?.drawImage(sheet, 0, 0)
        setWords(said)
      },
      () => (wanted ? failed.current() : undefined),
    )
    return () => {
      wanted = false
    }
  }, [pdf, page])
  const where = t('pdf-page', { page, pages: pdf.pages })
  return (
    <section className="np-pdf np-stack np-stack--tight" aria-label={t('pdf-title', { name })}>
      <div role="img" aria-label={where}>
        <canvas ref={canvas} />
      </div>
      <div className="np-hidden" dir="auto">
        {words === '' ? t('pdf-no-words') : words}
      </div>
      {pdf.pages > 1 ? (
        <div className="np-row">
          <Button appearance="subtle" aria-disabled={page === 1} onClick={() => setPage(Math.max(1, page - 1))}>
            {t('pdf-previous')}
          </Button>
          <p role="status">{where}</p>
          <Button appearance="subtle" aria-disabled={page === pdf.pages} onClick={() => setPage(Math.min(pdf.pages, page + 1))}>
            {t('pdf-next')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
