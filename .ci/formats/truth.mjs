// What a reference must say, worked out from the service's own JSON and from nothing that writes the formats.

export const titleOf = (study) => study.title ?? study.printedCitation.title;

/** The names as they must be read: a person taken apart, everything else as one whole. */
export const namesOf = (study) =>
  study.authors.length > 0
    ? study.authors.map(({ family, initials, given, suffix, literal }) =>
        initials === null ? { whole: literal ?? family } : { family, initials, given, suffix },
      )
    : (study.printedCitation.authors ?? "")
        .split(/,| et al\.?/)
        .map((name) => ({ whole: name.trim() }))
        .filter((name) => name.whole !== "");

/** Compares names as a parser gave them, whose members are texts, with those of the study; "others" and "et al." are no names. */
export function compareNames(study, found, expect) {
  const right = namesOf(study);
  const names = found
    .map((name) => ({ ...name, whole: (name.literal ?? name.family)?.replace(/ et al\.$/, "") }))
    .filter((name) => name.whole !== "others");
  expect(names.length === right.length, `${study.id}: there are ${names.length} authors, expected ${right.length}`);
  for (const [index, name] of right.entries()) {
    const read = names[index] ?? {};
    const particle = read.prefix ?? read["non-dropping-particle"];
    const parts = {
      // RIS cannot write a comma within a name.
      whole: read.whole?.replaceAll("，", ", "),
      family: [particle, read.family].filter(Boolean).join(" "),
      given: read.given,
      initials: read.given?.replace(/[. ]/g, ""),
      suffix: read.suffix ?? null,
    };
    for (const [part, value] of Object.entries(name)) {
      if (value === null && part !== "suffix") continue;
      if (part === "initials" && name.given !== null) continue;
      expect(parts[part] === value, `${study.id}: ${part} of author ${index + 1} is ${JSON.stringify(parts[part])}, expected ${JSON.stringify(value)}`);
    }
  }
}

const asPrinted = (study) => [
  ...(study.title === null ? ["Title as printed"] : []),
  ...(study.authors.length === 0 && study.printedCitation.authors !== null ? ["Authors as printed"] : []),
  ...(study.standing === "retracted" ? ["Retracted"] : []),
];

/** Compares a CSL item, as a parser gave it, with its study. */
export function compare(study, item, expect) {
  const same = (what, found, right) =>
    expect((found ?? null) === (right ?? null), `${study.id}: ${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(right)}`);
  same("type", item.type, "article-journal");
  same("title", item.title, titleOf(study));
  same("DOI", item.DOI, study.doi);
  same("year", Number(item.issued?.["date-parts"]?.[0]?.[0]), study.year);
  compareNames(study, item.author ?? [], expect);
  same("journal", item["container-title"], study.journal);
  same("volume", item.volume, study.volume);
  same("issue", item.issue, study.issue);
  same("pages", item.page?.replaceAll("–", "-"), study.pages);
  same("ISSN", item.ISSN, study.issn.length > 0 ? study.issn.join(", ") : null);

  for (const note of asPrinted(study)) {
    expect([item.note].flat().join("\n").includes(note), `${study.id}: no note says "${note}"`);
  }
}

/** Pairs what was read with the studies, by key. */
export function pair(studies, items, expect) {
  const ids = items.map((item) => item.id);
  const right = studies.map((study) => study.id);
  expect(studies.length > 0, "there are no studies to compare with");
  expect(JSON.stringify(ids) === JSON.stringify(right), `the keys are ${ids}, expected ${right}`);
  return studies.flatMap((study) => {
    const item = items.find((candidate) => candidate.id === study.id);
    return item === undefined ? [] : [[study, item]];
  });
}
