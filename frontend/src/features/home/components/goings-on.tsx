import type { ReactNode } from 'react'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import type { Highlights } from '../api'

/** What anybody may see: open issues first, for there one can still think along. */
export function GoingsOn({ highlights }: { highlights: Highlights }) {
  const { t, locale } = useI18n()
  const { issues, outcomes, products } = highlights
  return (
    <>
      <Part title={t('home-issues')} lead={t('home-issues-lead')} empty={issues.length === 0}>
        {issues.map((issue) => (
          <Card key={issue.id} href={paths.issue(issue.tenant, issue.id)} title={issue.title} from={issue.tenantName}>
            {issue.coreQuestion}
          </Card>
        ))}
      </Part>
      <Part title={t('home-outcomes')} lead={t('home-outcomes-lead')} empty={outcomes.length === 0}>
        {outcomes.map((outcome) => (
          <Card
            key={outcome.issue}
            href={paths.issue(outcome.tenant, outcome.issue)}
            title={outcome.issueTitle}
            from={outcome.publishedAt ? t('home-from-day', { name: outcome.tenantName, day: longDay(locale, outcome.publishedAt) }) : outcome.tenantName}
          >
            {outcome.title}
          </Card>
        ))}
      </Part>
      <Part title={t('home-products')} lead={t('home-products-lead')} empty={products.length === 0}>
        {products.map((product) => (
          <Card key={product.id} href={paths.product(product.tenant, product.id)} title={product.title} from={product.tenantName}>
            {product.summary}
          </Card>
        ))}
      </Part>
    </>
  )
}

function Part(props: { title: string; lead: string; empty: boolean; children: ReactNode }) {
  if (props.empty) return null
  return (
    <section className="np-stack">
      <div className="np-stack np-stack--tight">
        <h2>{props.title}</h2>
        <p className="np-soft">{props.lead}</p>
      </div>
      <ul role="list" className="np-cards">
        {props.children}
      </ul>
    </section>
  )
}

function Card(props: { href: string; title: string; from: string; children: ReactNode }) {
  return (
    <li className="np-card">
      <p className="np-soft np-small">{props.from}</p>
      <h3 dir="auto">
        <a className="np-card__link" href={props.href}>
          {props.title}
        </a>
      </h3>
      <p dir="auto">{props.children}</p>
    </li>
  )
}
