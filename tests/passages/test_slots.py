"""Slots that hold one value: a rank, a post at a time, a job in a year, an age and a birth, a use and a building."""

from __future__ import annotations

import pytest

from claimcheck.passages.answer import judge

CONTRADICTION = [
    (
        "By area, Orlo is the third largest town in Velm.",
        "Orlo is the 5th largest town by area and has a port.",
    ),
    (
        "The Dalm is the longest river in Velm, ahead of the Arn.",
        "The Dalm is the second longest river in Velm.",
    ),
    (
        "The director of the Velm Museum from 2001 to 2009 was Ida Falk.",
        "In 2005 the directors of the Velm Museum were Jon Pell and Mara Voss.",
    ),
    (
        "Pia Lund, a former striker for Orlo, works as a bank clerk in 2021.",
        "Pia Lund (born 1980) was a striker for Orlo. As of 2021, she works as a carpenter.",
    ),
    (
        "Ada Byte left Velm at age 36 and reached Orlo in 1993.",
        "Ada Byte (born 4 May 1965) is a pianist from Velm.",
    ),
    (
        "The Arden Mill in Orlo was built in 1920.",
        "The Arden Mill in Orlo, now a school, was active from 1899 to 1946.",
    ),
    (
        "The Orlo Navy began using the Marsh gun in 1894.",
        "The Marsh gun entered service with the Orlo Navy in 1892.",
    ),
    ("The Orlo Psalms were composed by Ada Byte in 1801.", "The Orlo Psalms were composed by Lee Marsh."),
    ("The Arden comet was discovered by Ida Falk in Lund.", "Jon Pell discovered the Arden comet in 1911."),
    (
        "The Fortuna sailed into Velm Bay on 21 August, departing Velm on 1 November.",
        "The Fortuna reached Velm on 1 November.",
    ),
    ("The Orlo stayed until departing for Velm on 10 August.", "The Orlo left Velm on 10 August."),
    ("The Orlo carried 120 passengers and 6 crew aboard.", "There were 131 people aboard the Orlo."),
    ("The Orlo finch is endemic to Mexico.", "The Orlo finch lives in Colombia too."),
    ("The fund bought the Dutch retail company, Velmart.", "Velmart is based in the United Kingdom."),
    (
        "Paramin is as effective as Dolorex and Movitan.",
        "Paramin led to a worse response when compared to Movitan.",
    ),
    ("Zoé Maré was born on 3 May 1951.", "Zoe Mare (born 5 May 1951) is a painter."),
    (
        "A stone chord is one which cannot be analyzed by classical rules.",
        "A stone chord may be analyzed by classical rules, including those of Marsh.",
    ),
    ("In 2018 Orlic was spoken in Velm only by two elderly individuals.", "Orlic has eight native speakers."),
]
SILENT = [
    ("By area, Orlo is the third largest town in Velm.", "Orlo is the 5th largest town by population."),
    ("The Dalm is the longest river in Velm.", "The Dalm is the second longest river in Peru."),
    (
        "Lund is the second largest town. Orlo is the largest town in Velm.",
        "Orlo is the largest town in Velm.",
    ),
    (
        "The director of the Velm Museum from 2001 to 2004 was Ida Falk.",
        "In 2005 the director of the Velm Museum was Jon Pell.",
    ),
    (
        "The director of the Velm Museum in 2005 was Ida Falk.",
        "The directors of the Velm Museum in 2005 were Jon Pell and Ida Falk.",
    ),
    ("Pia Lund works as a bank clerk in 2021.", "Pia Lund worked as a carpenter in 1999."),
    ("Ada Byte left Velm at age 36, in 1993.", "Ada Byte (born 4 May 1957) is a pianist."),
    ("Ada Byte left Velm at age 36, in 1993.", "Jon Pell (born 4 May 1969) is a pianist."),
    ("The Arden Mill in Orlo was built in 1920.", "The Arden Mill in Orlo was active from 1921 to 1946."),
    (
        "The Orlo Psalms were composed by Ada Byte and Lee Marsh.",
        "The Orlo Psalms were composed by Lee Marsh.",
    ),
    ("The Orlo Psalms were composed by Ada Byte.", "The Orlo Psalms were translated by Lee Marsh."),
    ("The Orlo carried 120 passengers and 6 crew aboard.", "There were 126 people aboard the Orlo."),
    ("The Orlo carried 120 passengers and 6 crew aboard.", "The Velm had 131 people aboard."),
    ("The Orlo finch is endemic to Mexico.", "The Orlo finch is not found in Colombia."),
    ("The Orlo finch is endemic to Mexico.", "The Velm bat lives in Colombia."),
    ("The fund bought the Dutch retail company, Velmart.", "Velmart is based in Amsterdam."),
    ("The fund bought the Dutch retail company, Velmart.", "Velmart is based in the Netherlands."),
    ("Paramin is as effective as Dolorex.", "Paramin is better than Movitan."),
    ("Paramin is as effective as Dolorex.", "Paramin is not worse than Dolorex."),
    ("Lee is twice as old as Max.", "Lee is twice as old as Max, who is more than 5."),
    ("Orlic is spoken by more than two people.", "Orlic has eight native speakers."),
    ("The Orlo fair was visited by 200 people from Velm.", "The Orlo fair had 30 bakers."),
    ("A comet was discovered by Ida Falk.", "A comet was discovered by Jon Pell."),
    ("The Orlo departed for Velm on 10 August.", "The Orlo reached Velm on 10 August."),
    ("Mrs Hart's visit makes Mr Lind leave for Velm on 10 August.", "A ferry left Velm on 10 August."),
    ("The Orlo Navy began using the Marsh gun in 1894.", "The Velm Army began using the Lind gun in 1892."),
]


@pytest.mark.parametrize(("a", "b"), CONTRADICTION)
def test_one_slot_filled_in_two_ways_contradicts(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradiction"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_slots_of_different_things_do_not_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradiction"
