"""The verb that governs a figure, and the role the figure plays in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import word_set
from claimcheck.text.sentences import Sentence

Role = Literal["object", "subject"]

PARTICLES = frozenset(
    {
        "back",
        "out",
        "up",
        "down",
        "away",
        "off",
        "over",
        "in",
        "on",
        "dead",
        "fire",
        "hostage",
        "prisoner",
        "fatally",
    }
)
REACH = 16
SOURCE_REACH = 9
LISTING_REACH = 36
OPENING_MARKS = frozenset({'"', "“", "'", "‘"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb by base form (with its particle), where it stands, and the role of the figure.

    Role "object" is what undergoes it ("killed 12 people", "12 people were killed"), "subject" what does it.
    """

    base: str
    at: int
    role: Role
    verb: str


def governing_verb(
    sentence: Sentence, first: int, last: int, cues: frozenset[int] = frozenset()
) -> Predicate | None:
    """The verb whose subject or object the noun group at tokens [first, last) is, or None.

    `cues` are verbs of speech that only report the clause: they govern nothing in it.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text, first, last):
    ...     found = governing_verb(split_sentences(text)[0], first, last)
    ...     return found.base, found.role
    >>> read("Moscow said it pulled back more than 30,000 troops.", 5, 9)
    ('pull back', 'object')
    >>> read("Some 20,000 Russian troops had been stationed there.", 0, 4)
    ('station', 'object')
    """
    right = _right(sentence, last, cues)
    left = _left(sentence, first, cues)
    if left is not None and right is not None and _right_is_nearer(sentence, first, last, left, right):
        return right
    if left is not None and right is not None:
        return left if _distance_left(sentence, left.at, first) <= right.at - last + 1 else right
    return left or right


def _right_is_nearer(sentence: Sentence, first: int, last: int, left: Predicate, right: Predicate) -> bool:
    """ "…killed and scores were injured", "among at least 22 people killed": the verb behind governs."""
    joined = (
        sentence.tags[first - 1] == "C" and right.at - _behind_parenthesis(sentence, last, frozenset()) <= 3
    )
    # "the fight went on for an hour Forty soldiers were killed": the full stop is missing
    run_on = (
        sentence.tags[first - 1] == "N" and right.role == "object" and "X" in sentence.tags[last : right.at]
    )
    return joined or run_on or (left.base == "be" and right.at == last and right.role == "object")


def _distance_left(sentence: Sentence, at: int, first: int) -> int:
    """How far a verb stands to the left, leaving out adverbs, particles and determiners."""
    return sum(kind not in "RDPQ" for kind in sentence.tags[at + 1 : first])


def _left(sentence: Sentence, first: int, cues: frozenset[int]) -> Predicate | None:
    tags, lowers = sentence.tags, sentence.lowers
    opened = _before_source(sentence, first)
    for here in range(opened - 1, max(opened - REACH, -1), -1):
        kind = tags[here]
        if here in cues:
            return None
        if kind in "VGTI" and (lowers[here] in grammar().verbs or kind in "VT"):
            if kind == "T" and _attributive(sentence, here):
                continue
            return _predicate(sentence, here, "object")
        if kind == "X" and lowers[here - 1 : here] == ("there",):
            return None
        if (
            kind == "X"
            and lowers[here] in grammar().be
            and not any(k in "VGTI" for k in tags[here + 1 : first])
        ):
            return Predicate("be", here, "object", lowers[here])
        if kind in "SW" or (kind == "U" and lowers[here] not in (",", "-", "$", "€", "£", "~")):
            return None
        if kind == "U" and lowers[here] == "," and not _listed(sentence, here, first):
            return None
    return None


def _before_source(sentence: Sentence, first: int) -> int:
    """Where a source between a verb and its figure begins: "killing | according to the latest toll, 44 people".

    A quotation mark right before the figure is skipped too: "killed “tens of people”".
    """
    lowers = sentence.lowers
    if first and lowers[first - 1] in OPENING_MARKS:
        return first - 1
    for here in range(first - 2, max(first - SOURCE_REACH, 0), -1):
        if lowers[here] in ("according", "citing") and not any(
            kind in "VXMSW" for kind in sentence.tags[here + 1 : first]
        ):
            return here - (lowers[here - 1] == ",")
    return first


def _attributive(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence.tags) and sentence.tags[at + 1] == "N"


def _listed(sentence: Sentence, comma: int, first: int) -> bool:
    """Whether a comma stands in a list of things of one verb: "killing four, wounding nine" does not."""
    return not any(kind in "VXM" for kind in sentence.tags[comma + 1 : first]) and first - comma <= 5


