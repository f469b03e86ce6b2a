"""Where two passages that are worded differently exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.calendar import month_names
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.senses import senses
from claimcheck.passages.coverage import coverage
from claimcheck.passages.dates import REACH, Day, dated, find_days
from claimcheck.passages.exclusives import reserved
from claimcheck.passages.figures import NEIGHBOURS, unfounded
from claimcheck.passages.likeness import FOLLOWING, range_sense, sense_of
from claimcheck.passages.words import Word

REACH_OF_NEGATION = 4
LEAST_ALIGNED = 0.5
MOST_UNKNOWN = 0.34
SUBJECT_SHARE = 0.6
PERSONAL = frozenset({"birth", "death", "marriage"})
VERBAL = frozenset("VGTI")
PERSONAL_PRONOUNS = frozenset({"he", "she", "it", "they"})


def conflict(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why two passages cannot both be true, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("On Monday parliament passed the bill.",
    ...     "The bill was rejected by parliament."))
    >>> conflict(one, two)
    'a says “passed”, b says “rejected”'
    """
    for said in _clauses(right):
        if coverage(left, said).share < 0.3:
            continue
        for told in _sentences(left):
            known = _in_context(told, left)
            found = (
                _opposed(known, told, said)
                or _negated(known, told, said)
                or _not_so(told, said)
                or _counted(told, said)
                or reserved(told, said)
            )
            if found is not None:
                return found
    return misdated(left, right)


