"""Finds what looks like personal data in a notebook's text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
CARD = re.compile(r"\b(?:\d[ -]?){13,19}\b")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")


@dataclass(frozen=True)
class Finding:
    """What was found, and its offset in the text; never the data itself, which would end up in the log."""

    kind: str
    at: int


def passes_luhn(digits: str) -> bool:
    """The check digit of payment cards; without it, every long number would be a finding."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def passes_mod_97(iban: str) -> bool:
    """The check digits of an international bank account number."""
    compact = iban.replace(" ", "")
    rearranged = compact[4:] + compact[:4]
    return int("".join(str(int(character, 36)) for character in rearranged)) % 97 == 1


def find_personal_data(text: str) -> Iterator[Finding]:
    for match in EMAIL.finditer(text):
        yield Finding("e-mail address", match.start())
    for match in CARD.finditer(text):
        if passes_luhn(re.sub(r"\D", "", match.group())):
            yield Finding("payment card", match.start())
    for match in IBAN.finditer(text):
        if passes_mod_97(match.group()):
            yield Finding("bank account", match.start())
