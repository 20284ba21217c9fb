import { isHttpUrl } from '@prodready/backstage-plugin-production-readiness-common';
import { Cell, DocumentContent, DocumentTable } from './content';

// One file without anything from elsewhere, that prints on A4 and Letter:
// headings stay with their tables, rows are not cut, links are printed in full.
const STYLE = `
@page { margin: 18mm 15mm; }
body { font: 14px/1.5 system-ui, "Noto Sans JP", "Hiragino Sans", sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .9em; }
th { text-align: left; border-bottom: 2px solid #888; padding: .3rem .5rem .3rem 0; }
td { vertical-align: top; border-bottom: 1px solid #ddd; padding: .4rem .5rem .4rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
tr { break-inside: avoid; } a { color: #0b57d0; }
th:nth-child(1), td:nth-child(1) { width: 32%; } th:nth-child(2), td:nth-child(2) { width: 13%; }
footer { margin-top: 2rem; color: #555; font-size: .85em; }
@media print { body { margin: 0; padding: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; } }
@media (max-width: 600px) { dl { display: block; } dd { margin-bottom: .5rem; } }
`;

/** A review as one HTML file. */
export function toHtml(content: DocumentContent): string {
  const facts = content.facts
    .map(([term, value]) => `<dt>${escape(term)}</dt><dd>${escape(value)}</dd>`)
    .join('\n');
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(content.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(content.title)}</h1>
<dl>
${facts}
</dl>
${content.tables.map(tableOf).join('\n')}
<footer>${escape(content.footer)}</footer>
</body>
</html>
`;
}

function tableOf({ title, columns, rows }: DocumentTable): string {
  const head = columns
    .map(column => `<th scope="col">${escape(column)}</th>`)
    .join('');
  const body = rows
    .map(
      row => `<tr>${row.map(cell => `<td>${inside(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<h2>${escape(title)}</h2>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>`;
}

function inside({ text, url }: Cell): string {
  if (url === undefined || !isHttpUrl(url)) return escape(text);
  return `<a href="${escape(url)}" rel="noopener noreferrer">${escape(
    text,
  )}</a>`;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
