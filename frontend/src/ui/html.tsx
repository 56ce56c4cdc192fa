/** HTML that our own server rendered and sanitised; nothing else may come here. */
export function ServerHtml(props: { html: string; className?: string }) {
  return <div className={`np-prose ${props.className ?? ''}`} dir="auto" dangerouslySetInnerHTML={{ __html: props.html }} />
}
