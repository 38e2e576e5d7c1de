"""Writes src/LdnEvidence.Api/Data/Search/Tokens/folding.txt from the Unicode Character Database that Python carries.

Each line has a text and, after a tab, the characters that are written as that text in the search index: compatibility forms (NFKD), letters in
lower case, letters without accents or strokes, ligatures taken apart. Run: python3 .ci/search/folding.py
"""

import pathlib
import re
import unicodedata

MARKS = [(0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
HANGUL = range(0xAC00, 0xD7A4)
SQUARED = range(0x3300, 0x3400)
STROKED = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH ")
LETTERS = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ĸ": "k", "ŋ": "n", "ς": "σ", "ʔ": "ʔ"}


def is_mark(char):
    return any(first <= ord(char) <= last for first, last in MARKS)


def plain(char):
    if char in LETTERS:
        return LETTERS[char]
    name = STROKED.match(unicodedata.name(char, ""))
    return name.group(1).lower() if name else char


def fold(char):
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(plain(part) for part in folded if not is_mark(part))


def main():
    lines = {}
    for code in range(0x80, 0x110000):
        char = chr(code)
        category = unicodedata.category(char)
        is_word = category[0] in "LN" or code in SQUARED
        folded = fold(char)
        is_sign = category[0] in "PS" and len(folded) == 1 and folded.isascii()
        if code in HANGUL or folded in ("", char) or any(part.isspace() for part in folded) or not (is_word or is_sign):
            continue
        lines.setdefault(folded, []).append(char)

    root = pathlib.Path(__file__).resolve().parents[2]
    target = root / "src/LdnEvidence.Api/Data/Search/Tokens/folding.txt"
    target.write_text("".join(f"{folded}\t{''.join(chars)}\n" for folded, chars in sorted(lines.items())), "utf-8")
    print(f"{sum(map(len, lines.values()))} characters, Unicode {unicodedata.unidata_version}")


main()
