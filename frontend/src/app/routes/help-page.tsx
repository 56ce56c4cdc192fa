import { useEffect } from 'react'
import { PageHead } from '@/app/layouts/page-head'
import { Keys } from '@/features/threads/components/keys'
import { useHelp, useI18n } from '@/i18n'
import { Skeleton } from '@/ui/states'
import { CHAPTERS } from '../help-chapters'
import '@/features/threads/threads.css'

/** Short chapters; each question has an address of its own. */
export default function HelpPage() {
  const { t } = useI18n()
  const help = useHelp()
  useEffect(() => {
    if (help && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [help])
  return (
    <div className="np-measure np-stack np-stack--loose">
      <PageHead title={t('help-title')} lead={t('help-lead')} />
      {help ? (
        <>
          <nav aria-label={t('help-chapters')}>
            <ul>
              {CHAPTERS.map((chapter) => (
                <li key={chapter.id}>
                  <a href={`#${chapter.id}`}>{help(chapter.title)}</a>
                </li>
              ))}
            </ul>
          </nav>
          {CHAPTERS.map((chapter) => (
            <section key={chapter.id} className="np-stack" aria-labelledby={chapter.id}>
              <h2 id={chapter.id} tabIndex={-1}>
                {help(chapter.title)}
              </h2>
              {chapter.questions.map(([question, answer]) => (
                <div key={question} className="np-stack np-stack--tight">
                  <h3>{help(question)}</h3>
                  <p className="np-prose--plain">{help(answer)}</p>
                </div>
              ))}
              {chapter.id === 'sneltoetsen' ? <Keys /> : null}
            </section>
          ))}
        </>
      ) : (
        <Skeleton />
      )}
    </div>
  )
}