def _right(sentence: Sentence, last: int, cues: frozenset[int]) -> Predicate | None:
    tags, lowers = sentence.tags, sentence.lowers
    helper = False
    start = closing = _behind_parenthesis(sentence, last, cues)
    for here in range(start, len(tags)):
        kind = tags[here]
        if here < closing:
            continue
        if here in cues or here - closing >= REACH:
            return None
        listed = _behind_listing(sentence, here) if lowers[here] == "," else None
        if listed is not None:
            closing = listed
            continue
        if lowers[here] == "," and _interrupts(sentence, here):
            closing = lowers.index(",", here + 1) + 1
            continue
        if kind == "X":
            helper = True
            if lowers[here] in grammar().be and not _verb_behind(sentence, here):
                return _among(sentence, here + 1) or _be_state(sentence, here)
        elif kind == "G" and here == last and (main := _main_passive(sentence, here + 1)) is not None:
            return _predicate(sentence, main, "object")
        elif (
            kind == "V"
            or (kind == "T" and here in (last, last + 1, closing))
            or (kind == "G" and here == last)
        ):
            passive = (kind == "T" and not _never_undergone(lowers[here])) or _passive(sentence, here)
            if (
                kind == "V"
                and not helper
                and (_reduced(sentence, here, last) or _existential(sentence, last))
            ):
                passive = True
            return _predicate(sentence, here, "object" if passive else "subject")
        elif kind == "P" and lowers[here] == "among" and here <= last + 1:
            return _among(sentence, here)
        elif kind == "C" and _joins_nouns(sentence, here):
            continue
        elif (
            kind in "SC"
            or (kind == "U" and lowers[here] in (";", ":", "—", "–", "”", "“", '"'))
            or (kind == "U" and lowers[here] == ",")
            or (kind == "O" and here > last and tags[here - 1] not in "P")
        ):
            return None
    return None


def _main_passive(sentence: Sentence, at: int) -> int | None:
    """The passive of the main clause behind a participle: "four men coming from a wake were | shot"."""
    for here in range(at, min(at + REACH, len(sentence.tags))):
        if sentence.lowers[here] in ("was", "were") and sentence.tags[here + 1 : here + 2] in tuple("VTR"):
            verb = here + 1 + (sentence.tags[here + 1] == "R")
            return verb if sentence.tags[verb : verb + 1] in ("V", "T") and _passive(sentence, verb) else None
        if sentence.tags[here] in "USWCVXM":
            return None
    return None


def _among(sentence: Sentence, at: int) -> Predicate | None:
    """ "six were among at least 22 people killed", "20 women among the dead": what befell all befell these."""
    if sentence.lowers[at : at + 1] != ("among",):
        return None
    for here in range(at + 1, min(at + 9, len(sentence.tags))):
        lower = sentence.lowers[here]
        verb = grammar().verbs.get(lower)
        if lower in ("dead", "deceased", "fatalities", "casualties") and sentence.tags[here] in "JN":
            return Predicate("kill" if lower != "casualties" else "hurt", here, "object", lower)
        if lower in grammar().head_adjectives and verb is not None and "participle" in verb.forms:
            return Predicate(verb.base, here, "object", lower)
        if sentence.tags[here] in "USWX":
            return None
    return None


def _joins_nouns(sentence: Sentence, at: int) -> bool:
    """ "hardware or soldier left": another noun without a verb of its own, then the verb of both."""
    behind = sentence.tags[at + 1 : at + 4]
    return (
        sentence.lowers[at] in ("and", "or")
        and behind[:1] in tuple("NJDEQ")
        and not any(kind in "XMO" for kind in behind[:2])
    )


def _existential(sentence: Sentence, last: int) -> bool:
    """ "there was not a single soldier left": what is left has been left."""
    window = sentence.lowers[max(0, last - 10) : last]
    return "there" in window and any(word in grammar().be for word in window)


def _behind_parenthesis(sentence: Sentence, last: int, cues: frozenset[int]) -> int:
    """Behind ", the ministry said," or "— a man and a woman —", else the same token."""
    if sentence.lowers[last : last + 1] in (("—",), ("–",), ("--",)):
        dash = sentence.lowers[last]
        inside = sentence.lowers[last + 1 : last + REACH]
        return last + inside.index(dash) + 2 if dash in inside else last
    composed = _behind_composition(sentence, last)
    if composed is not None:
        return composed
    cue = next((at for at in sorted(cues) if last < at < last + 8), None)
    if cue is None or sentence.lowers[last : last + 1] != (",",):
        return last
    closing = next(
        (at for at in range(cue + 1, min(cue + 6, len(sentence.lowers))) if sentence.lowers[at] == ","), None
    )
    return last if closing is None else closing + 1


