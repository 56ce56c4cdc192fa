import { PageHead } from '@/app/layouts/page-head'
import { useCatalogue, useI18n } from '@/i18n'
import { Skeleton } from '@/ui/states'

const QUESTIONS = [
  ['help-issue-question', 'help-issue-answer'],
  ['help-join-question', 'help-join-answer'],
  ['help-perspective-question', 'help-perspective-answer'],
  ['help-readers-question', 'help-readers-answer'],
  ['help-change-question', 'help-change-answer'],
  ['help-outcome-question', 'help-outcome-answer'],
  ['help-mail-question', 'help-mail-answer'],
  ['help-privacy-question', 'help-privacy-answer'],
] as const

export default function HelpPage() {
  const { t } = useI18n()
  const help = useCatalogue('help')
  return (
    <div className="np-measure np-stack">
      <PageHead title={t('help-title')} lead={t('help-lead')} />
      {help ? (
        QUESTIONS.map(([question, answer]) => (
          <section key={question} className="np-stack np-stack--tight">
            <h2>{help(question)}</h2>
            <p>{help(answer)}</p>
          </section>
        ))
      ) : (
        <Skeleton />
      )}
    </div>
  )
}
