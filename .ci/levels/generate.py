#!/usr/bin/env python3
"""Writes a made-up catalogue as seed files, to derive levels from: every design with every standing, citations at random, people who are studied twice,
numbers of people and doses that nobody saw. The same arguments give the same bytes. Needs Python 3 and nothing else.

    python3 .ci/levels/generate.py --claims 10000 --output folder
"""

import argparse
import itertools
import json
import pathlib
import random

DESIGNS = {
    "randomized-crossover-trial": "human",
    "randomized-parallel-trial": "human",
    "single-blind-crossover-trial": "human",
    "open-label-trial": "human",
    "single-arm-cohort": "human",
    "case-series": "human",
    "case-report": "human",
    "narrative-review": "literature",
    "in-vitro": "laboratory",
}
STANDINGS = ["current", "corrected", "concern", "retracted"]
LEVELS = ["pilot-trial", "case-series", "anecdotal"]
DOMAINS = ["general", "immune-system", "gastrointestinal", "skin", "nervous-system"]

# What was given, by how it relates to low-dose naltrexone; nothing where too little of it was seen.
GIVEN = {
    "exact": {"substance": "naltrexone", "doseMgPerDay": 4.5, "route": "oral"},
    "higher-dose": {"substance": "naltrexone", "doseMgPerDay": 50, "route": "oral"},
    "other-route": {"substance": "naltrexone", "doseMgPerDay": 4, "route": "topical"},
    "combined": {"substance": "naltrexone", "doseMgPerDay": 4.5, "route": "oral", "coInterventions": ["an invented agent"]},
    "other-opioid-antagonist": {"substance": "naloxone", "route": "oral"},
    "endogenous-opioid": {"substance": "met-enkephalin", "route": "intravenous"},
    "not-ldn": {"substance": "an invented agent", "route": "oral"},
    None: {"substance": "naltrexone"},
}

CONDITIONS, MECHANISMS, OUTCOMES = 40, 10, 20
# So few, and of each kind, that claims often cite studies of the same people.
COHORTS = 4
SECTIONS, BLOCKS, SENTENCES = 4, 25, 8
CHECKED = {"by": "a program", "on": "2026-01-01"}


def name(kind, number):
    return f"{kind}-{number:05d}"


def document():
    def section(identifier, block, sentences):
        blocks = [{"position": f"{block} {number}", "sentences": sentences} for number in range(1, BLOCKS + 1)]
        return {"id": identifier, "heading": f"Invented {identifier}", "blocks": blocks}

    return {
        "id": "invented-page",
        "title": "An invented page for deriving levels",
        "publisherInterest": "None: nobody published it. A program wrote every record.",
        "dateRead": "2026-01-01",
        "sha256": "0" * 64,
        "outline": [
            *(section(f"section-{number}", "paragraph", SENTENCES) for number in range(SECTIONS)),
            section("references", "reference", 1),
        ],
    }


def conditions():
    records = [
        {"id": name("condition", number), "name": f"Invented condition {number}", "synonyms": [], "codes": []}
        for number in range(CONDITIONS)
    ]
    bare = records[-1]
    bare["absences"] = [
        {"statement": f"The invented page cites no study on {bare['name']}.", "lookedAt": "The invented page.", **CHECKED}
    ]
    return records


def studies(draw, count):
    kinds = list(itertools.product(DESIGNS, STANDINGS))
    return [study(draw, number, *kinds[number % len(kinds)]) for number in range(count)]


