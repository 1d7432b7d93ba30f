"""Numbers, months, weekdays and nationalities as words in Dutch, French and English, folded."""

import re
from collections.abc import Iterable

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_FRENCH = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze")
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

#: Number words; an article that counts one is here too.
NUMBERS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ENGLISH, 1)},
    **{word: value for value, word in enumerate(_FRENCH, 1)},
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **_TENS,
    **{f"{unit}en{ten}": value + base for ten, base in _TENS.items() for value, unit in enumerate(_UNITS, 1)},
    "une": 1,
    "honderd": 100,
}
#: Round numbers that only say about how many.
ROUND_NUMBERS: dict[str, int] = {
    "een vijftal": 5,
    "een zestal": 6,
    "een zevental": 7,
    "een achttal": 8,
    "een tiental": 10,
    "een twaalftal": 12,
    "een dozijn": 12,
    "een vijftiental": 15,
    "een twintigtal": 20,
    "een dertigtal": 30,
    "une dizaine de": 10,
    "une dizaine d'": 10,
    "une vingtaine de": 20,
    "a dozen": 12,
}

_MONTH_NAMES = (
    ("januari", "jan", "janvier", "january"),
    ("februari", "feb", "febr", "fevrier", "february"),
    ("maart", "mrt", "mars", "march"),
    ("april", "apr", "avril"),
    ("mei", "mai", "may"),
    ("juni", "jun", "juin", "june"),
    ("juli", "jul", "juillet", "july"),
    ("augustus", "aug", "aout", "august"),
    ("september", "sept", "sep", "septembre"),
    ("oktober", "okt", "octobre", "october", "oct"),
    ("november", "nov", "novembre"),
    ("december", "dec", "decembre"),
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

_WEEKDAY_NAMES = (
    ("maandag", "lundi", "monday"),
    ("dinsdag", "mardi", "tuesday"),
    ("woensdag", "mercredi", "wednesday"),
    ("donderdag", "jeudi", "thursday"),
    ("vrijdag", "vendredi", "friday"),
    ("zaterdag", "samedi", "saturday"),
    ("zondag", "dimanche", "sunday"),
)
#: Monday is 0, as in the standard library.
WEEKDAYS: dict[str, int] = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names}

#: Words for people of one nationality, singular and plural.
NATIONALITIES: dict[str, str] = {
    word: country
    for country, words in {
        "AL": "albanees albanezen albanese albanais albanian albanians",
        "AM": "armenier armeniers armeense",
        "BE": "belg belgen belgische belge belges belgian belgians",
        "BR": "braziliaan brazilianen braziliaanse",
        "CO": "colombiaan colombianen colombiaanse",
        "DE": "duitser duitsers duitse allemand allemands german germans",
        "DZ": "algerijn algerijnen algerijnse",
        "EC": "ecuadoraan ecuadoranen ecuadoriaanse",
        "ER": "eritreeer eritreeers eritrese",
        "ES": "spanjaard spanjaarden spaanse",
        "FR": "fransman fransen franse francais french",
        "GB": "brit britten britse british",
        "IQ": "irakees irakezen iraakse",
        "IT": "italiaan italianen italiaanse",
        "LT": "litouwer litouwers litouwse",
        "LV": "letten letse",
        "LY": "libier libiers libische",
        "MA": "marokkaan marokkanen marokkaanse marocain marocains moroccan moroccans",
        "MD": "moldavier moldaviers moldavische",
        "NL": "nederlander nederlanders nederlandse neerlandais dutch dutchman dutchmen",
        "PL": "pool polen poolse",
        "RO": "roemeen roemenen roemeense",
        "RS": "servier serviers servische",
        "SR": "surinamer surinamers surinaamse",
        "TR": "turk turken turkse",
        "UA": "oekrainer oekrainers oekraiense",
        "VN": "vietnamees vietnamezen vietnamese",
    }.items()
    for word in words.split()
}


#: "Nederlandse" says something of the people or firm that follows; only "Nederlanders" are people by themselves.
PEOPLE_OF: dict[str, str] = {
    word: country for word, country in NATIONALITIES.items() if not word.endswith(("se", "sche", "french", "british", "dutch"))
}


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that takes the longest of the words."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
