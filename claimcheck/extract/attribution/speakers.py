"""The noun group that names a speaker, read from its first word on."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.attribution.mention import SpeakerWords
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence


@cache
def time_words() -> frozenset[str]:
    """Words for times, which never speak: "August", "Friday", "week"."""
    return frozenset([*month_names(), *weekday_names()]) | speech_words().time_nouns


def speaker_after(sentence: Sentence, first: int) -> SpeakerWords | None:
    """The noun group that starts at a token, with what hangs on it to the right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Two men died, according to the head of the regional hospital.")[0]
    >>> speaker = speaker_after(sentence, 6)
    >>> " ".join(sentence.lowers[speaker.first : speaker.last]), sentence.lowers[speaker.head]
    ('the head of the regional hospital', 'head')
    """
    return group_at(sentence, first, len(sentence.tags))


def group_at(sentence: Sentence, first: int, limit: int) -> SpeakerWords | None:
    """The noun group that starts at a token and ends before `limit`.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("A source close to the talks on Friday said 3 men left.")[0]
    >>> speaker = group_at(sentence, 0, 8)
    >>> " ".join(sentence.lowers[speaker.first : speaker.last])
    'a source close to the talks'
    """
    tags = sentence.tags
    head, here, settled = -1, first, False
    while here < limit:
        kind = tags[here]
        if kind in "NE" and not (head >= 0 and _is_near(sentence, here)):
            if head >= 0 and _time_from(sentence, here, limit):
                break
            if not settled:
                head = here
        elif kind == "O":
            return SpeakerWords(first, here + 1, here) if head < 0 else _trimmed(sentence, first, here, head)
        elif kind in "PC" and head >= 0:
            if not _goes_on(sentence, here, limit):
                break
            settled = True
        elif kind == "A":
            settled = settled and tags[here - 1] not in "NE"
        elif not (
            _inside_group(sentence, here, limit) or _is_near(sentence, here)
            if head >= 0
            else _before_head(sentence, here)
        ):
            break
        here += 1
    if head < 0:
        return _without_noun(sentence, first, here)
    return _trimmed(sentence, first, here, head)


def _time_from(sentence: Sentence, at: int, limit: int) -> bool:
    """A time stands here that is no part of a name: "his doctor | Friday afternoon"."""
    times = time_words()
    if sentence.lowers[at] not in times:
        return False
    following = at + 1
    return not (
        following < limit and sentence.tags[following] in "NE" and sentence.lowers[following] not in times
    )


def _before_head(sentence: Sentence, at: int) -> bool:
    kind, lower = sentence.tags[at], sentence.lowers[at]
    if kind in "DJQR":
        return True
    if kind in "GT":
        return at + 1 < len(sentence.tags) and sentence.tags[at + 1] in "JNE"
    if kind == "P":
        return lower == "of" and at > 0 and (sentence.tags[at - 1] in "QD" or sentence.lowers[at - 1] == "%")
    return kind == "U" and lower in ("%", "/", "-") and at > 0 and sentence.tags[at - 1] == "Q"


def _inside_group(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a word behind the first noun still belongs to the group."""
    tags, lowers = sentence.tags, sentence.lowers
    kind = tags[at]
    following = tags[at + 1] if at + 1 < limit else ""
    if kind == "D":
        return tags[at - 1] in "PC" or lowers[at - 1] in speech_words().attaching
    if kind == "J":
        if tags[at - 1] in "PDJA":
            return True
        timed = following and lowers[at + 1] in time_words()
        return not timed and (following in tuple("NEJ") or (following == "P" and lowers[at + 1] == "to"))
    if kind in "QTG":
        return tags[at - 1] in "PDJAC" or (
            kind == "Q" and tags[at - 1] == "E" and following not in ("N", "J")
        )
    if kind == "U" and following and following in "NEJ":
        if lowers[at] == ".":
            return len(lowers[at - 1]) <= 4 and _touching(sentence, at)
        return lowers[at] in ("-", "&", "/", "’", "'")
    return False


def _touching(sentence: Sentence, at: int) -> bool:
    """A full stop that ends an abbreviation: "Massachusetts Sen. Elizabeth Warren"."""
    return sentence.tokens[at - 1].end == sentence.tokens[at].start


def _goes_on(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a preposition or "and" carries the group on: "of the", "by Oxfam", not "on Friday"."""
    words, tags, lowers = speech_words(), sentence.tags, sentence.lowers
    following = at + 1
    if following >= limit:
        return False
    if tags[at] == "C":
        return lowers[at] in ("and", "or", "&") and tags[following] in (
            "NEJD" if limit < len(tags) else "NEJ"
        )
    if lowers[at] not in words.attaching and not (lowers[at] == "to" and _takes_to(sentence, at)):
        return False
    last = following
    while last < limit and tags[last] in "DJQNEA":
        last += 1
    inner = lowers[following:last]
    if not inner or inner[-1] in time_words() or inner[0] in time_words() or tags[following] in "GO":
        return False
    return not (lowers[at] in ("in", "on", "at", "during", "from") and inner[-1] in words.occasions)


def _is_near(sentence: Sentence, at: int) -> bool:
    """ "a source close to the talks": words that hang "to" or "with" on a noun, whatever they are tagged."""
    return sentence.lowers[at] in speech_words().near and sentence.lowers[at + 1 : at + 2] in (
        ("to",),
        ("with",),
    )


def _takes_to(sentence: Sentence, at: int) -> bool:
    return (
        sentence.tags[at - 1] == "J"
        or _is_near(sentence, at - 1)
        or sentence.lowers[at - 1] in speech_words().envoys
    )


def _trimmed(sentence: Sentence, first: int, last: int, head: int) -> SpeakerWords:
    """The group without what dangles at its end."""
    while last - 1 > head and sentence.tags[last - 1] in "PDJACUTGR":
        last -= 1
    return SpeakerWords(first, last, head)


def _without_noun(sentence: Sentence, first: int, last: int) -> SpeakerWords | None:
    """ "some say", "the injured said", "three said": a group without a noun."""
    if last <= first:
        return None
    kind, lower = sentence.tags[last - 1], sentence.lowers[last - 1]
    if kind == "Q" or lower in speech_words().lone:
        return SpeakerWords(first, last, last - 1)
    return None


def is_time(sentence: Sentence, speaker: SpeakerWords) -> bool:
    """Whether a group names a time: "last week", "August"."""
    return sentence.lowers[speaker.head] in time_words()
