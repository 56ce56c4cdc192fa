import type { Evaluation, Evaluations } from '@/api/types'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { ADVICE, QUESTION, spokenAs } from '../words'

/** One answer in full. */
export function EvaluationText({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useI18n()
  const { question, questionNote, missing, advice, adviceNote } = evaluation
  return (
    <dl className="np-facts">
      <dt>{t('evaluation-question')}</dt>
      <dd>
        {t(QUESTION[question])}
        <Note text={questionNote} />
      </dd>
      {missing ? (
        <>
          <dt>{t('evaluation-missing')}</dt>
          <dd>
            <Note text={missing} />
          </dd>
        </>
      ) : null}
      <dt>{t('evaluation-advice')}</dt>
      <dd>
        {t(ADVICE[advice])}
        <Note text={adviceNote} />
      </dd>
    </dl>
  )
}

function Note({ text }: { text: string }) {
  if (!text) return null
  return (
    <p className="np-prose np-prose--plain" dir="auto">
      {text}
    </p>
  )
}

/** What everybody said, for who runs the issue. */
export function EvaluationAnswers({ asked, items }: { asked: number; items: Evaluations['items'] }) {
  const { t } = useI18n()
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="oordelen">
      <h2 id="oordelen">{t('evaluation-answers')}</h2>
      <p>{t('evaluation-count', { given: items.length, asked })}</p>
      {items.length === 0 ? <p className="np-soft">{t('evaluation-none-yet')}</p> : null}
      <ul role="list" className="np-stack np-stack--tight">
        {items.map(({ by, evaluation }) => (
          <li key={by.person} className="np-sheet np-stack np-stack--tight">
            <div className="np-row np-row--between">
              <strong>
                <bdi>{by.name}</bdi>
              </strong>
              <StatusBadge tone={evaluation.advice === 'widen' ? 'success' : 'warning'}>{t(ADVICE[evaluation.advice])}</StatusBadge>
            </div>
            <p className="np-soft np-small">
              <bdi>{spokenAs(t, by.capacity, by.organisation ?? '')}</bdi>
            </p>
            <EvaluationText evaluation={evaluation} />
          </li>
        ))}
      </ul>
    </section>
  )
}
