import { lazy, Suspense, useState } from 'react'
import type { Dilemma, Post, Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'
import { VIEW, VIEWS } from '../words'

const OfferDialog = lazy(() => loadPart(() => import('./offer-dialog')))

interface Props {
  tenant: string
  thread: Thread
  dilemma: Dilemma
  posts: readonly Post[]
  onChanged: () => void
}

/** The way through a dilemma: what weighs, sorted by who said it, and what whoever leads says is possible. */
export function DilemmaPanel({ tenant, thread, dilemma, posts, onChanged }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const sorted = VIEWS.map((kind) => ({ kind, some: posts.filter(({ view, withdrawn }) => view === kind && !withdrawn) })).filter(({ some }) => some.length > 0)
  const meant = (post: Post) => dilemma.acknowledgements.some((one) => one.post === post.id && one.state !== 'open')
  return (
    <section className="np-stands-out np-stack np-stack--tight" aria-labelledby="dilemma-title">
      <h2 id="dilemma-title">{t('dilemma-title')}</h2>
      <ol>
        <li>{t('dilemma-step-hear')}</li>
        <li>{t('dilemma-step-sort')}</li>
        <li>{t('dilemma-step-offer')}</li>
      </ol>
      {sorted.map(({ kind, some }) => (
        <div key={kind}>
          <h3>{t(VIEW[kind])}</h3>
          <ul role="list">
            {some.map((post) => (
              <li key={post.id}>
                <a href={`#${String(post.seq)}`}>{t('dilemma-view', { name: post.name, number: post.seq })}</a>
                {kind === 'concern' ? <span className="np-soft"> {t(meant(post) ? 'dilemma-heard' : 'dilemma-unheard')}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {dilemma.version > 0 ? (
        <div className="np-stack np-stack--tight">
          <h3>{t('offer-title')}</h3>
          <Part title={t('offer-possible')} text={dilemma.possible} />
          <Part title={t('offer-impossible')} text={dilemma.impossible} />
          <Part title={t('offer-decides')} text={dilemma.decides} />
        </div>
      ) : null}
      {dilemma.can.offer ? (
        <div className="np-no-print">
          <Button appearance="secondary" onClick={() => setOpen(true)}>
            {t(dilemma.version > 0 ? 'offer-change' : 'offer-begin')}
          </Button>
        </div>
      ) : null}
      {open ? (
        <Suspense>
          <OfferDialog
            tenant={tenant}
            thread={thread.id}
            dilemma={dilemma}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false)
              onChanged()
            }}
          />
        </Suspense>
      ) : null}
    </section>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  const written = useWritten()
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="np-prose np-prose--plain" dir="auto" lang={written(text)}>
        {text}
      </p>
    </div>
  )
}
