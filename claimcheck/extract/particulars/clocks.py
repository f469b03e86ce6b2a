"""One moment told in two zones: "0500 Moscow time (0200 GMT)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.scene import Scene
from claimcheck.extract.times.find import TimeMention
from claimcheck.extract.times.parts import TimePart, read_part
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim
from claimcheck.text.sentences import Sentence

DAY_MINUTES = 24 * 60


def clock_claims(scene: Scene) -> Iterator[Claim]:
    """Two claims and more for a moment told in several zones, each clock time with its hour at Greenwich."""
    for time in scene.times:
        clocks = _clocks(scene.sentence, time)
        if len(clocks) < 2:
            continue
        told = " ".join(scene.sentence.lowers[time.first : time.last])
        for part in clocks:
            hours, minutes = divmod(_at_greenwich(part), 60)
            content = {"attribute": "clock", "of": told, "value": f"{hours:02}:{minutes:02}"}
            if _zone_in(scene.sentence, part, "summer_zones"):
                content["summer"] = f"{(hours - 1) % 24:02}:{minutes:02}"
            claim = scene.claim("time", (part.first, part.last), part.first)
            yield replace(
                claim,
                time=time.reference(scene.field.text, scene.sentence),
                content=MappingProxyType(content),
            )


def _clocks(sentence: Sentence, time: TimeMention) -> list[TimePart]:
    """The clock times of a time that name their zone."""
    found = []
    at = time.first
    while at < time.last:
        part = read_part(sentence, at)
        zoned = part is not None and part.minutes is not None and part.zone is not None
        if part is not None and zoned and not _zone_in(sentence, part, "shared_zones"):
            found.append(part)
        at = part.last if part is not None else at + 1
    return found


def _zone_in(sentence: Sentence, clock: TimePart, key: str) -> bool:
    """Whether the zone of a clock time stands in a list of calendar.yml."""
    words = sentence.lowers[clock.first : clock.last]
    return any(words[-len(name.split()) :] == tuple(name.split()) for name in word_set("calendar", key))


def _at_greenwich(clock: TimePart) -> int:
    """The minutes after midnight at Greenwich."""
    return round((clock.minutes or 0) - (clock.zone or 0) * 60) % DAY_MINUTES