def _behind_composition(sentence: Sentence, last: int) -> int | None:
    """The auxiliary behind "mostly women and children", where commas may be missing: "12 civilians mostly women died"."""
    at = last + 1 if sentence.lowers[last : last + 1] == (",",) else last
    if word_set("words", "compositions").isdisjoint(sentence.lowers[at : at + 1]):
        return None
    for here in range(at + 1, min(at + 9, len(sentence.tags))):
        if sentence.tags[here] == "X":
            return here
        if sentence.tags[here] not in "NJDQECPO" and sentence.lowers[here] != ",":
            return None
    return None


def _interrupts(sentence: Sentence, comma: int) -> bool:
    """A comma that opens a parenthesis closed by another before the verb: "12 people, including three boys, died"."""
    return any(lower == "," for lower in sentence.lowers[comma + 1 : comma + 10]) and sentence.tags[
        comma + 1 : comma + 2
    ] in tuple("PWDNEJGRQT")


def _behind_listing(sentence: Sentence, comma: int) -> int | None:
    """The verb behind a list of some of those counted: "12 men, among them a baker, his son and a nurse, | died"."""
    lowers, tags = sentence.lowers, sentence.tags
    if word_set("words", "listing_openers").isdisjoint(lowers[comma + 1 : comma + 2]):
        return None
    relative = False
    for here in range(comma + 2, min(comma + LISTING_REACH, len(tags))):
        if tags[here] in "VXT" and lowers[here - 1] in (",", ")"):
            return here
        relative = tags[here] == "W" or (relative and lowers[here] != ",")
        if (tags[here] in "VXS" and not relative) or lowers[here] in (";", ":"):
            return None
    return None


def _verb_behind(sentence: Sentence, at: int) -> bool:
    for kind in sentence.tags[at + 1 : at + 5]:
        if kind in "VGT":
            return True
        if kind not in "RXU":
            return False
    return False


def _be_state(sentence: Sentence, at: int) -> Predicate:
    """ "are missing", "were dead", "were in": the state that a form of be gives."""
    for here in range(at + 1, min(at + 4, len(sentence.tags))):
        kind = sentence.tags[here]
        if kind in "JP" or (kind == "N" and sentence.lowers[here] in grammar().head_adjectives):
            return Predicate(f"be {sentence.lowers[here]}", at, "subject", sentence.lowers[here])
        if kind not in "RX":
            break
    return Predicate("be", at, "subject", sentence.lowers[at])


def _passive(sentence: Sentence, at: int) -> bool:
    verb = grammar().verbs.get(sentence.lowers[at])
    if verb is not None and "participle" not in verb.forms:
        return False
    for here in range(at - 1, max(at - 5, -1), -1):
        if sentence.tags[here] == "X":
            return sentence.lowers[here] in grammar().be or sentence.lowers[here] in ("get", "got", "getting")
        if sentence.tags[here] != "R":
            return False
    return False


def _reduced(sentence: Sentence, at: int, last: int) -> bool:
    """ "12 people killed in the attack": a participle right behind the group, no object behind it."""
    verb = grammar().verbs.get(sentence.lowers[at])
    if at != last or verb is None or "participle" not in verb.forms:
        return False
    behind = sentence.tags[at + 1 : at + 2]
    # "six soldiers laid down their arms" has an object
    if (
        sentence.lowers[at + 1 : at + 2] in (("down",), ("up",), ("over",))
        and sentence.tags[at + 2 : at + 3] == "D"
    ):
        return False
    if behind in ("P", "U", "C", "", "R", "S", "T"):
        return not _never_undergone(sentence.lowers[at])
    return False


def _never_undergone(lower: str) -> bool:
    """Whether a form is of a verb that nothing undergoes: "died", "fled"."""
    verb = grammar().verbs.get(lower)
    return verb is not None and verb.base in word_set("verbs", "intransitive")


def _predicate(sentence: Sentence, at: int, role: Role) -> Predicate:
    lower = sentence.lowers[at]
    verb = grammar().verbs.get(lower)
    base = verb.base if verb is not None else lower
    if sentence.lowers[at + 1 : at + 3] == ("to", "death"):
        return Predicate(f"{base} to death", at, role, lower)
    following = sentence.lowers[at + 1 : at + 2]
    if (
        following
        and following[0] in PARTICLES
        and (sentence.tags[at + 1] in "RP" or following[0] in ("dead", "hostage", "prisoner", "fire"))
    ):
        particle = following[0]
        if (
            sentence.tags[at + 1] == "R"
            or particle in ("dead", "hostage", "prisoner", "fire")
            or particle in ("out", "up", "down", "off")
        ):
            return Predicate(f"{base} {particle}", at, role, lower)
    return Predicate(base, at, role, lower)
