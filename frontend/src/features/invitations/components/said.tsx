/** What somebody wrote, below who it is from or what it answers. */
export function Said({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="np-soft np-small">{title}</p>
      <blockquote className="np-prose np-prose--plain" dir="auto">
        {text}
      </blockquote>
    </div>
  )
}
