"""Claims about persons, streets, the site and the hour of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.circumstances import event_of
from claimcheck.extract.particulars.ages import find_group_ages, role_of_person
from claimcheck.extract.particulars.assailants import find_assailants
from claimcheck.extract.particulars.clock import find_hours
from claimcheck.extract.particulars.persons import find_persons, surname
from claimcheck.extract.particulars.phones import find_phones
from claimcheck.extract.particulars.sites import find_quarter, find_site
from claimcheck.extract.particulars.streets import find_streets
from claimcheck.extract.scene import Scene
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, ContentValue, EventReference, Kind
from claimcheck.text.groups import clause_bounds
from claimcheck.text.listed import tells
from claimcheck.text.sentences import Sentence

WORDS_BEFORE_PHONE = 6
"""So many words before a telephone number say whose it is."""


def stated_particulars(scene: Scene, persons: MutableMapping[str, str]) -> Iterator[Claim]:
    """The claims of a sentence about persons (name, age), streets, the site and clock times.

    `persons` leads from the last names that the report has used so far to the full ones, and grows.
    """
    yield from _person_claims(scene, persons)
    yield from _group_claims(scene)
    yield from _assailant_claims(scene)
    yield from _street_claims(scene)
    yield from _site_claims(scene)
    yield from _quarter_claims(scene)
    yield from _phone_claims(scene)
    yield from _hour_claims(scene)


def _claim(
    scene: Scene, kind: Kind, at: int, span: tuple[int, int], content: Mapping[str, ContentValue]
) -> Claim:
    """A claim anchored at a token over its clause, at least over the tokens of `span`."""
    bounds = clause_bounds(scene.sentence, at)
    whole = (min(bounds[0], span[0]), max(bounds[1], min(span[1], len(scene.sentence.tokens))))
    if scene.read.part is not None:
        content = {**content, "part": scene.read.part}
    return replace(scene.claim(kind, whole, at), content=MappingProxyType(dict(content)))


def _person_claims(scene: Scene, persons: MutableMapping[str, str]) -> Iterator[Claim]:
    for person in find_persons(scene.sentence, persons):
        content = {"attribute": "person", "of": surname(person.name), "value": person.name}
        if person.age is not None and not _long_ago(scene):
            content["age"] = str(person.age)
            role = role_of_person(scene.sentence, person.first)
            if role is not None:
                content["role"] = role
        if person.kin is not None and person.kin_of is not None:
            content |= {"kin": person.kin, "kin_of": person.kin_of}
        if person.home is not None:
            content["home"] = person.home
        if person.last - person.first == 1:
            content["short"] = "true"
        if person.rank is not None:
            content["rank"] = person.rank
        yield _claim(scene, "identity", person.first, (person.first, person.last + 2), content)


def _group_claims(scene: Scene) -> Iterator[Claim]:
    """The ages that the sentence gives for all victims or all suspects."""
    for group in find_group_ages(scene.sentence):
        ages = [str(age) for age in group.each] or [str(group.lowest), str(group.highest)]
        content: dict[str, ContentValue] = {
            "attribute": "group_ages",
            "of": "event",
            "value": (" " if group.each else "-").join(ages),
            "role": group.role,
            "ages": tuple(ages),
        }
        if group.each:
            content["each"] = "true"
        yield _claim(scene, "identity", group.first, (group.first, group.last), content)


def _assailant_claims(scene: Scene) -> Iterator[Claim]:
    """How many the sentence says did it."""
    for found in find_assailants(scene.sentence):
        highest = "" if found.highest is None else str(found.highest)
        content = {
            "attribute": "assailants",
            "of": "event",
            "value": f"{found.lowest}-{highest}",
            "lowest": str(found.lowest),
            "highest": highest,
        }
        yield _claim(scene, "actor", found.first, (found.first, found.last), content)


def _street_claims(scene: Scene) -> Iterator[Claim]:
    for street in find_streets(scene.sentence):
        content = {"attribute": "street", "of": street.name, "value": street.kind}
        if street.block:
            content["block"] = street.block
        yield _claim(scene, "place", street.first, (street.first, street.last), content)


def _site_claims(scene: Scene) -> Iterator[Claim]:
    """The address or crossing in a sentence that tells what happened there."""
    sentence = scene.sentence
    if word_set("narrative", "happening").isdisjoint(sentence.lowers):
        return
    site = find_site(sentence)
    if site is None:
        return
    content: dict[str, ContentValue] = {"attribute": "site", "of": "event"}
    content["value"] = " / ".join([site.on or "", *site.near, *site.crossing]).strip(" /")
    if site.on is not None:
        content["on"] = site.on
    if site.near:
        content["near"] = site.near
    if site.crossing:
        content["crossing"] = site.crossing
    if site.number is not None:
        content["block" if site.block else "number"] = str(site.number)
    yield _claim(scene, "place", site.first, (site.first, site.last), content)


def _quarter_claims(scene: Scene) -> Iterator[Claim]:
    """The part of a town that the sentence puts the event in."""
    if not tells("narrative", "happening", scene.sentence.lowers):
        return
    quarter = find_quarter(scene.sentence)
    if quarter is not None:
        content = {"attribute": "quarter", "of": quarter.town, "value": quarter.side}
        yield _claim(scene, "place", quarter.first, (quarter.first, quarter.last), content)


def _hour_claims(scene: Scene) -> Iterator[Claim]:
    """The times in a sentence that tell when the event happened ("occurred", "broke out")."""
    sentence = scene.sentence
    for hour in find_hours(sentence, scene.times):
        event = event_of(sentence, 0, len(sentence.tokens), None, scene.domain)
        if event is None and not _tells_of_event(sentence):
            continue
        content = {
            "attribute": "hour",
            "of": "event",
            "value": f"{_clock(hour.earliest)}-{_clock(hour.latest)}",
            "exact": "true" if hour.exact else "false",
        }
        if not word_set("narrative", "calls").isdisjoint(sentence.lowers):
            content["call"] = "true"
        if hour.day is not None:
            content["day"] = hour.day
        claim = _claim(scene, "time", hour.time.first, (hour.time.first, hour.time.last), content)
        yield replace(
            claim,
            event=EventReference(event) if event else None,
            time=hour.time.reference(scene.field.text, sentence),
        )


def _tells_of_event(sentence: Sentence) -> bool:
    """Whether a sentence that names no event tells of one: it "happened", or police were called to an address."""
    return tells("narrative", "surely_happening", sentence.lowers) or find_site(sentence) is not None


def _phone_claims(scene: Scene) -> Iterator[Claim]:
    """The telephone numbers that the sentence gives; those with the same digits are compared."""
    for phone in find_phones(scene.sentence):
        content = {"attribute": "phone", "of": "".join(sorted(phone.digits)), "value": phone.digits}
        span = max(0, phone.first - WORDS_BEFORE_PHONE), phone.last
        yield replace(scene.claim("identity", span, phone.first), content=MappingProxyType(content))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _long_ago(scene: Scene) -> bool:
    """Whether the sentence speaks of another year than its report's: an age then is no age now."""
    return any(scene.is_of_earlier_year(time) for time in scene.times)
