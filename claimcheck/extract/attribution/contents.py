"""What is said: the stretches of words before and behind a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attribution.frames import states
from claimcheck.extract.attribution.mention import SpeakerWords, Stretch
from claimcheck.extract.attribution.speakers import time_words
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

LEADING = frozenset({",", "”", '"', "’", "'", "--", "—", "–", "»", "?", "!", "``", "''"})


def content_of(
    sentence: Sentence,
    at: int,
    base: str,
    speaker: SpeakerWords | None,
    quoted: Sequence[Stretch],
    *,
    inverted: bool,
) -> tuple[Stretch, ...]:
    """The token stretches of what is said with the verb at a token.

    >>> from claimcheck.extract.attribution.subjects import speaker_before
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The fire, officials say, killed fifteen people.")[0]
    >>> content_of(sentence, 4, "say", speaker_before(sentence, 4), (), inverted=False)
    ((0, 3), (6, 10))
    """
    end = len(sentence.tokens)
    before_cue = speaker is not None and not inverted and speaker.first < at
    begin = speaker.first if speaker is not None and before_cue else at
    behind = behind_cue(sentence, speaker.last if speaker is not None and inverted else at + 1, base)
    forward = behind < end and states(sentence, behind, base, speaker, quoted)
    if inverted:
        rest = ((behind, end),) if _quoted_behind(sentence, behind, quoted) else ()
        return ((0, begin), *rest)
    leads = _leads(sentence, begin)
    if forward:
        both = leads and begin > 2 and any(abs(last - begin) <= 2 for _, last in quoted)
        return ((0, begin), (behind, end)) if both else ((behind, _end_of_said(sentence, behind, base)),)
    if sentence.tags[at] == "G" or begin < 2:
        return ()
    if leads and (base not in speech_words().weak or _ends_behind(sentence, behind)):
        return ((0, begin), *_rest(sentence, behind, begin, quoted))
    return _gap(sentence, begin, speaker)


def _ends_behind(sentence: Sentence, behind: int) -> bool:
    """Nothing hangs on the cue: a sign, a conjunction or the end of the sentence follows."""
    return behind >= len(sentence.tags) or sentence.tags[behind] in "UCS"


def _quoted_behind(sentence: Sentence, behind: int, quoted: Sequence[Stretch]) -> bool:
    return behind < len(sentence.tokens) and any(last > behind for _, last in quoted)


def _leads(sentence: Sentence, at: int) -> bool:
    """A comma, a closing mark or "as" stands before the speaker: what is said came before."""
    return at > 0 and (sentence.lowers[at - 1] in LEADING or sentence.lowers[at - 1] == "as")


def _rest(sentence: Sentence, behind: int, begin: int, quoted: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What is said goes on behind a cue set in commas: "The fire, officials say, killed fifteen"."""
    end = len(sentence.tokens)
    if _quoted_behind(sentence, behind, quoted):
        return ((behind, end),)
    if behind + 2 >= end or sentence.lowers[behind] not in (",", "--", "—", "–"):
        return ()
    following = sentence.tags[behind + 1]
    if following in "VXM" or sentence.lowers[behind + 1] == "and":
        return ((behind + 1, end),)
    finite = any(kind in "VXM" for kind in sentence.tags[:begin])
    return () if finite or following in "SGW" else ((behind + 1, end),)


def _gap(sentence: Sentence, begin: int, speaker: SpeakerWords | None) -> tuple[Stretch, ...]:
    """The noun group that a relative clause without a pronoun speaks of: "the 33 percent rate he proposed"."""
    if speaker is None or speaker.antecedent is not None or sentence.tags[begin - 1] not in "NQJ%":
        return ()
    first = begin
    while first > 0 and (
        sentence.tags[first - 1] in "DJQNEAP" or sentence.lowers[first - 1] in ("$", "%", "-")
    ):
        first -= 1
    return ((first, begin),) if first < begin else ()


def _end_of_said(sentence: Sentence, behind: int, base: str) -> int:
    """Where an object that is said ends: a clause of the narrator begins with ", while" or ", but"."""
    end = len(sentence.tokens)
    words = speech_words()
    if base not in words.weak or sentence.lowers[behind - 1] == "that":
        return end
    for here in range(behind + 1, end - 1):
        if sentence.lowers[here] == ";":
            return here
        turns = sentence.lowers[here] == "," and sentence.lowers[here + 1] in words.turning
        if turns and sentence.tags[here + 2 : here + 3] in ("D", "N", "E", "O"):
            return here
    return end


def behind_cue(sentence: Sentence, at: int, base: str) -> int:
    """Where what is said begins behind the cue: behind the hearer and the time and place of speaking.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The sheriff told residents at a meeting that 4 deputies were hurt.")[0]
    >>> sentence.lowers[behind_cue(sentence, 3, "tell")]
    '4'
    """
    tags, lowers, end = sentence.tags, sentence.lowers, len(sentence.tokens)
    here = _skip_hearer(sentence, at) if base in speech_words().hearing else at
    own = speech_words().frames.get(base, ())
    while here < end and lowers[here] not in own:
        if tags[here] == "R" or (tags[here] in "NE" and lowers[here] in time_words() and here + 1 < end):
            here += 1
        elif tags[here] in "PS" and _short_phrase(sentence, here):
            here = _phrase_end(sentence, here)
        else:
            break
    here = _behind_insertion(sentence, here)
    if here < end and lowers[here] == "that" and tags[here] in "SWDP":
        here += 1
    return here


def _behind_insertion(sentence: Sentence, here: int) -> int:
    """Behind a comma, or words between commas, with "that" or a quotation behind: "reported, citing doctors, that"."""
    lowers = sentence.lowers
    if here >= len(lowers) or lowers[here] != ",":
        return here
    for comma in (here, *(at for at in range(here + 2, min(here + 16, len(lowers))) if lowers[at] == ",")):
        if comma + 1 < len(lowers) and lowers[comma + 1] in ("that", "“", '"'):
            return comma + 1
    return here


def _skip_hearer(sentence: Sentence, at: int) -> int:
    here = at
    while here < len(sentence.tags) and sentence.tags[here] in "DENOJAQ" and here < at + 7:
        if here > at and sentence.tags[here] in "ODQ":
            break
        here += 1
    return here


def _short_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a preposition opens the time or place of speaking: "on Monday", "in a statement", "on Telegram"."""
    words = speech_words()
    if sentence.lowers[at] not in words.settings:
        return False
    end = _phrase_end(sentence, at)
    inner = sentence.lowers[at + 1 : end]
    if not inner:
        return False
    if any(word in time_words() or word in words.report_nouns or word in words.occasions for word in inner):
        return True
    if sentence.lowers[at] == "to" and inner[-1] in words.hearers:
        return True
    return end < len(sentence.lowers) and (sentence.lowers[end] == "that" or sentence.tags[end] == "U")


def _phrase_end(sentence: Sentence, at: int) -> int:
    here = at + 1
    while here < len(sentence.tags) and sentence.tags[here] in "DNEJAQG" and here < at + 9:
        if sentence.lowers[here] == "that":
            break
        dated = weekday_names() if sentence.lowers[at] != "in" else month_names()
        if sentence.tags[here] == "Q" and sentence.lowers[here - 1] in dated:
            break  # "said on Friday | 12 people had died"
        here += 1
    return here