def _sentences(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    for number in sorted({word.sentence for word in words}):
        yield tuple(word for word in words if word.sentence == number)


def _clauses(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The sentences, and of those that go on to examples also what stands before "including"."""
    for sentence in _sentences(words):
        yield sentence
        cut = next((at for at, word in enumerate(sentence) if word.text.lower() == "including"), 0)
        if cut:
            yield sentence[:cut]


def _in_context(told: Sequence[Word], left: Sequence[Word]) -> tuple[Word, ...]:
    """A sentence with the names of those before it, where a pronoun in it may stand for them."""
    if not any(word.key in PERSONAL_PRONOUNS for word in told):
        return tuple(told)
    before = (word for word in left if word.sentence < told[0].sentence and word.kind == "name")
    return (*before, *told)


def negated(words: Sequence[Word], at: int) -> bool:
    """Whether a word of denial stands before a word, with nothing but small words between."""
    for here in range(at - 1, max(at - 1 - REACH_OF_NEGATION, -1), -1):
        if words[here].key in senses().negators:
            return words[here].key != "without"
        if words[here].key in senses().withheld and words[here + 1].tag not in "VXM":
            return True
        if words[here].content and words[here].tag != "R" and words[here].key not in senses().light:
            return False
    return False


def _aligned(told: Sequence[Word], said: Sequence[Word], apart: Word) -> bool:
    """Whether all but one word of b is found in a, names above all."""
    rest = [word for word in said if word is not apart]
    covered = coverage(told, rest)
    names = sum(word.kind == "name" for word in rest)
    unknown = sum(word.kind == "name" for word in covered.missing)
    return covered.share >= LEAST_ALIGNED and unknown <= names * MOST_UNKNOWN


def _opposed(known: Sequence[Word], told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """Opposites in one place of otherwise matching sentences."""
    for at, word in enumerate(said):
        if not word.content or _told_so(told, said, at):
            continue
        for here, other in enumerate(told):
            if sense_of(other, word) != "opposite" or not _of_one_thing(told, here, said, at):
                continue
            if negated(told, here) != negated(said, at):
                continue
            if _aligned(known, said, word):
                return f"a says “{other.text}”, b says “{word.text}”"
    return None


def _told_so(told: Sequence[Word], said: Sequence[Word], at: int) -> bool:
    """Whether a word of b stands in a too, denied or not as in b."""
    return any(
        sense_of(other, said[at]) in FOLLOWING and negated(told, here) == negated(said, at)
        for here, other in enumerate(told)
    )


def _of_one_thing(told: Sequence[Word], here: int, said: Sequence[Word], at: int) -> bool:
    """Whether two opposites can be said of one thing: not both ends of a deed, not of two nouns."""
    if _same_sum(told, here, said, at):
        return True
    if senses().two_ends & {told[here].key, said[at].key}:
        return False
    if told[here].tag == said[at].tag == "R":
        deeds = [_deed_behind(side, place) for side, place in ((told, here), (said, at))]
        return None in deeds or sense_of(*(deed for deed in deeds if deed is not None)) in FOLLOWING
    if "J" not in (told[here].tag, said[at].tag):
        one, two = told[here].tag in VERBAL, said[at].tag in VERBAL
        return one == two and not (one and _of_two_objects(told, here, said, at))
    behind = [side[place + 1] for side, place in ((told, here), (said, at)) if place + 1 < len(side)]
    return len(behind) == 2 and sense_of(behind[0], behind[1]) in FOLLOWING


def _deed_behind(words: Sequence[Word], at: int) -> Word | None:
    return next((word for word in words[at:] if word.tag in VERBAL), None)


def _same_sum(told: Sequence[Word], here: int, said: Sequence[Word], at: int) -> bool:
    """Whether one figure stands behind both: "earnings of 5m", "loses 5m"."""
    one, two = (next(iter(side[place + 1 : place + 2]), None) for side, place in ((told, here), (said, at)))
    if one is None or two is None or one.kind != "figure" or two.kind != "figure":
        return False
    return one.stated == two.stated and told[here].sentence == one.sentence


def _of_two_objects(told: Sequence[Word], here: int, said: Sequence[Word], at: int) -> bool:
    """Whether two verbs have objects right behind them that have nothing in common."""
    one, two = (_object(side, place) for side, place in ((told, here), (said, at)))
    return bool(one and two) and not any(sense_of(a, b) in FOLLOWING for a in one for b in two)


def _object(words: Sequence[Word], at: int) -> list[Word]:
    found = []
    for word in words[at + 1 :]:
        if word.sentence != words[at].sentence or word.tag not in "NEJ":
            break
        found.append(word)
    return found


def _negated(known: Sequence[Word], told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """One verb affirmed on one side and denied on the other, or what it does held back: "delay in agreement"."""
    for at, word in enumerate(said):
        if word.tag not in "VIX" or not (word.content or word.key == "have"):
            continue
        for here, other in enumerate(told):
            if sense_of(other, word) not in FOLLOWING or not (other.tag in "VIX" or _held_back(told, here)):
                continue
            if negated(told, here) == negated(said, at):
                continue
            if _aligned(known, [w for w in said if w.key not in senses().negators], word):
                return f"“{other.text}” in a and “{word.text}” in b: one side denies it"
    return None


def _held_back(told: Sequence[Word], here: int) -> bool:
    """Whether a noun is one of a deed that a word such as "failure" or "delay" keeps from being done."""
    reach = told[max(here - REACH_OF_NEGATION, 0) : here]
    return (
        told[here].tag in "NG"
        and negated(told, here)
        and any(word.key in senses().withheld for word in reach)
    )


def _not_so(told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """One thing said to be so on one side and not to be so on the other."""
    stated = {(word.key, word.tag): denied for word, denied in _states(told)}
    for word, denied in _states(said):
        # a noun is no deed: "there were no reports of deaths" does not deny that injuries are reported
        if stated.get((word.key, word.tag)) == (not denied) and _aligned(told, said, word):
            return f"“{word.text}” holds on one side and not on the other"
    return None


def _states(words: Sequence[Word]) -> Iterator[tuple[Word, bool]]:
    """What follows a form of "be", and whether "not" stands between."""
    for at, word in enumerate(words[:-1]):
        lower = word.text.lower()
        if word.tag == "X" and lower in grammar().be:
            denied = words[at + 1].key in senses().negators or lower in grammar().negators
            here = at + 1 + (words[at + 1].key in senses().negators)
            if here < len(words) and words[here].content:
                yield words[here], denied


def _counted(told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """Figures of one thing that cannot both be right."""
    for at, word in enumerate(said):
        if word.kind != "figure" or at + 1 >= len(said) or word.text.lower() == "one":
            continue
        rivals = [
            other
            for here, other in enumerate(told)
            if other.kind == "figure"
            and here + 1 < len(told)
            and sense_of(told[here + 1], said[at + 1]) in FOLLOWING
        ]
        if not rivals or any(range_sense(other, word) != "opposite" for other in rivals):
            continue
        if any(other.stated == word.stated for other in rivals):
            continue
        if _aligned(told, said, word) and not _of_something_else(told, said, at):
            return f"a says “{rivals[0].text}”, b says “{word.text}”"
    return None


def _of_something_else(told: Sequence[Word], said: Sequence[Word], at: int) -> bool:
    """Whether words next to a figure, or the figure itself, tell that it counts something else."""
    near = said[max(at - NEIGHBOURS, 0) : at + 1 + NEIGHBOURS]
    deeds = [word for word in coverage(told, near).missing if word.tag in VERBAL or word.tag == "J"]
    return bool(deeds) or not unfounded(told, [said[at]])


def misdated(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Two dates for one thing that happens once to one subject.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("Ada Byte was born on 1 May 1972.",
    ...     "Ada Byte (born 10 May 1972) is a singer."))
    >>> misdated(one, two)
    'a dates the birth 1 May 1972, b dates it 10 May 1972'
    """
    told, said = dated(left), dated(right)
    days = list(find_days(left))
    for name, found in said.items():
        rivals = told.get(name, ())
        for at, day in found:
            if any(not other.excludes(day) for other in days):
                continue
            apart = [(here, other) for here, other in rivals if other.excludes(day)]
            if len(apart) == len(rivals) > 0 and _one_subject(left, apart[0][0], right, at):
                one, two = _words_of(left, apart[0][1]), _words_of(right, day)
                return f"a dates the {name.replace('_', ' ')} {one}, b dates it {two}"
    return None


def _words_of(words: Sequence[Word], day: Day) -> str:
    return " ".join(word.text for word in words[day.first : day.last])


def _one_subject(left: Sequence[Word], here: int, right: Sequence[Word], at: int) -> bool:
    """Whether the names around two events are the same, months aside."""
    one, two = (_names(side, place) for side, place in ((left, here), (right, at)))
    event = senses().once.get(left[here].key)
    first = bool(one and two) and one[0] in two and two[0] in one
    things = bool({*one} & {*two}) and event is not None and event not in PERSONAL
    return (first or things) and len({*one} & {*two}) >= SUBJECT_SHARE * min(len({*one}), len({*two}))


def _names(words: Sequence[Word], at: int) -> list[str]:
    """The names and nouns of the sentence before an event, of the whole passage where there are none."""
    sentence = [word for word in words[: at + REACH] if word.sentence == words[at].sentence]
    names = [word.key for word in sentence if word.kind == "name" and word.key not in month_names()]
    return names or [word.key for word in words if word.kind == "name"]
