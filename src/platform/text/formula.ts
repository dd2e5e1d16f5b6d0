// OWASP "CSV injection": these start a formula in Excel, LibreOffice or Google Sheets; the wide forms do so in East Asian Excel.
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const neutralised = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The cell with a leading `'` when a spreadsheet would run it as a formula; other cells are unchanged. `restoreFormula` takes it back exactly. */
export function neutraliseFormula(cell: string): string {
  return startsFormula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `neutraliseFormula`. */
export function restoreFormula(cell: string): string {
  return cell.charCodeAt(0) === 0x27 && neutralised.test(cell) ? cell.slice(1) : cell;
}
