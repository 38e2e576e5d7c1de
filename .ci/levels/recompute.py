#!/usr/bin/env python3
"""Recomputes what follows from each claim's citations, and compares it with what the catalogue serves.

Everything comes from public answers: the decision table from /api/v1/evidence-levels, the records from the NDJSON of studies and claims. Which designs and
standings count is read from the table and stands nowhere in this file. Needs Python 3 and nothing else.

    python3 .ci/levels/recompute.py http://localhost:5080
    python3 .ci/levels/recompute.py --levels levels.json --studies studies.ndjson --claims claims.ndjson

The exit code is 0 when everything agrees and 1 when anything differs; each difference is named.
"""

import argparse
import collections
import json
import sys
import urllib.request

# How what a study gave relates to low-dose naltrexone, nearest first.
MATCHES = [
    "exact",
    "higher-dose",
    "other-route",
    "combined",
    "other-opioid-antagonist",
    "endogenous-opioid",
    "not-ldn",
]

WORDS = {
    "does-not-report-outcome": "does not report this outcome",
    "weaker-than-level": "weaker than the level that was reached",
}

ABSENT = "(no such member)"


def arguments():
    parser = argparse.ArgumentParser(description="Recomputes every level of a served catalogue.")
    parser.add_argument("base", nargs="?", help="where the catalogue is served, such as http://localhost:5080")
    parser.add_argument("--release", type=int, help="the release to read; the latest when absent")
    parser.add_argument("--levels", help="a file with the answer of /api/v1/evidence-levels?limit=100, in place of asking for it")
    parser.add_argument("--studies", help="a file with the studies as NDJSON, in place of asking for them")
    parser.add_argument("--claims", help="a file with the claims as NDJSON, in place of asking for them")
    chosen = parser.parse_args()
    if chosen.base is None and None in (chosen.levels, chosen.studies, chosen.claims):
        parser.error("name an address, or all three files")
    return chosen


def read(file, base, address):
    """The text of a file or, without one, of an address."""
    if file:
        with open(file, encoding="utf-8") as text:
            return text.read()
    try:
        with urllib.request.urlopen(base.rstrip("/") + address, timeout=60) as answer:
            return answer.read().decode("utf-8")
    except OSError as error:
        sys.exit(f"{base}{address} cannot be read: {error}")


def records(text):
    return [json.loads(line) for line in text.split("\n") if line]


def load(chosen):
    """Levels, studies by id, and claims, all of one release."""
    pin = f"&release={chosen.release}" if chosen.release else ""
    levels = json.loads(read(chosen.levels, chosen.base, f"/api/v1/evidence-levels?limit=100{pin}"))
    if levels["next"] is not None:
        sys.exit("The decision table has more rows than one page.")
    pin = f"&release={levels['release']}"
    studies = records(read(chosen.studies, chosen.base, f"/api/v1/studies?format=ndjson{pin}"))
    claims = records(read(chosen.claims, chosen.base, f"/api/v1/claims?format=ndjson{pin}"))
    return sorted(levels["items"], key=lambda level: level["rank"]), {study["id"]: study for study in studies}, claims


def counts(row, cited):
    return (
        cited["reportsOutcome"]
        and cited["study"]["design"] in row["countedDesigns"]
        and cited["study"]["standing"] not in row["excludedStandings"]
    )


def why_not(levels, cited):
    """The reason, and its words."""
    study = cited["study"]
    rows = [level["rule"] for level in levels if study["design"] in level["rule"]["countedDesigns"]]
    if not rows:
        return "design-never-counts", study["design"].replace("-", " ")
    if not cited["reportsOutcome"]:
        reason = "does-not-report-outcome"
    elif all(study["standing"] in row["excludedStandings"] for row in rows):
        # The standing that keeps a study out is the reason, under its own name.
        reason = study["standing"]
    else:
        reason = "weaker-than-level"
    return reason, WORDS.get(reason, reason)


def recompute(claim, levels, studies):
    """What follows from the citations, under the names under which it is served."""
    missing = [citation["study"]["id"] for citation in claim["citations"] if citation["study"]["id"] not in studies]
    if missing:
        sys.exit(f"{claim['id']} cites {missing[0]}, which is not among the studies.")
    cited = [
        {"reportsOutcome": citation["reportsOutcome"], "study": studies[citation["study"]["id"]]}
        for citation in claim["citations"]
    ]
    # The first row that matches gives the level; a row without designs matches whatever is left.
    level = next(
        level
        for level in levels
        if not level["rule"]["countedDesigns"] or any(counts(level["rule"], one) for one in cited)
    )
    counted = [one["study"] for one in cited if counts(level["rule"], one)]
    left = [one for one in cited if not counts(level["rule"], one)]
    reasons = [(one["study"]["id"], *why_not(levels, one)) for one in left]

    ranks = {other["id"]: other["rank"] for other in levels}
    implied = claim.get("impliedLevel")
    # Rank 1 is the strongest.
    distance = None if implied is None else ranks[implied] - ranks[level["id"]]

    matches = [MATCHES.index(match) for study in counted if (match := study.get("interventionMatch")) is not None]
    nearest = min(matches, default=None)

    cohorts = collections.defaultdict(list)
    for study in counted:
        cohorts[study.get("cohort", study["id"])].append(study["sampleSize"])
    # Reports on the same people are of one group, which is as large as the largest report says.
    sizes = [max((size for size in group if size is not None), default=None) for group in cohorts.values()]

    return {
        "evidenceLevel": level["id"],
        "levelTrace.rule": level["rule"]["id"],
        "levelTrace.countedStudies": [study["id"] for study in counted],
        "levelTrace.notCounted": [{"study": study, "reason": reason, "why": why} for study, reason, why in reasons],
        "levelGap": None if distance is None else "overstated" if distance < 0 else "understated" if distance > 0 else "as-stated",
        "interventionMatch": None if nearest is None else MATCHES[nearest],
        "independentCohorts": len(cohorts),
        "participants": None if not sizes or None in sizes else sum(sizes),
    }


def served(claim, path):
    for name in path.split("."):
        if name not in claim:
            return ABSENT
        claim = claim[name]
    return claim


def main():
    levels, studies, claims = load(arguments())
    differences = []
    tally = collections.Counter()
    differing = 0
    for claim in claims:
        mine = recompute(claim, levels, studies)
        tally[mine["evidenceLevel"]] += 1
        found = [
            f"{claim['id']}: {member} is served as {json.dumps(theirs)} and recomputed as {json.dumps(value)}"
            for member, value in mine.items()
            if (theirs := served(claim, member)) != value
        ]
        differing += bool(found)
        differences += found

    # The table says how many claims each level has: an answer that broke off is noticed by that.
    differences += [
        f"{level['id']}: claimCount is served as {level['claimCount']} and recomputed as {tally[level['id']]}"
        for level in levels
        if level["claimCount"] != tally[level["id"]]
    ]
    for difference in differences:
        print(difference)
    print(f"{len(claims)} claims recomputed, {differing} differ")
    if differences or not claims:
        sys.exit(1)


if __name__ == "__main__":
    main()
