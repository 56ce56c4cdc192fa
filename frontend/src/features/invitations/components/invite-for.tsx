import type { IssueItem } from '@/api/types'
import { useI18n } from '@/i18n'
import { Menu } from '@/ui/menu'

/** From a person to one of the issues that the reader runs. */
export function InviteFor(props: { issues: readonly IssueItem[]; name: string; onChoose: (issue: string) => void }) {
  const { t } = useI18n()
  if (props.issues.length === 0) return null
  return (
    <div>
      <Menu start name={t('people-invite-name', { name: props.name })} label={<span className="utrecht-button utrecht-button--secondary-action">{t('people-invite')}</span>}>
        <p className="np-soft np-small">{t('people-invite-for')}</p>
        <ul role="list">
          {props.issues.map((issue) => (
            <li key={issue.id}>
              <button type="button" onClick={() => props.onChoose(issue.id)}>
                <bdi>{issue.title}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  )
}
