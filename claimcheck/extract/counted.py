"""What a quantity claim says besides its slots: who is counted, whose they are, and of whom they are a part."""

from __future__ import annotations

from types import MappingProxyType

from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.lexicon.domain import Measure
from claimcheck.lexicon.figures import figure_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.lexicon.tables import word_set
from claimcheck.model import ContentValue
from claimcheck.text.groups import noun_group
from claimcheck.text.listed import tells
from claimcheck.text.sentences import Sentence

AS_WELL = ("as", "well")
MINORS = (("under", "18"), ("under", "eighteen"))
LATE_WITHIN = 8
OF_THEM = (("of", "them"), ("of", "whom"))


def content_of(
    sentence: Sentence,
    mention: QuantityMention,
    verb: str | None,
    part: str | None,
    measure: Measure | None,
) -> MappingProxyType[str, ContentValue]:
    """What a quantity claim says besides its slots: modifiers of the noun, the verb, the part it stands in."""
    content: dict[str, ContentValue] = {}
    if mention.noun is not None:
        modifiers = tuple(
            sentence.lowers[at]
            for at in range(mention.noun.first, mention.noun.last)
            if at != mention.noun.head and sentence.tags[at] in "JNETG"
        ) + _who_they_were(sentence, mention)
        if modifiers:
            content["modifiers"] = modifiers
    if verb is not None:
        content["verb"] = verb
    counted_beside = measure is not None and measure.others == "rest" and _others(sentence, mention)
    if mention.another or counted_beside:
        content["another"] = "true"
    if _died_later(sentence, mention):
        content["late"] = "true"
    whose = _whose(sentence, mention)
    if whose is not None:
        content["whose"] = whose
    if mention.first and sentence.lowers[mention.first - 1] == "including":
        content["included"] = "true"
    group = _part_of_force(sentence, mention)
    if group is not None:
        content["group"] = group
    if mention.partitive and mention.noun is not None:
        content["of"] = " ".join(sentence.lowers[mention.last + 1 : mention.noun.last])
    among = _among(sentence, mention)
    if among is not None and "of" not in content:
        content["of"] = among
    if sentence.lowers[mention.last : mention.last + 2] in OF_THEM:
        content["of"] = "them"
    if part is not None:
        content["part"] = part
    return MappingProxyType(content)


def _who_they_were(sentence: Sentence, mention: QuantityMention) -> tuple[str, ...]:
    """Who a part of a group was: ("soldiers",) for "24 of the dead were soldiers"."""
    noun = mention.noun
    if not mention.partitive or noun is None:
        return ()
    if grammar().be.isdisjoint(sentence.lowers[noun.last : noun.last + 1]):
        return ()
    if sentence.lowers[noun.last + 1 : noun.last + 3] in MINORS:
        return ("minors",)
    group = noun_group(sentence, noun.last + 1)
    return () if group is None else (sentence.lowers[group.head],)


def _whose(sentence: Sentence, mention: QuantityMention) -> str | None:
    """The group whose people or bodies a figure counts: "force" for "three members of the security forces"."""
    noun, lowers = mention.noun, sentence.lowers
    if noun is None or noun.last >= len(lowers) or lowers[noun.last] != "of":
        return None
    if word_set("words", "belonging").isdisjoint((lowers[noun.head],)):
        return None
    at = noun.last + 1
    while at < len(lowers) and sentence.tags[at] in "DA":
        at += 1
    group = noun_group(sentence, at) if at < len(lowers) else None
    return None if group is None else noun_lemma(lowers[group.head])


def _died_later(sentence: Sentence, mention: QuantityMention) -> bool:
    """Whether the counted died of wounds after the toll was taken: "five died later", "two succumbed to their wounds"."""
    return tells("narrative", "late_deaths", sentence.lowers[mention.last : mention.last + LATE_WITHIN])


def _among(sentence: Sentence, mention: QuantityMention) -> str | None:
    """The group among whom the counted are: "no fatalities among the troops" says nothing of civilians."""
    if mention.noun is None or sentence.lowers[mention.noun.last : mention.noun.last + 2] != ("among", "the"):
        return None
    group = noun_group(sentence, mention.noun.last + 2)
    return None if group is None else " ".join(("the", *sentence.lowers[group.first : group.last]))


def _part_of_force(sentence: Sentence, mention: QuantityMention) -> str | None:
    """The part of a force whose strength the figure is: "a rearguard of perhaps 300 men"."""
    at = mention.first - 1
    while at > 1 and sentence.tags[at] == "R":
        at -= 1
    group = sentence.lowers[at - 1] if at > 0 and sentence.lowers[at] == "of" else None
    return group if group in figure_words().parts_of_a_force else None


def _others(sentence: Sentence, mention: QuantityMention) -> bool:
    """Whether the figure counts those beside the ones named before: "two others", "six were hurt as well"."""
    noun, lowers = mention.noun, sentence.lowers
    if noun is None:
        return False
    behind = lowers[noun.last : noun.last + 9]
    added = any(
        behind[at : at + 2] == AS_WELL and behind[at + 2 : at + 3] != ("as",) for at in range(len(behind))
    )
    return added or not figure_words().others.isdisjoint(lowers[mention.last : noun.last])