def study(draw, number, design, standing):
    match = draw.choice(list(GIVEN))
    bibliography = {
        "title": f"An invented study, number {number}",
        "journal": "Invented Medicine",
        "year": 1990 + number % 36,
        "volume": str(1 + number % 80),
        "pages": f"{number + 1}-{number + 9}",
        "doi": f"10.99999/invented.{number}",
    }
    record = {
        "id": name("study", number),
        **bibliography,
        "authors": [{"family": "Invented", "initials": "A"}],
        "pmid": str(98_000_000 + number),
        "design": design,
        "standing": standing,
        "setting": DESIGNS[design],
        "coInterventions": [],
        **GIVEN[match],
        "primaryOutcomes": ["an invented score"],
        "result": "An invented result.",
        "notVerified": [],
        "identityChecked": CHECKED,
        "printedCitation": {"authors": "Invented A", **bibliography},
        "discrepancies": [],
        "locator": {"section": "references", "position": f"reference {1 + number % BLOCKS}"},
        "checkedAgainst": [],
    }
    if standing != "current":
        record["standingNotice"] = {"date": "2025-06-01", "notice": f"An invented notice: {standing}."}
    if match is None:
        record["notVerified"] += ["interventionMatch", "doseMgPerDay", "route"]
    else:
        record["interventionMatch"] = match
    if draw.random() < 0.5:
        # Half of the studies share their people with others: under a key of their own, or under that of a study.
        record["cohort"] = name(draw.choice(["cohort", "study"]), draw.randrange(COHORTS))
    if DESIGNS[design] == "human":
        record["population"] = "Invented people"
        if draw.random() < 0.2:
            record["notVerified"].append("sampleSize")
        else:
            record["sampleSize"] = draw.randint(1, 300)
    return record


def claims(draw, count, studies):
    return [claim(draw, number, studies) for number in range(count)]


def claim(draw, number, studies):
    cited = draw.sample(studies, draw.choice([0, 1, 1, 1, 1, 2, 2, 3, 4, 6]))
    # Each study is cited at least once.
    first = studies[number % len(studies)]
    if number < len(studies) and first not in cited:
        cited.append(first)
    meaningful = draw.random() < 0.8
    record = {
        "id": name("claim", number),
        "kind": "efficacy" if meaningful else "usage",
        "statement": f"LDN is said to bear on an invented outcome, in invented sentence {number}.",
        # Claims that cite nothing are on the last condition, which alone has no study.
        "conditions": [name("condition", number % (CONDITIONS - 1) if cited else CONDITIONS - 1)],
        "mechanisms": [name("mechanism", number % MECHANISMS)],
        "outcome": name("outcome", number % OUTCOMES),
        "direction": "improves" if meaningful else "not-applicable",
        "citations": [
            {
                "study": one["id"],
                "relation": "supports",
                "reportsOutcome": draw.random() < 0.6,
                "note": "An invented note.",
            }
            for one in cited
        ],
        "levelIsMeaningful": meaningful,
        "fidelity": {
            "toSource": {"label": "supported", "basis": "cited-study", "reason": "Invented.", "checked": CHECKED}
            if cited
            else {"label": "nothing-cited", "basis": "none", "reason": "Invented without a citation."},
            "toDocument": {"label": "faithful", "reason": "Invented.", "checked": CHECKED},
        },
        "locator": {
            "section": f"section-{number % SECTIONS}",
            "position": f"paragraph {1 + number % BLOCKS}, sentence {1 + number % SENTENCES}",
        },
    }
    if meaningful and draw.random() < 0.7:
        record["impliedLevel"] = draw.choice(LEVELS)
    return record


def main():
    parser = argparse.ArgumentParser(description="Writes a made-up catalogue as seed files.")
    parser.add_argument("--claims", type=int, default=10_000, help="how many claims; 10000 when absent")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="the folder to write to")
    chosen = parser.parse_args()
    if chosen.claims < 1000:
        parser.error("fewer than 1000 claims do not make every design meet every standing")

    draw = random.Random(20260101)
    works = studies(draw, chosen.claims // 5)
    collections = {
        "conditions": conditions(),
        "mechanisms": [
            {"id": name("mechanism", number), "name": f"Invented mechanism {number}", "synonyms": [], "description": "Invented.", "codes": []}
            for number in range(MECHANISMS)
        ],
        "outcomes": [
            {
                "id": name("outcome", number),
                "synonyms": [],
                "name": f"Invented outcome {number}",
                "domain": DOMAINS[number % len(DOMAINS)],
                "codes": [],
            }
            for number in range(OUTCOMES)
        ],
        "studies": works,
        "claims": claims(draw, chosen.claims, works),
    }
    chosen.output.mkdir(parents=True, exist_ok=True)
    for file, name_of_list, records in [
        ("document", "documents", [document()]),
        *((collection, collection, records) for collection, records in collections.items()),
    ]:
        content = {"$schema": f"schema/{file}.schema.json", name_of_list: records}
        (chosen.output / f"{file}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
