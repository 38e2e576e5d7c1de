import { parse } from "csv-parse/sync";

/** A cell with its guard taken away: one apostrophe in front. */
const value = (cell) => cell.replace(/^'/, "");

const entries = (cell) =>
  value(cell) === ""
    ? []
    : value(cell)
        .match(/(?:\\.|[^;\\])+/gs)
        .map((entry) => entry.replace(/^ /, "").replace(/\\(.)/gs, "$1"));

export function checkCsv(files, expect) {
  const claims = check(files, expect, "claims", {
    statement: (claim) => claim.statement,
    evidenceLevel: (claim) => claim.evidenceLevel,
    levelIsMeaningful: (claim) => String(claim.levelIsMeaningful),
    fidelityToSource: (claim) => claim.fidelity.toSource.label,
    fidelityToSourceReason: (claim) => claim.fidelity.toSource.reason,
    fidelityToDocument: (claim) => claim.fidelity.toDocument.label,
    correction: (claim) => claim.correction,
    conditions: (claim) => claim.conditions.map((condition) => condition.id),
    conditionNames: (claim) => claim.conditions.map((condition) => condition.name),
    outcome: (claim) => claim.outcome.id,
    citations: (claim) => claim.citations.map((citation) => citation.study.id),
    citationNotes: (claim) => claim.citations.map((citation) => `${citation.study.id}: ${citation.note}`),
  });
  const studies = check(files, expect, "studies", {
    title: (study) => study.title,
    authors: (study) => study.authors.map(cited),
    pages: (study) => study.pages,
    volume: (study) => study.volume,
    issue: (study) => study.issue,
    year: (study) => String(study.year),
    doi: (study) => study.doi,
    pmid: (study) => study.pmid,
    doseMgPerDay: (study) => study.doseMgPerDay?.toString(),
    coInterventions: (study) => study.coInterventions,
    result: (study) => study.result,
    sideEffects: (study) => study.sideEffects,
  });
  return `${claims} claims and ${studies} studies, read by csv-parse`;
}

/** As the National Library of Medicine cites a name: initials without hyphens, Arabic numerals. */
const cited = ({ family, initials, suffix, literal }) =>
  literal ?? [family, initials?.replaceAll("-", ""), { II: "2nd", III: "3rd", IV: "4th", V: "5th" }[suffix] ?? suffix].filter(Boolean).join(" ");

function check(files, expect, name, members) {
  const text = files.read(`${name}.csv`);
  const records = files.records(`${name}.ndjson`);
  // As strict as it gets: no trimming, no byte order mark, no loose quotes, every row as long as the header.
  const rows = parse(text, {
    record_delimiter: files.isGolden ? "\n" : "\r\n",
    relax_quotes: false,
    relax_column_count: false,
    skip_empty_lines: false,
    bom: false,
    trim: false,
  });
  const header = rows.shift();
  expect(rows.length === records.length, `${name}: there are ${rows.length} rows, expected ${records.length}`);
  for (const [index, record] of records.entries()) {
    const row = Object.fromEntries(header.map((column, at) => [column, rows[index]?.[at]]));
    expect(row.id === record.id, `${name}: row ${index + 1} is ${row.id}, expected ${record.id}`);
    for (const [column, read] of Object.entries(members)) {
      const right = read(record);
      const found = row[column] === undefined ? undefined : Array.isArray(right) ? entries(row[column]) : value(row[column]);
      expect(
        JSON.stringify(found) === JSON.stringify(right ?? ""),
        `${name}: ${record.id}: ${column} is ${JSON.stringify(found)}, expected ${JSON.stringify(right)}`,
      );
    }

    for (const [column, cell] of Object.entries(row)) {
      const isNumber = /^-?[0-9.]+$/.test(cell);
      expect(isNumber || !/^[=+\-@\t\r\n]/.test(cell), `${name}: ${record.id}: a spreadsheet would run ${column}: ${cell}`);
    }
  }

  return records.length;
}
