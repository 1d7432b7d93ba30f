"""The sentences of the rules, one module for each language; the rules themselves know none."""

from routing.law import Language
from routing.wording import en, fr, nl
from routing.wording.wording import Wording

WORDINGS: dict[Language, Wording] = {"nl": nl.WORDING, "fr": fr.WORDING, "en": en.WORDING}
