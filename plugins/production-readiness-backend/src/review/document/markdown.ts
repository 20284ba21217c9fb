import { DocumentContent, DocumentTable } from './content';

/** A review as Markdown, with tables as GitHub and GitLab draw them. */
export function toMarkdown(content: DocumentContent): string {
  const facts = content.facts.map(
    ([term, value]) => `- **${escape(term)}**: ${escape(value)}`,
  );
  return `${[
    `# ${escape(content.title)}`,
    '',
    ...facts,
    '',
    ...content.tables.flatMap(tableOf),
    `_${escape(content.footer)}_`,
  ].join('\n')}\n`;
}

function tableOf({ title, columns, rows }: DocumentTable): string[] {
  return [
    `## ${escape(title)}`,
    '',
    rowOf(columns),
    rowOf(columns.map(() => '---')),
    ...rows.map(row =>
      rowOf(
        row.map(({ text, url }) =>
          url === undefined
            ? escape(text)
            : `<${url.replace(/[<>|]/g, encodeURIComponent)}>`,
        ),
      ),
    ),
    '',
  ];
}

function rowOf(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What people wrote must not become markup, nor end a row of a table. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\r?\n/g, '<br>');
}
