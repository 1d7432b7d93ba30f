"""Finds how many people a report names, with what it says of their age, nationality and part in the facts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from docket.paste.proposal import Fact, Found, same_sentence
from docket.paste.words import NATIONALITIES, NUMBERS, PEOPLE_OF, ROUND_NUMBERS, alternatives

_SUSPECTS = "verdachten verdachte daders dader uithalers uithaler indringers indringer havenindringers opgepakten gearresteerden"
_SUSPECTS += " aangehoudenen arrestanten inklimmers suspects suspect auteurs intruders"
_VICTIMS = "slachtoffers slachtoffer gewonden gewonde lichtgewonden lichtgewonde victims victim victimes victime"
_WITNESSES = "getuigen getuige witnesses witness temoins temoin"
_MINORS = "minderjarigen minderjarige mineurs mineur minors minor"
_ADULTS = "meerderjarigen meerderjarige volwassenen volwassene majeurs adults adult"
_DOCKERS = "dokwerkers dokwerker havenarbeiders havenarbeider dockers docker"
_CUSTOMS = "douaniers douanier douaneambtenaren douaneambtenaar"
_POLICE = "politiemannen politieman politieagenten politieagent"
_PEOPLE = (
    "mannen man vrouwen vrouw personen persoon mensen jongens jongen meisjes meisje jongeren jongere tieners tiener kinderen kind"
    " twintigers dertigers inzittenden bestuurders bestuurder chauffeurs chauffeur vrachtwagenchauffeurs vrachtwagenchauffeur"
    " bewakers bewaker bemanningsleden arbeiders arbeider bedienden bediende kraanbestuurders kraanbestuurder"
    " veiligheidsagenten veiligheidsagent techniekers technieker transmigranten hoofdinspecteur afhandelaar zaakvoerders zaakvoerder"
    " anderen medewerkers medewerker medewerkster brusselaars amsterdammers antwerpenaren broers broer zussen zus vader moeder"
    " vriendin opdrachtgever lid"
    " hommes homme femmes femme personnes personne men women woman people persons person boys boy"
)
#: Group of nouns -> the facts that the noun itself tells.
_TELLS: tuple[tuple[str, str, str | bool, str], ...] = (
    (_SUSPECTS, "persons[].role", "suspect", "Het woord noemt verdachten."),
    (_VICTIMS, "persons[].role", "victim", "Het woord noemt slachtoffers."),
    (_WITNESSES, "persons[].role", "witness", "Het woord noemt getuigen."),
    (_MINORS, "persons[].minor", True, "Het woord zegt dat zij minderjarig zijn."),
    (_ADULTS, "persons[].minor", False, "Het woord zegt dat zij meerderjarig zijn."),
    (_DOCKERS, "persons[].portWorker", True, "Het woord noemt havenarbeiders."),
    (_CUSTOMS, "persons[].capacity", "customs", "Het woord noemt ambtenaren van de douane."),
    (_POLICE, "persons[].capacity", "police", "Het woord noemt leden van de politie."),
)
_NOUNS = {word for words in (_PEOPLE, *(group[0] for group in _TELLS)) for word in words.split()} | set(PEOPLE_OF)
_AGED = rf"(?:\d{{2}}|{alternatives(NUMBERS)})[ -]?jarigen?"
_ADJECTIVE = rf"(?:{_AGED}|[a-z][a-z-]*e|verdacht|naar schatting)\s+"

_COUNT = rf"(?:{alternatives(ROUND_NUMBERS)}|{alternatives(NUMBERS)}|\d{{1,3}})"
_GROUP = re.compile(
    rf"(?<![\w.,/-])(?P<count>{_COUNT})(?:\s*\([a-z]{{3,12}}\))?\s+"
    rf"(?P<adjectives>(?:{_ADJECTIVE}){{0,2}})(?P<noun>{alternatives(_NOUNS)}|{_AGED})(?![\w-])"
)
_OF_THEM = re.compile(
    rf"(?<![\w.,/-])(?P<count>{_COUNT})\s+(?:(?:van|onder|d'entre|of)\s+(?:hen|hun|deze \w+|de \w+|eux|them)\s+)?"
    r"(?:is|was|zijn|waren|est|sont|are|were)\s+(?:nog\s+)?(?P<word>minderjarig|meerderjarig|mineurs?|minors?|majeurs?)\b"
)
_BARE = re.compile(rf"(?<![\w-])(?P<adjectives>(?:{_AGED}\s+)?)(?P<noun>{alternatives(_NOUNS)}|{_AGED})(?![\w-])")
_TAKEN = re.compile(
    rf"(?<![\w.,/-])(?<!tot )(?<!en )(?<!van )(?<!\d, )(?P<count>{_COUNT})\s+"
    r"(?:opgepakt|aangehouden|gearresteerd|betrapt|aanhoudingen|arrestaties|interpelles|arrested)(?![\w-])(?!\s+voor\b)"
)

_AGE = r"[1-9]\d(?!\d|[.,]\d|\s*(?:kg|kilo|ton|euro|uur|pak|blok|km))"
_AGE_LIST = rf"{_AGE}(?:\s*(?:,|en|et|and)\s*{_AGE})*"
_AGES = re.compile(
    rf"\s*(?:,\s*(?:aged\s+)?|van\s+|de\s+|aged\s+|\()(?P<list>{_AGE_LIST})"
    r"(?:\s*(?:jaar(?:\s+oud)?|ans|years?(?: old)?|j\.))?(?P<close>\)|\b)"
)
_AGE_RANGE = re.compile(
    rf"\s*,?\s*(?:(?:\(|van\s+|tussen\s+(?:de\s+)?|de\s+|aged\s+)(?P<low>{_AGE})\s+(?:tot|a|to)\s+(?P<high>{_AGE})(?:\s*(?:jaar|ans|years?))?\)?"
    rf"|(?:tussen\s+(?:de\s+)?|entre\s+|between\s+)(?P<from>{_AGE})\s+(?:en|et|and)\s+(?P<until>{_AGE})\s*(?:jaar|ans|years?))"
)
#: What may stand between the people and their ages: a place, or a letter or number that tells them apart.
_BETWEEN = re.compile(
    r"(?:\s+[a-z0-9]\b|\s+(?:uit|te|op|originaires? de|from)(?:\s+(?!van\b)[a-z-]+){0,3}?)?(?=\s+van\s+\d\d|\s*\((?:[mvfx]\s*[,/]\s*)?\d\d)"
)
_AGE_BRACKET = re.compile(r"\s*\((?:[mvfx]\s*[,/]\s*)?(?P<inside>\d{2},? [^()\n]{1,80})\)")
_ROLES = (("slacht", "victim"), ("vict", "victim"), ("verd", "suspect"), ("susp", "suspect"), ("get", "witness"), ("tem", "witness"))
_YEARS = re.compile(rf"(?P<age>\d{{2}}|{alternatives(NUMBERS)})[ -]?jarig")
_LABEL = re.compile(r"(?P<label>slachtoffers?|victimes?|verdachten?|suspects?|getuigen?|temoins?)\s*\w{0,2}\s*:\s*$")

_AMONG = re.compile(r"(?:onder wie|onder hen|waaronder|onder meer|van wie|waarvan|dont|including|among them|of whom)\s+$")
_YOUNGEST_ADULT = 18


def find_persons(text: str, folded: str) -> list[Found]:
    groups = [*_groups(folded), *_of_them(folded), *_taken(folded)]
    named = {position for found in groups for position in range(found.start, found.end)}
    groups += [found for found in _bare(folded) if found.start not in named]
    groups.sort(key=lambda found: found.start)
    return list(_without_parts(text, folded, groups))


def _groups(folded: str) -> Iterator[Found]:
    for match in _GROUP.finditer(folded):
        count, rough = _number(match["count"])
        if count == 0 or count > 300 or not _plausible(count, match):
            continue
        why = "Getal voor een woord voor mensen." + (" Let op: ongeveer." if rough else "")
        common = _told(match)
        end, ages, limits = _ages(folded, match)
        if ages and len(ages) == count > 1:
            facts = [
                fact._replace(part=part)
                for part, age in enumerate(ages)
                for fact in (Fact("persons[].count", 1, why), Fact("persons[].age", age, "Leeftijd in dezelfde woorden."), *common)
            ]
        else:
            facts = [Fact("persons[].count", count, why, rough), *common]
            if ages:
                doubt = len(ages) != count
                told = "Leeftijd in dezelfde woorden." + (" Let op: niet van ieder is de leeftijd genoemd." if doubt else "")
                facts += [Fact("persons[].age", age, told, doubt) for age in ages[:1]]
        facts += limits
        yield Found(match.start(), end, tuple(facts))


def _bare(folded: str) -> Iterator[Found]:
    """People without a number before them, who are as many as the ages behind them."""
    for match in _BARE.finditer(folded):
        end, ages, _ = _ages(folded, match)
        common = _told(match)
        plural = _plural(match["noun"])
        aged = not ages and not plural and any(fact.field == "persons[].age" for fact in common)
        if not aged and (not ages or (len(ages) > 1) != plural):
            continue
        count = Fact("persons[].count", 1, "Evenveel mensen als leeftijden.")
        facts = [
            fact._replace(part=part)
            for part, age in enumerate(ages)
            for fact in (count, Fact("persons[].age", age, "Leeftijd in dezelfde woorden."), *common)
        ]
        yield Found(match.start(), end, tuple(facts) or (count, *common))


def _told(match: re.Match[str]) -> tuple[Fact, ...]:
    """What the noun and its adjectives say of the people."""
    facts = [Fact(field, value, why) for words, field, value, why in _TELLS if match["noun"] in words.split()]
    for word in (*match["adjectives"].split(), match["noun"]):
        if country := NATIONALITIES.get(word):
            facts.append(Fact("persons[].nationality", country, "Het woord noemt hun nationaliteit."))
    if "minderjarige" in match["adjectives"]:
        facts.append(Fact("persons[].minor", True, "Het woord zegt dat zij minderjarig zijn."))
    if "meerderjarige" in match["adjectives"]:
        facts.append(Fact("persons[].minor", False, "Het woord zegt dat zij meerderjarig zijn."))
    if "verdachte" in match["adjectives"]:
        facts.append(Fact("persons[].role", "suspect", "Het woord noemt verdachten."))
    if aged := _YEARS.search(match["adjectives"] + match["noun"]):
        facts.append(Fact("persons[].age", _number(aged["age"])[0], "Leeftijd in dezelfde woorden."))
    label = _LABEL.search(match.string, max(0, match.start() - 24), match.start())
    if label and not any(fact.field == "persons[].role" for fact in facts):
        role = next(role for start, role in _ROLES if label["label"].startswith(start))
        facts.append(Fact("persons[].role", role, "De woorden ervoor noemen hun rol."))
    return tuple(facts)


def _ages(folded: str, match: re.Match[str]) -> tuple[int, list[int], list[Fact]]:
    """Where the words on age end, the ages that they list, or what their limits tell."""
    where = _BETWEEN.match(folded, match.end())
    end = where.end() if where else match.end()
    if limits := _AGE_RANGE.match(folded, end):
        low, high = int(limits["low"] or limits["from"]), int(limits["high"] or limits["until"])
        facts = []
        if low < high and (low >= _YOUNGEST_ADULT or high < _YOUNGEST_ADULT):
            minor = high < _YOUNGEST_ADULT
            facts.append(Fact("persons[].minor", minor, f"De leeftijden lopen van {low} tot {high} jaar."))
        return limits.end(), [], facts
    if listed := _AGES.match(folded, end):
        opened = "(" in folded[end : listed.start("list")]
        if not opened or listed["close"] == ")":
            return listed.end(), [int(age) for age in re.findall(r"\d{2}", listed["list"])], []
    if bracket := _AGE_BRACKET.match(folded, end):
        inside = bracket["inside"]
        ages = re.findall(rf"(?:^|en |, )({_AGE}),? (?=[a-z])", inside)
        if len(ages) == len(re.findall(r"\d+", inside)):
            return bracket.end(), [int(age) for age in ages], []
    return match.end(), [], []


def _of_them(folded: str) -> Iterator[Found]:
    for match in _OF_THEM.finditer(folded):
        count, rough = _number(match["count"])
        minor = not match["word"].startswith(("meerder", "maj"))
        why = f"De woorden zeggen dat zij {'minderjarig' if minor else 'meerderjarig'} zijn."
        yield Found(match.start(), match.end(), (Fact("persons[].count", count, why, rough), Fact("persons[].minor", minor, why)))


def _taken(folded: str) -> Iterator[Found]:
    for match in _TAKEN.finditer(folded):
        if match["count"] in ("een", "un", "une", "a", "one"):
            continue
        count, _ = _number(match["count"])
        why = "Zoveel mensen zijn opgepakt; kijk na of zij al bij een andere rij staan."
        yield Found(match.start(), match.end(), (Fact("persons[].count", count, why, True),))


def _without_parts(text: str, folded: str, groups: list[Found]) -> Iterator[Found]:
    """Of "nine suspects, two of them minors" seven are left in the first row; "six (five men, a woman)" are the five and the one."""
    parts = _parts(text, folded, groups)
    doubtful: set[int] = set()
    whole_of: dict[int, int] = {}
    for whole, (split, members) in parts.items():
        counts = [_count(groups[index]) for index in (whole, *members)]
        if split and None not in counts and counts[0] == sum(filter(None, counts[1:])):
            doubtful.add(whole)
        elif split or len(members) > 1:
            doubtful.update((whole, *members))
        else:
            whole_of[whole] = members[0]
    told_again = _told_again(groups, set(parts))
    told_again |= {whole_of[index] for index in told_again if index in whole_of}
    for index, found in enumerate(groups):
        if index in told_again:
            yield _doubt(found, "Let op: dit lijken mensen die elders in de tekst opnieuw staan; tel niemand dubbel.")
        elif index in doubtful:
            yield _doubt(found, "Let op: een groep en haar delen overlappen; tel niemand dubbel.")
        elif index in whole_of:
            yield _less(found, groups[whole_of[index]])
        else:
            yield found


def _parts(text: str, folded: str, groups: list[Found]) -> dict[int, tuple[bool, list[int]]]:
    """Which groups are parts of which: by index, with True where the parts stand after a colon or in brackets."""
    parts: dict[int, tuple[bool, list[int]]] = {}
    whole = None
    for (index, one), (_, other) in pairwise(enumerate(groups)):
        between = folded[one.end : other.start]
        if not same_sentence(text, one.end, other.start):
            whole = None
        elif re.fullmatch(r"[^.;]{0,60}[:(]\s*", between) and _count(one) not in (None, 1):
            whole, parts[index] = index, (True, [index + 1])
        elif _AMONG.search(between) or (_OF_THEM.match(folded, other.start) and " van " in folded[other.start : other.end]):
            whole, parts[index] = index, (False, [index + 1])
        elif whole is not None and re.fullmatch(r",?\s*(?:en|et|and|,)?\s*", between):
            parts[whole][1].append(index + 1)
        else:
            whole = None
    return parts


def _told_again(groups: list[Found], wholes: set[int]) -> set[int]:
    """Groups of a size that the text names before, or that is the number of people it describes one by one."""
    single = sum(1 for found in groups for fact in found.facts if fact.field == "persons[].age" and not fact.doubtful)
    again: set[int] = set()
    seen: dict[int, int] = {}
    for index, found in enumerate(groups):
        count = _count(found)
        if count is None or count == 1:
            continue
        if count == single and not any(fact.field == "persons[].age" for fact in found.facts):
            again.add(index)
        elif count in seen:
            earlier = seen[count]
            again.add(index if earlier in wholes else min(earlier, index, key=lambda place: (len(groups[place].facts), -place)))
        seen.setdefault(count, index)
    return again


def _less(whole: Found, part: Found) -> Found:
    count, taken = _count(whole), _count(part)
    if count is None or taken is None or count <= taken:
        return _doubt(whole, "Let op: een deel van deze groep staat apart; tel niemand dubbel.")
    facts = tuple(
        fact._replace(value=count - taken, why=f"{count} in totaal, min {taken} die in een eigen rij staan.")
        if fact.field == "persons[].count"
        else fact
        for fact in whole.facts
    )
    return whole._replace(facts=facts)


def _count(found: Found) -> int | None:
    counts = [fact.value for fact in found.facts if fact.field == "persons[].count"]
    return int(counts[0]) if len(counts) == 1 else None


def _doubt(found: Found, why: str) -> Found:
    return found._replace(facts=tuple(fact._replace(doubtful=True, why=f"{fact.why} {why}") for fact in found.facts))


def _number(word: str) -> tuple[int, bool]:
    if word in ROUND_NUMBERS:
        return ROUND_NUMBERS[word], True
    return (int(word), False) if word.isdigit() else (NUMBERS[word], False)


def _plausible(count: int, match: re.Match[str]) -> bool:
    """ "1 mannen" is no count of people, nor is "5 jaar": a number with digits wants a plural."""
    return count > 1 or not match["count"].isdigit() or not _plural(match["noun"])


def _plural(noun: str) -> bool:
    return noun.endswith(("en", "s")) and noun != "jongen"
